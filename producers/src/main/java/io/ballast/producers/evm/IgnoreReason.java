/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.evm;

/** Why a log that is in order gives no record. */
public enum IgnoreReason {
    UNKNOWN_CONTRACT("contract is no known pool, pair, token of a pair or position manager"),
    OTHER_EVENT("event does not concern the book"),
    OTHER_FACTORY("pool is said to be created by a second factory"),
    TRANSFER_ELSEWHERE("token transfer touches no known pair"),
    TRANSFER_SYNCED("token transfer of a pair is followed by its sync"),
    SWAP_IN_SYNC("pair swap is part of the sync before it"),
    SWAP_WITHOUT_SYNC("pair swap has no sync before it");

    private final String words;

    IgnoreReason(String words) {
        this.words = words;
    }

    /** For people. */
    public String words() {
        return words;
    }
}
