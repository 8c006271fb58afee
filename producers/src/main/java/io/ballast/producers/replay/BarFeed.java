/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

import io.ballast.producers.evm.MalformedLogException;
import io.ballast.producers.records.Origin;
import io.ballast.producers.records.SourceLine;
import io.ballast.producers.sink.OutgoingRecord;
import io.ballast.producers.sink.RecordBlock;
import io.ballast.schema.PositionEvent;
import io.ballast.schemas.catalogue.Topic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns the lines of minute bars into records, one block for each minute. Mutable, single-threaded. */
final class BarFeed implements LineFeed {

    private final BarPool pool;
    private final BarPositions positions;
    private final SnapshotSchedule snapshots;
    private final TimeWindow window;
    private final Delivery delivery;
    private final PendingLetters letters = new PendingLetters();
    private final Map<Long, Integer> contentOfMinute = new HashMap<>();

    private Optional<MinuteBarParser> parser = Optional.empty();
    private Optional<MinuteBar> last = Optional.empty();
    private long bars;
    private long repeats;
    private long outside;
    private long gaps;
    private long missingMinutes;

    BarFeed(BarPool pool, BarPositions positions, SnapshotSchedule snapshots, TimeWindow window, Delivery delivery) {
        this.pool = pool;
        this.positions = positions;
        this.snapshots = snapshots;
        this.window = window;
        this.delivery = delivery;
    }

    /** Takes the next line; the first of each file names the columns. */
    @Override
    public void accept(SourceLine line) {
        if (line.number() == 1) {
            parser = Optional.of(new MinuteBarParser(line));
        } else if (line.content().length > 0) {
            read(line);
        }
    }

    private void read(SourceLine line) {
        try {
            MinuteBar bar = parser.orElseThrow().parse(line);
            if (!window.holds(bar.time())) {
                outside++;
            } else if (isNew(bar, line)) {
                write(bar);
            } else {
                repeats++;
            }
        } catch (MalformedLogException e) {
            letters.add(line, e);
            if (letters.areMany()) {
                deliverLetters();
            }
        }
    }

    private boolean isNew(MinuteBar bar, SourceLine line) throws MalformedLogException {
        int content = Arrays.hashCode(line.content());
        Integer before = contentOfMinute.get(bar.minute());
        if (before != null && before == content) {
            return false;
        }
        if (last.isPresent() && bar.minute() <= last.get().minute()) {
            throw new MalformedLogException("the bar of " + bar.time() + " comes after that of "
                    + last.get().time() + (before == null ? "" : ", and there was another one of this minute"));
        }
        contentOfMinute.put(bar.minute(), content);
        return true;
    }

    private void write(MinuteBar bar) {
        long minute = bar.minute();
        deliver(snapshots.dueBefore(minute, Optional.empty()));
        countGap(minute);
        List<OutgoingRecord> records = new ArrayList<>(letters.take(bar.time().toEpochMilli()));
        int index = 0;
        if (last.isEmpty()) {
            records.add(pool.definition(origin(bar, index++)));
            records.add(pool.initialize(bar, origin(bar, index++)));
        }
        records.add(pool.tick(bar, origin(bar, index++)));
        for (PositionEvent.Builder event : positions.at(bar)) {
            PositionEvent complete = origin(bar, index++).complete(event);
            records.add(pool.record(Topic.POSITION_EVENTS, complete, bar.time()));
        }
        delivery.deliver(new RecordBlock(minute, Optional.empty(), records));
        snapshots.reached(new BlockMark(minute, Optional.empty(), bar.time()));
        last = Optional.of(bar);
        bars++;
    }

    private static Origin origin(MinuteBar bar, int index) {
        return Origin.inBlock(bar.minute(), Optional.empty(), index, bar.time());
    }

    private void countGap(long minute) {
        long missing = last.map(before -> minute - before.minute() - 1).orElse(0L);
        if (missing > 0) {
            gaps++;
            missingMinutes += missing;
        }
    }

    private void deliver(List<BlockMark> due) {
        for (BlockMark mark : due) {
            delivery.deliver(new RecordBlock(mark.number(), Optional.empty(), List.of(pool.snapshot(mark))));
        }
    }

    /** The input is over. */
    @Override
    public void end() {
        deliver(snapshots.dueAtEnd());
        deliverLetters();
    }

    private void deliverLetters() {
        long timeMs = last.map(bar -> bar.time().toEpochMilli()).orElse(0L);
        delivery.deliver(new RecordBlock(snapshots.head(), Optional.empty(), letters.take(timeMs)));
    }

    @Override
    public long blocks() {
        return bars;
    }

    long repeats() {
        return repeats;
    }

    /** Well-formed lines that gave no record, by the reason in words. */
    Map<String, Long> ignored() {
        return outside == 0 ? Map.of() : Map.of(TimeWindow.OUTSIDE, outside);
    }

    /** What people should know of the input. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (gaps > 0) {
            notes.add(gaps + " gaps in the bars, " + missingMinutes + " minutes missing");
        }
        positions
                .neverOpened()
                .forEach(position -> notes.add(
                        "position " + position.title() + " was never opened: no bar at or after " + position.from()));
        return notes;
    }
}
