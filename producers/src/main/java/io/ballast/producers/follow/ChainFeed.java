/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.follow;

import io.ballast.producers.evm.BlockDecoder;
import io.ballast.producers.evm.EvmLog;
import io.ballast.producers.evm.JoinedPool;
import io.ballast.producers.evm.LogBlock;
import io.ballast.producers.evm.LogBlock.SourcedLog;
import io.ballast.producers.follow.ChainBlock.WatchedLog;
import io.ballast.producers.records.SourceLine;
import io.ballast.producers.sink.OutgoingRecord;
import io.ballast.producers.sink.RecordBlock;
import io.ballast.producers.sink.RecordSink;
import io.ballast.schema.ChainJournal;
import io.ballast.schema.ChainJournalKind;
import io.ballast.schemas.catalogue.Topic;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Hands blocks to the sink: the journal's entry, and behind it the records made of the block. From the journal, the same
 * blocks give the same records again, which is how a follower that starts again finds its place. Mutable, single-threaded.
 */
final class ChainFeed {

    /** Well below what brokers accept in one record by default (1 MB), also if the text is not all ASCII. */
    private static final int LOG_CHARS_PER_RECORD = 300_000;

    private final String producerId;
    private final String source;
    private final BlockDecoder decoder;
    private final RecordSink sink;
    private final FollowCounts counts;

    ChainFeed(String producerId, long chainId, BlockDecoder decoder, RecordSink sink, FollowCounts counts) {
        this.producerId = producerId;
        this.source = "chain-" + chainId;
        this.decoder = decoder;
        this.sink = sink;
        this.counts = counts;
    }

    /** A block joins the chain; one without logs leaves no trace. */
    void deliver(ChainBlock block, Optional<Long> finalNumber) {
        counts.block(block);
        if (block.logs().isEmpty()) {
            return;
        }
        List<OutgoingRecord> records = new ArrayList<>(entries(block, finalNumber));
        records.addAll(decoder.decode(logBlock(block, false)));
        write(block, records);
    }

    /** A block that was delivered is taken back. */
    void retract(ChainBlock block, Optional<Long> finalNumber) {
        counts.retracted(block);
        List<OutgoingRecord> records = new ArrayList<>();
        records.add(entry(ChainJournalKind.RETRACTION, block, finalNumber, true, List.of()));
        records.addAll(decoder.decode(logBlock(block, true)));
        write(block, records);
    }

    /** Pools are taken over as they are at the end of a final block. */
    void join(ChainBlock end, List<JoinedPool> pools, Optional<Long> finalNumber) {
        List<String> told = pools.stream().map(JoinedPools::write).toList();
        List<OutgoingRecord> records = new ArrayList<>();
        records.add(entry(ChainJournalKind.STATE, end, finalNumber, true, told));
        records.addAll(decoder.join(pools, end.number(), end.hash(), end.time()));
        write(end, records);
    }

    /** The chain was read up to there. */
    void mark(ChainBlock end, Optional<Long> finalNumber) {
        write(end, List.of(entry(ChainJournalKind.MARK, end, finalNumber, true, List.of())));
    }

    void flush() {
        sink.flush();
    }

    private void write(ChainBlock block, List<OutgoingRecord> records) {
        counts.records(sink.write(new RecordBlock(block.number(), Optional.of(block.hash()), records)));
    }

    private List<OutgoingRecord> entries(ChainBlock block, Optional<Long> finalNumber) {
        List<OutgoingRecord> entries = new ArrayList<>();
        List<String> open = new ArrayList<>();
        int chars = 0;
        for (WatchedLog log : block.logs()) {
            if (chars + log.json().length() > LOG_CHARS_PER_RECORD && !open.isEmpty()) {
                entries.add(entry(ChainJournalKind.BLOCK, block, finalNumber, false, open));
                open = new ArrayList<>();
                chars = 0;
            }
            open.add(log.json());
            chars += log.json().length();
        }
        entries.add(entry(ChainJournalKind.BLOCK, block, finalNumber, true, open));
        return entries;
    }

    private OutgoingRecord entry(
            ChainJournalKind kind, ChainBlock block, Optional<Long> finalNumber, boolean lastPart, List<String> logs) {
        ChainJournal entry = ChainJournal.newBuilder()
                .setProducerId(producerId)
                .setKind(kind)
                .setBlockNumber(block.number())
                .setBlockHash(block.hash())
                .setBlockTime(block.time())
                .setFinalBlockNumber(finalNumber.orElse(null))
                .setLastPart(lastPart)
                .setLogs(logs)
                .build();
        return new OutgoingRecord(
                Topic.CHAIN_JOURNAL, producerId, entry, block.time().toEpochMilli());
    }

    private LogBlock logBlock(ChainBlock block, boolean removed) {
        List<SourcedLog> logs = new ArrayList<>();
        for (WatchedLog watched : block.logs()) {
            EvmLog log = watched.log().withRemoved(removed);
            byte[] content = watched.json().getBytes(StandardCharsets.UTF_8);
            logs.add(new SourcedLog(log, new SourceLine(source, log.blockNumber(), content, true)));
        }
        return new LogBlock(block.number(), block.hash(), block.time(), removed, logs);
    }
}
