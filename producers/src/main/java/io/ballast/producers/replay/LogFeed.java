/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

import io.ballast.producers.evm.BlockDecoder;
import io.ballast.producers.evm.EvmLog;
import io.ballast.producers.evm.LogBlock.SourcedLog;
import io.ballast.producers.evm.MalformedLogException;
import io.ballast.producers.files.InputException;
import io.ballast.producers.records.DeadLetters;
import io.ballast.producers.records.SourceLine;
import io.ballast.producers.sink.OutgoingRecord;
import io.ballast.producers.sink.RecordBlock;
import io.ballast.schemas.catalogue.Topic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns lines into blocks, blocks into records, and hands those on: a block is complete when a line of another one comes.
 * Mutable, single-threaded.
 */
final class LogFeed {

    private final SeenLogs seen = new SeenLogs(SeenLogs.DEFAULT_BLOCKS);
    private final PendingLetters letters = new PendingLetters();
    private final BlockTimes times;
    private final BlockDecoder decoder;
    private final Snapshots snapshots;
    private final TimeWindow window;
    private final BlockWindow numbers;
    private final Delivery delivery;
    private final ReorgDepth reorgs = new ReorgDepth();

    private Optional<OpenBlock> open = Optional.empty();
    private Instant latest = Instant.EPOCH;
    private boolean anyTimeKnown;
    private long blocks;
    private long repeats;
    private long outside;

    /**
     * @param window  blocks outside it are read for what they teach of pools and NFTs, and only definitions are written
     * @param numbers  the same by number
     */
    LogFeed(
            BlockTimes times,
            boolean blocksFileGiven,
            BlockDecoder decoder,
            Snapshots snapshots,
            TimeWindow window,
            BlockWindow numbers,
            Delivery delivery) {
        this.times = times;
        this.anyTimeKnown = blocksFileGiven;
        this.decoder = decoder;
        this.snapshots = snapshots;
        this.window = window;
        this.numbers = numbers;
        this.delivery = delivery;
    }

    /** Takes the next line. One that cannot be read becomes a dead letter, and the next is taken. */
    void accept(PlacedLine placed) {
        placed.problem().ifPresent(problem -> refuse(placed.line(), problem));
        if (placed.says().isPresent()) {
            try {
                accept(placed.says().get(), placed.line());
            } catch (MalformedLogException contradiction) {
                refuse(placed.line(), contradiction);
            }
        }
    }

    private void refuse(SourceLine line, MalformedLogException problem) {
        letters.add(line, problem);
        if (letters.areMany()) {
            deliverLetters();
        }
    }

    private void accept(LogLine parsed, SourceLine line) throws MalformedLogException {
        if (parsed instanceof LogLine.Log log) {
            accept(log.log(), line);
        } else if (parsed instanceof LogLine.Block block) {
            begin(block);
        } else if (parsed instanceof LogLine.Reorg reorg) {
            close();
            takeBack(reorg.ancestor() + 1);
        }
    }

    private void accept(EvmLog log, SourceLine line) throws MalformedLogException {
        if (!seen.admit(log)) {
            repeats++;
            return;
        }
        if (open.filter(block -> block.holds(log)).isEmpty()) {
            close();
            open = Optional.of(new OpenBlock(log));
        }
        open.orElseThrow().add(new SourcedLog(log, line));
    }

    private void begin(LogLine.Block block) {
        close();
        times.learn(block);
        anyTimeKnown = true;
        snapshots.before(block.number(), block.hash());
        reached(block.number(), block.hash(), block.time());
    }

    private void takeBack(long number) {
        snapshots.beforeRetraction(number);
        reorgs.takenBack(number);
    }

    private void reached(long number, String hash, Instant time) {
        if (isWanted(number, time)) {
            snapshots.reached(number, hash, time);
        }
        reorgs.reached(number);
    }

    private void close() {
        if (open.isEmpty()) {
            return;
        }
        OpenBlock block = open.get();
        open = Optional.empty();
        blocks++;
        Optional<Instant> time = block.time().or(() -> times.of(block.hash()));
        if (time.isPresent()) {
            anyTimeKnown = true;
            latest = time.get();
            write(block, latest);
        } else {
            refuse(block);
        }
    }

    private void write(OpenBlock block, Instant time) {
        if (block.removed()) {
            takeBack(block.number());
        } else {
            snapshots.before(block.number(), block.hash());
        }
        List<OutgoingRecord> records = new ArrayList<>(letters.take(time.toEpochMilli()));
        records.addAll(wanted(decoder.decode(block.closed(time)), block.number(), time));
        delivery.deliver(new RecordBlock(block.number(), Optional.of(block.hash()), records));
        if (!block.removed()) {
            reached(block.number(), block.hash(), time);
        }
    }

    private boolean isWanted(long number, Instant time) {
        return window.holds(time) && numbers.holds(number);
    }

    private List<OutgoingRecord> wanted(List<OutgoingRecord> decoded, long number, Instant time) {
        if (isWanted(number, time)) {
            return decoded;
        }
        outside++;
        return decoded.stream().filter(sent -> sent.topic() == Topic.POOLS).toList();
    }

    /** Nothing can be done with a block that has no time; if none has one, the user forgot to give them. */
    private void refuse(OpenBlock block) {
        String problem =
                "block " + block.number() + " " + block.hash() + " has no time: its logs have no blockTimestamp";
        if (!anyTimeKnown) {
            throw new InputException(block.logs().get(0).line().place() + ": " + problem
                    + ". Give the times with --blocks FILE, JSON lines with number, hash and timestamp");
        }
        for (SourcedLog sourced : block.logs()) {
            MalformedLogException cause =
                    new MalformedLogException(problem + ", nor does a blocks file or another line know it");
            letters.add(
                    sourced.line().source(),
                    DeadLetters.of(sourced.line(), cause)
                            .setBlockNumber(block.number())
                            .setLogIndex(sourced.log().logIndex())
                            .build());
        }
    }

    /** The input is over. */
    void end() {
        close();
        snapshots.atEnd();
        deliverLetters();
    }

    private void deliverLetters() {
        delivery.deliver(new RecordBlock(snapshots.head(), Optional.empty(), letters.take(latest.toEpochMilli())));
    }

    /** So far. */
    long blocks() {
        return blocks;
    }

    long repeats() {
        return repeats;
    }

    /** What people should know of the input. */
    List<String> notes() {
        List<String> notes = new ArrayList<>(reorgs.notes());
        if (outside > 0) {
            notes.add(outside + " blocks are outside what was asked for: of them only definitions of pools were sent");
        }
        return notes;
    }
}
