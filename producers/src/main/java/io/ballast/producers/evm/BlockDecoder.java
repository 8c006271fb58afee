/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.evm;

import io.ballast.producers.evm.LogBlock.SourcedLog;
import io.ballast.producers.pools.PoolCatalogue;
import io.ballast.producers.pools.TokenListing;
import io.ballast.producers.records.DeadLetters;
import io.ballast.producers.records.Origin;
import io.ballast.producers.sink.OutgoingRecord;
import io.ballast.schema.DeadLetter;
import io.ballast.schema.PoolEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns a chain's logs into records, block by block: the one decoder of replays and of live chains.
 *
 * <p>A block is first read as a whole, then written: an NFT comes into being before the log that tells its liquidity, a
 * pool's log before the one that tells it is a position manager's, a transfer before the sync that makes it superfluous.
 * One log gives a pool one record at most, so that a log's identity is the record's. What it learns (pools, managers, NFTs) it
 * keeps until the block that taught it is taken back; so a chain gives the same records whatever branches were seen and
 * dropped on the way. Mutable, single-threaded.
 */
public final class BlockDecoder {

    private PoolCatalogue catalogue;
    private final KnownPools pools;
    private final PositionManagers managers;
    private final Lessons lessons = new Lessons();
    private final NftPositions nfts = new NftPositions(lessons);
    private final DecodeTally tally = new DecodeTally();
    private final LogReader reader;

    /** @param catalogue  what is known beforehand */
    public BlockDecoder(PoolCatalogue catalogue) {
        this.catalogue = catalogue;
        this.pools = new KnownPools(catalogue, lessons);
        this.managers = new PositionManagers(catalogue.positionManagers(), lessons);
        this.reader = new LogReader(pools, managers, catalogue.contracts(), tally);
    }

    /**
     * The records of a block, in log order, after the dead letters of logs that could not be read.
     *
     * @param block  all logs of a block without repeats; a block that was taken back comes again, marked so, and gives the
     *     same records, marked so, the last one first
     */
    public List<OutgoingRecord> decode(LogBlock block) {
        lessons.begin(block);
        BlockOutput output = new BlockOutput(catalogue, block.number(), block.time());
        List<ReadLog> logs = read(block, output);
        Map<Integer, NftPosition> positions = nfts.attribute(logs);
        PairSyncs syncs = new PairSyncs(logs);
        BlockWriter writer = new BlockWriter(
                pools, managers, catalogue.contracts(), tally, positions, syncs, new CoinsPaid(logs), output);
        for (ReadLog read : inOrder(logs, block.removed())) {
            writer.write(read, origin(read.log(), block.time()));
        }
        return output.records();
    }

    /**
     * A request for every pool met so far to publish all of its positions as of the end of a block.
     *
     * @param time  of that block, or of the last one before it that is known
     */
    public List<OutgoingRecord> snapshots(long blockNumber, Optional<String> blockHash, Instant time) {
        BlockOutput output = new BlockOutput(catalogue, blockNumber, time);
        Origin end = Origin.inBlock(blockNumber, blockHash, Origin.AFTER_ALL_LOGS, time);
        pools.live().forEach(pool -> output.add(pool, PoolRecords.snapshot(pool.poolId(), end)));
        return output.records();
    }

    /**
     * Takes such requests back, because their block was.
     *
     * @param snapshots  what {@link #snapshots} gave
     */
    public List<OutgoingRecord> retract(List<OutgoingRecord> snapshots) {
        List<OutgoingRecord> retracted = new ArrayList<>();
        for (OutgoingRecord sent : snapshots) {
            PoolEvent request = PoolEvent.newBuilder((PoolEvent) sent.value())
                    .setRemoved(true)
                    .build();
            long timestampMs =
                    pools.clock(sent.key()).next(request.getEventTime().toEpochMilli());
            retracted.add(new OutgoingRecord(sent.topic(), sent.key(), request, timestampMs));
        }
        return retracted;
    }

    /**
     * Takes over pools as they are at the end of a block that is final.
     *
     * @throws IllegalArgumentException if one of them is not listed
     */
    public List<OutgoingRecord> join(List<JoinedPool> joined, long blockNumber, String blockHash, Instant time) {
        BlockOutput output = new BlockOutput(catalogue, blockNumber, time);
        Origin end = Origin.inBlock(blockNumber, Optional.of(blockHash), Origin.AFTER_ALL_LOGS - 1, time);
        for (JoinedPool join : joined) {
            KnownPool pool = pools.at(join.pool())
                    .orElseThrow(() -> new IllegalArgumentException("pool " + join.pool() + " is not listed"));
            join.nfts().forEach(nft -> nfts.learn(nft, join.pool()));
            output.add(pool, end.complete(PoolEvent.newBuilder(join.state()).setPoolId(pool.poolId())));
        }
        return output.records();
    }

    /** More is known of tokens: definitions written from now on say it. */
    public void learn(Collection<TokenListing> tokens) {
        catalogue = catalogue.withTokens(tokens);
    }

    /** What became of the logs so far; goes on counting. */
    public DecodeTally tally() {
        return tally;
    }

    /** What came last is taken back first, so that nothing is undone that something else still stands on. */
    private static List<ReadLog> inOrder(List<ReadLog> logs, boolean removed) {
        List<ReadLog> ordered = new ArrayList<>(logs);
        if (removed) {
            Collections.reverse(ordered);
        }
        return ordered;
    }

    private List<ReadLog> read(LogBlock block, BlockOutput output) {
        List<ReadLog> logs = new ArrayList<>();
        reader.beginBlock();
        for (SourcedLog sourced : block.logs()) {
            tally.log();
            try {
                reader.read(sourced.log()).ifPresent(event -> logs.add(new ReadLog(logs.size(), sourced.log(), event)));
            } catch (MalformedLogException malformed) {
                tally.malformed();
                refuse(sourced, malformed, output);
            }
        }
        managers.learnFrom(logs);
        return withoutOtherNfts(logs);
    }

    /** ERC-721 tokens of other kinds move too. */
    private List<ReadLog> withoutOtherNfts(List<ReadLog> logs) {
        List<ReadLog> kept = new ArrayList<>();
        for (ReadLog read : logs) {
            if (read.event() instanceof ManagerEvent
                    && !managers.knows(read.log().address())) {
                tally.ignored(IgnoreReason.UNKNOWN_CONTRACT);
            } else {
                kept.add(new ReadLog(kept.size(), read.log(), read.event()));
            }
        }
        return kept;
    }

    private void refuse(SourcedLog sourced, MalformedLogException malformed, BlockOutput output) {
        EvmLog log = sourced.log();
        Optional<String> poolId = pools.at(log.address())
                .or(() -> log.topics().size() > 1 ? pools.at(log.topics().get(1)) : Optional.empty())
                .or(() -> BalancerLogDecoder.pool(log).flatMap(pools::at))
                .map(KnownPool::poolId);
        DeadLetter letter = DeadLetters.of(sourced.line(), malformed)
                .setPoolId(poolId.orElse(null))
                .setBlockNumber(log.blockNumber())
                .setLogIndex(log.logIndex())
                .build();
        output.deadLetter(poolId.orElse(sourced.line().source()), letter);
    }

    private static Origin origin(EvmLog log, Instant time) {
        return new Origin(
                log.blockNumber(),
                Optional.of(log.blockHash()),
                Optional.of(log.transactionHash()),
                log.logIndex(),
                log.removed(),
                false,
                time);
    }
}
