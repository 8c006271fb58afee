/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.evm;

import io.ballast.producers.records.Origin;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the record of each log of one block, which as a whole is known: what it says of NFTs and of syncs. */
final class BlockWriter {

    private final KnownPools pools;
    private final PositionManagers managers;
    private final DecodeTally tally;
    private final Map<Integer, NftPosition> positions;
    private final PairSyncs syncs;
    private final BlockOutput output;

    BlockWriter(
            KnownPools pools,
            PositionManagers managers,
            DecodeTally tally,
            Map<Integer, NftPosition> positions,
            PairSyncs syncs,
            BlockOutput output) {
        this.pools = pools;
        this.managers = managers;
        this.tally = tally;
        this.positions = positions;
        this.syncs = syncs;
        this.output = output;
    }

    void write(ReadLog read, Origin origin) {
        if (read.event() instanceof FactoryEvent created) {
            output.define(pools.at(created.pool()).orElseThrow(), origin);
        } else if (read.event() instanceof ConcentratedEvent event) {
            writePoolLog(read.log(), event, origin);
        } else if (read.event() instanceof ManagerEvent event) {
            writeNftLog(read, event, origin);
        } else if (read.event() instanceof PairEvent event) {
            writePairLog(read, event, origin);
        } else if (read.event() instanceof TransferEvent transfer) {
            writeTransfer(read, transfer, origin);
        } else if (read.event() instanceof PauseEvent pause) {
            writePause(read.log().address(), pause, origin);
        }
    }

    /** A position manager's concerns every pool that may have positions of it. */
    private void writePause(String contract, PauseEvent pause, Origin origin) {
        Optional<KnownPool> itself = pools.at(contract);
        List<KnownPool> concerned = itself.map(List::of)
                .orElseGet(() ->
                        pools.live().stream().filter(pool -> !pool.isPair()).toList());
        concerned.forEach(pool -> output.add(pool, PoolRecords.pause(pause, contract, pool.poolId(), origin)));
    }

    private void writePoolLog(EvmLog log, ConcentratedEvent event, Origin origin) {
        Optional<KnownPool> pool = pools.at(log.address());
        if (pool.isEmpty()) {
            tally.ignored(IgnoreReason.UNKNOWN_CONTRACT);
            return;
        }
        boolean managed =
                event instanceof ConcentratedEvent.OnSlot slot && managers.managedAt(slot.owner(), log.blockNumber());
        output.add(pool.get(), PoolRecords.of(event, pool.get().poolId(), managed, origin));
    }

    private void writeNftLog(ReadLog read, ManagerEvent event, Origin origin) {
        NftPosition position = positions.get(read.place());
        if (position == null) {
            tally.unattributed(
                    event instanceof ManagerEvent.Transfer
                            ? UnattributedReason.UNSEEN_TOKEN
                            : UnattributedReason.NO_POOL_LOG);
            return;
        }
        Optional<KnownPool> pool = pools.at(position.pool());
        if (pool.isEmpty()) {
            tally.unattributed(UnattributedReason.UNKNOWN_POOL);
            return;
        }
        output.add(
                pool.get(),
                NftRecords.of(event, read.log().address(), position, pool.get().poolId(), origin));
    }

    private void writePairLog(ReadLog read, PairEvent event, Origin origin) {
        KnownPool pair = pools.at(read.log().address()).orElseThrow();
        if (event instanceof PairEvent.Sync sync) {
            output.add(pair, PairRecords.sync(sync, syncs.swapOf(read), pair.poolId(), origin));
        } else if (event instanceof PairEvent.Mint mint) {
            output.add(pair, PairRecords.mint(mint, pair.poolId(), origin));
        } else if (event instanceof PairEvent.Burn burn) {
            output.add(pair, PairRecords.burn(burn, pair.poolId(), origin));
        } else {
            tally.ignored(syncs.isMerged(read) ? IgnoreReason.SWAP_IN_SYNC : IgnoreReason.SWAP_WITHOUT_SYNC);
        }
    }

    /** An LP token's transfer may at the same time be one of another pair's tokens. */
    private void writeTransfer(ReadLog read, TransferEvent transfer, Origin origin) {
        String token = read.log().address();
        Optional<KnownPool> ofLpToken = pools.at(token);
        ofLpToken.ifPresent(pair -> output.add(pair, PairRecords.lpTransfer(transfer, pair.poolId(), origin)));
        List<KnownPool> touched = pools.pairsHolding(token).stream()
                .filter(pair -> movesInOrOut(transfer, pair))
                .toList();
        List<KnownPool> told = touched.stream()
                .filter(pair -> !syncs.follow(read, pair.listing().address()))
                .toList();
        told.forEach(pair -> output.add(pair, PairRecords.tokenTransfer(transfer, token, pair, origin)));
        if (ofLpToken.isEmpty() && told.isEmpty()) {
            tally.ignored(touched.isEmpty() ? IgnoreReason.TRANSFER_ELSEWHERE : IgnoreReason.TRANSFER_SYNCED);
        }
    }

    private static boolean movesInOrOut(TransferEvent transfer, KnownPool pair) {
        String address = pair.listing().address();
        return transfer.from().equals(address) != transfer.to().equals(address);
    }
}
