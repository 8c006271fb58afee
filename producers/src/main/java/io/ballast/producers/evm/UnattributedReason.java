/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.evm;

/** Why a log could not be brought to a pool, or a withdrawal to a coin. */
public enum UnattributedReason {
    NO_POOL_LOG("no pool log of its transaction fits, and the token id was not seen before"),
    UNKNOWN_POOL("its pool is not known"),
    NO_COIN_PAID("no transfer says in which coin a withdrawal in one coin was paid"),
    UNSEEN_TOKEN("transfer of a token id whose liquidity was not seen before");

    private final String words;

    UnattributedReason(String words) {
        this.words = words;
    }

    /** For people. */
    public String words() {
        return words;
    }
}
