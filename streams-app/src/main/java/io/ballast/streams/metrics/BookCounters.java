/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.metrics;

import io.ballast.risk.book.Timeline;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ToLongFunction;
import org.apache.kafka.streams.processor.TaskId;

/**
 * What this instance did since it started, and what it has now. Counts what was processed: records whose transaction was
 * aborted and that were processed again count twice. Thread-safe.
 */
public final class BookCounters {

    private final Map<Timeline.Outcome, LongAdder> outcomes = new EnumMap<>(Timeline.Outcome.class);
    private final LongAdder marketTicks = new LongAdder();
    private final LongAdder referencePrices = new LongAdder();
    private final LongAdder definitions = new LongAdder();
    private final LongAdder published = new LongAdder();
    private final LongAdder publishedGroups = new LongAdder();
    private final LongAdder recommendations = new LongAdder();
    private final LongAdder tombstones = new LongAdder();
    private final LongAdder deadLetters = new LongAdder();
    private final LongAdder gaps = new LongAdder();
    private final Map<TaskId, TaskFigures> tasks = new ConcurrentHashMap<>();
    private final Map<Place, Long> waiting = new ConcurrentHashMap<>();

    private record Place(TaskId task, String processor) {}

    public BookCounters() {
        for (Timeline.Outcome outcome : Timeline.Outcome.values()) {
            outcomes.put(outcome, new LongAdder());
        }
    }

    /**
     * What a task has now.
     *
     * @param pools  pools with a book
     * @param openPositions  positions that hold or are owed something
     * @param unsettled  refused records that may yet be accepted, and records held back until those before them come
     * @param pending  records that wait for a pool's definition, or for a rival block's retraction
     * @param due  pools of which something is due and not published yet
     */
    public record TaskFigures(long pools, long openPositions, long unsettled, long pending, long due) {}

    public void outcome(Timeline.Outcome outcome) {
        outcomes.get(outcome).increment();
    }

    public void marketTick() {
        marketTicks.increment();
    }

    public void referencePrice() {
        referencePrices.increment();
    }

    public void definition() {
        definitions.increment();
    }

    public void published() {
        published.increment();
    }

    public void publishedGroup() {
        publishedGroups.increment();
    }

    public void recommendation() {
        recommendations.increment();
    }

    public void tombstone() {
        tombstones.increment();
    }

    public void deadLetter() {
        deadLetters.increment();
    }

    public void gap() {
        gaps.increment();
    }

    public void set(TaskId task, TaskFigures figures) {
        tasks.put(task, figures);
    }

    /**
     * What waits in one processor of a task, beside the pools.
     *
     * @param processor  its name
     */
    public void setWaiting(TaskId task, String processor, long count) {
        waiting.put(new Place(task, processor), count);
    }

    /** The processor's task is not this instance's any more. */
    public void forgetWaiting(TaskId task, String processor) {
        waiting.remove(new Place(task, processor));
    }

    /** The task is not this instance's any more. */
    public void forget(TaskId task) {
        tasks.remove(task);
    }

    /** Records of pools by what became of them. */
    public long outcomes(Timeline.Outcome outcome) {
        return outcomes.get(outcome).sum();
    }

    /** Records of pools that were taken in, whatever became of them. */
    public long records() {
        return outcomes.values().stream().mapToLong(LongAdder::sum).sum();
    }

    /** Price ticks of markets. */
    public long marketTicks() {
        return marketTicks.sum();
    }

    /** Reference prices taken in, once for each partition. */
    public long referencePrices() {
        return referencePrices.sum();
    }

    /** Pool definitions taken in. */
    public long definitions() {
        return definitions.sum();
    }

    /** Records of position risk sent. */
    public long publishedRisk() {
        return published.sum();
    }

    /** Recommendations sent. */
    public long recommendations() {
        return recommendations.sum();
    }

    /** Records of pool risk, of portfolios' parts and of portfolio risk sent. */
    public long publishedGroups() {
        return publishedGroups.sum();
    }

    /** Positions taken back. */
    public long tombstones() {
        return tombstones.sum();
    }

    public long deadLetters() {
        return deadLetters.sum();
    }

    /** Gaps in the order of delivery that did not close in time. */
    public long gaps() {
        return gaps.sum();
    }

    public long pools() {
        return sum(TaskFigures::pools);
    }

    public long openPositions() {
        return sum(TaskFigures::openPositions);
    }

    /** Records held back, and refused ones that may yet be accepted or become dead letters; 0 when everything is decided. */
    public long unsettled() {
        return sum(TaskFigures::unsettled);
    }

    /** Records that wait for a pool's definition or a retraction, and hedge events that wait for their instrument. */
    public long pending() {
        return sum(TaskFigures::pending);
    }

    /** Pools, surfaces, strips and scenarios that are due and not published yet; 0 when all that can be said is said. */
    public long due() {
        return sum(TaskFigures::due)
                + waiting.values().stream().mapToLong(Long::longValue).sum();
    }

    private long sum(ToLongFunction<TaskFigures> figure) {
        return tasks.values().stream().mapToLong(figure).sum();
    }
}
