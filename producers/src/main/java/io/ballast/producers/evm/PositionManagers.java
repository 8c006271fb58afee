/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.evm;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The contracts that were seen to write logs on NFTs: liquidity of theirs belongs to whoever holds the NFT. Mutable,
 * single-threaded.
 */
final class PositionManagers {

    private static final long ALWAYS = Long.MIN_VALUE;

    private final Lessons lessons;
    private final Map<String, Long> firstSeen = new HashMap<>();

    PositionManagers(Collection<String> listed, Lessons lessons) {
        this.lessons = lessons;
        listed.forEach(manager -> firstSeen.put(manager, ALWAYS));
    }

    /** To be called with the whole block before any of it is written: an NFT's log follows the pool's own. */
    void learnFrom(List<ReadLog> block) {
        for (ReadLog read : block) {
            if (read.event() instanceof ManagerEvent.OnLiquidity) {
                learn(read.log().address(), read.log().blockNumber());
            } else if (read.event() instanceof SingletonEvent.Modify modify
                    && !managedAt(modify.sender(), read.log().blockNumber())
                    && isToldOf(modify, read, block)) {
                learn(modify.sender(), read.log().blockNumber());
            }
        }
    }

    /** v4's manager gives out the NFT in the transaction that first puts liquidity behind it, and makes its id the salt. */
    private static boolean isToldOf(SingletonEvent.Modify modify, ReadLog modified, List<ReadLog> block) {
        return block.stream()
                .anyMatch(read -> read.event() instanceof ManagerEvent.Transfer transfer
                        && read.log().address().equals(modify.sender())
                        && transfer.tokenId().equals(modify.tokenId())
                        && read.log().transactionHash().equals(modified.log().transactionHash()));
    }

    private void learn(String manager, long blockNumber) {
        Long before = firstSeen.get(manager);
        if (before == null) {
            lessons.learned(() -> firstSeen.remove(manager));
            firstSeen.put(manager, blockNumber);
        } else if (blockNumber < before) {
            lessons.learned(() -> firstSeen.put(manager, before));
            firstSeen.put(manager, blockNumber);
        }
    }

    boolean knows(String address) {
        return firstSeen.containsKey(address);
    }

    /** True if it was known as a manager by the end of that block: the answer is the same when the block is taken back. */
    boolean managedAt(String owner, long blockNumber) {
        Long first = firstSeen.get(owner);
        return first != null && first <= blockNumber;
    }
}
