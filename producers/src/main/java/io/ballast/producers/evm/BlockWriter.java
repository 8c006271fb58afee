/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.evm;

import io.ballast.producers.pools.SourceContracts;
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
    private final CoinsPaid coins;
    private final SourceContracts contracts;
    private final BlockOutput output;

    BlockWriter(
            KnownPools pools,
            PositionManagers managers,
            SourceContracts contracts,
            DecodeTally tally,
            Map<Integer, NftPosition> positions,
            PairSyncs syncs,
            CoinsPaid coins,
            BlockOutput output) {
        this.pools = pools;
        this.managers = managers;
        this.contracts = contracts;
        this.tally = tally;
        this.positions = positions;
        this.syncs = syncs;
        this.coins = coins;
        this.output = output;
    }

    void write(ReadLog read, Origin origin) {
        if (read.event() instanceof FactoryEvent created) {
            writeCreation(created, origin);
        } else if (read.event() instanceof SingletonEvent event) {
            writeSingletonLog(event, origin);
        } else if (read.event() instanceof ShareLogEvent event) {
            writeShareLog(read, event, origin);
        } else if (read.event() instanceof AnswerEvent answered) {
            writeAnswer(read.log(), answered, origin);
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

    private void writeCreation(FactoryEvent created, Origin origin) {
        KnownPool pool = pools.at(created.pool()).orElseThrow();
        output.define(pool, origin);
        if (created instanceof FactoryEvent.PoolInitialized first) {
            output.add(pool, SingletonRecords.initialized(first, pool.poolId(), origin));
        }
    }

    private void writeSingletonLog(SingletonEvent event, Origin origin) {
        Optional<KnownPool> pool = pools.at(event.poolId());
        if (pool.isEmpty()) {
            tally.ignored(IgnoreReason.UNKNOWN_CONTRACT);
            return;
        }
        boolean managed = event instanceof SingletonEvent.Modify modify
                && managers.managedAt(modify.sender(), origin.blockNumber());
        output.add(pool.get(), SingletonRecords.of(event, pool.get().poolId(), managed, origin));
    }

    private void writeShareLog(ReadLog read, ShareLogEvent event, Origin origin) {
        KnownPool pool = pools.at(event.pool()).orElseThrow();
        Optional<ShareLogEvent> told = event instanceof ShareLogEvent.OneCoin paid
                ? coins.resolve(read, paid, pool.listing()).map(exit -> exit)
                : Optional.of(event);
        if (told.isEmpty()) {
            tally.unattributed(UnattributedReason.NO_COIN_PAID);
            return;
        }
        output.add(pool, ShareRecords.of(told.get(), pool.poolId(), origin));
    }

    /** What was observed stays observed, whatever becomes of the block; the next answer says what holds. */
    private void writeAnswer(EvmLog log, AnswerEvent answered, Origin origin) {
        if (!log.removed()) {
            output.observe(AnswerRecords.of(answered, contracts.priceFeeds().get(log.address()), origin));
        }
    }

    private void writePause(String contract, PauseEvent pause, Origin origin) {
        pausedWith(contract)
                .forEach(pool -> output.add(pool, PoolRecords.pause(pause, contract, pool.poolId(), origin)));
    }

    /** A position manager's pause concerns every pool that may have positions of it; a holder's all that it holds. */
    private List<KnownPool> pausedWith(String contract) {
        if (pools.at(contract).isPresent()) {
            return pools.at(contract).stream().toList();
        }
        return managers.knows(contract)
                ? pools.live().stream()
                        .filter(pool -> !pool.isPair() && !pool.isOfShares())
                        .toList()
                : pools.heldBy(contract);
    }

    private void writePoolLog(EvmLog log, ConcentratedEvent event, Origin origin) {
        Optional<KnownPool> pool = pools.at(log.address());
        if (pool.isEmpty()) {
            tally.ignored(IgnoreReason.UNKNOWN_CONTRACT);
            return;
        }
        boolean managed =
                event instanceof ConcentratedEvent.OnSlot slot && managers.managedAt(slot.owner(), log.blockNumber());
        output.add(
                pool.get(),
                PoolRecords.of(
                        event, pool.get().poolId(), managed, pool.get().fees().at(log), origin));
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
                NftRecords.of(
                        event, read.log().address(), position, pool.get().poolId(), contracts.custodians(), origin));
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
        Optional<KnownPool> ofLpToken = pools.ofLpToken(token);
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
