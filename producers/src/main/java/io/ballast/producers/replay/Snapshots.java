/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

import io.ballast.producers.evm.BlockDecoder;
import io.ballast.producers.sink.OutgoingRecord;
import io.ballast.producers.sink.RecordBlock;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;

/** Asks for snapshots when they are due, and takes back those of blocks that are taken back. Mutable, single-threaded. */
final class Snapshots {

    private final SnapshotSchedule schedule;
    private final BlockDecoder decoder;
    private final Delivery delivery;
    private final NavigableMap<Long, RecordBlock> asked = new TreeMap<>();

    Snapshots(SnapshotSchedule schedule, BlockDecoder decoder, Delivery delivery) {
        this.schedule = schedule;
        this.decoder = decoder;
        this.delivery = delivery;
    }

    /** That block is about to begin, or to go on. */
    void before(long number, String hash) {
        ask(schedule.dueBefore(number, Optional.of(hash)));
    }

    /** That block and all after it are about to be taken back. */
    void beforeRetraction(long number) {
        ask(schedule.dueBeforeRetraction());
        NavigableMap<Long, RecordBlock> gone = asked.tailMap(number, true);
        for (RecordBlock request : gone.descendingMap().values()) {
            delivery.deliver(
                    new RecordBlock(request.blockNumber(), request.blockHash(), decoder.retract(request.records())));
        }
        gone.clear();
        schedule.retract(number);
    }

    void reached(long number, String hash, Instant time) {
        schedule.reached(new BlockMark(number, Optional.of(hash), time));
    }

    void atEnd() {
        ask(schedule.dueAtEnd());
    }

    /** Blocks that were asked for by their hash and never met. */
    SortedSet<String> unmet() {
        return schedule.unmet();
    }

    /** Number of the newest block; 0 before the first. */
    long head() {
        return schedule.head();
    }

    private void ask(List<BlockMark> due) {
        for (BlockMark mark : due) {
            List<OutgoingRecord> records = decoder.snapshots(mark.number(), mark.hash(), mark.time());
            RecordBlock request = new RecordBlock(mark.number(), mark.hash(), records);
            delivery.deliver(request);
            asked.put(mark.number(), request);
        }
    }
}
