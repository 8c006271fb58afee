/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.evm;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Which range of which pool each NFT stands for, learned from the pool logs beside the manager's; in v4 the pool's own log
 * says it. What a transaction itself shows goes before what was known: after a reorganisation a token id may mean another
 * position. Mutable, single-threaded.
 */
final class NftPositions {

    private static final String ZERO_ADDRESS = "0x" + "0".repeat(40);

    private record Nft(String manager, BigInteger tokenId) {}

    private final Lessons lessons;
    private final Map<Nft, NftPosition> known = new HashMap<>();

    NftPositions(Lessons lessons) {
        this.lessons = lessons;
    }

    /**
     * Finds the position of every manager's log of a block.
     *
     * @return by the log's place; a place that is missing could not be found
     */
    Map<Integer, NftPosition> attribute(List<ReadLog> block) {
        Map<Integer, NftPosition> shown = shownByPoolLogs(block);
        Map<Integer, NftPosition> positions = new HashMap<>(shown);
        for (ReadLog read : block) {
            if (read.event() instanceof ManagerEvent event) {
                Optional<NftPosition> found = position(read, event, shown, block);
                found.ifPresent(position -> positions.put(read.place(), position));
                remember(nft(read, event), found);
            } else if (read.event() instanceof SingletonEvent.Modify modify) {
                remember(new Nft(modify.sender(), modify.tokenId()), Optional.of(shown.get(read.place())));
            }
        }
        return positions;
    }

    /** What the chain's state says of an NFT, for good. */
    void learn(JoinedPool.Nft nft, String pool) {
        set(new Nft(nft.manager(), nft.tokenId()), new NftPosition(pool, nft.tickLower(), nft.tickUpper()));
    }

    /** What is not found is forgotten too: an NFT made anew is not the one that a reorganisation took away. */
    private void remember(Nft nft, Optional<NftPosition> found) {
        NftPosition before = known.get(nft);
        if (!Objects.equals(before, found.orElse(null))) {
            lessons.learned(() -> set(nft, before));
            set(nft, found.orElse(null));
        }
    }

    private void set(Nft nft, NftPosition position) {
        if (position == null) {
            known.remove(nft);
        } else {
            known.put(nft, position);
        }
    }

    private static Map<Integer, NftPosition> shownByPoolLogs(List<ReadLog> block) {
        Map<Integer, NftPosition> shown = new HashMap<>();
        PoolLogMatcher matcher = new PoolLogMatcher();
        for (ReadLog read : block) {
            if (read.event() instanceof SingletonEvent.Modify modify) {
                shown.put(
                        read.place(),
                        new NftPosition(
                                modify.poolId(), modify.tickLower(), modify.tickUpper(), Optional.of(modify.salt())));
            } else if (read.event() instanceof ConcentratedEvent.OnSlot) {
                matcher.offer(read);
            } else if (read.event() instanceof ManagerEvent.OnLiquidity) {
                matcher.claim(read).ifPresent(position -> shown.put(read.place(), position));
            }
        }
        return shown;
    }

    private Optional<NftPosition> position(
            ReadLog read, ManagerEvent event, Map<Integer, NftPosition> shown, List<ReadLog> block) {
        NftPosition here = shown.get(read.place());
        if (here != null) {
            return Optional.of(here);
        }
        boolean comesIntoBeing = event instanceof ManagerEvent.Transfer transfer
                && transfer.from().equals(ZERO_ADDRESS);
        NftPosition before = comesIntoBeing ? null : known.get(nft(read, event));
        return Optional.ofNullable(before).or(() -> shownLater(read, event, shown, block));
    }

    /** An NFT is transferred to its first holder before its liquidity is logged. */
    private static Optional<NftPosition> shownLater(
            ReadLog read, ManagerEvent event, Map<Integer, NftPosition> shown, List<ReadLog> block) {
        return block.subList(read.place() + 1, block.size()).stream()
                .filter(later -> shown.containsKey(later.place()))
                .filter(later -> isOf(later, nft(read, event)))
                .findFirst()
                .map(later -> shown.get(later.place()));
    }

    private static boolean isOf(ReadLog read, Nft nft) {
        if (read.event() instanceof SingletonEvent.Modify modify) {
            return nft.equals(new Nft(modify.sender(), modify.tokenId()));
        }
        return read.event() instanceof ManagerEvent event && nft.equals(nft(read, event));
    }

    private static Nft nft(ReadLog read, ManagerEvent event) {
        return new Nft(read.log().address(), event.tokenId());
    }
}
