/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.band;

/**
 * The bands of all subjects of one pool. A price inside all of them costs four comparisons; each subject whose band it leaves
 * is found in O(log n) and put in the queue of those that are due, once, however often its band is left before it is
 * served: it is then published with its newest figures.
 *
 * <p>How to use it: {@link #add} a subject, which is due at once; {@link #move} on every price, payment of fees or other
 * event; then, for as many as there is time for, {@link #pollDue}, work out the subject's figures, {@link #published} them
 * unless {@link #stillQuiet}, and in either case put it to rest by {@link #quiet}. {@link #due} a subject whose own liquidity
 * has changed.
 *
 * <p>A jump may concern every subject. {@code move} therefore queues a bounded number of them, in the order of what fired
 * first; the others follow as the queue is served, or turn quiet again if the price comes back before.
 *
 * <p>Mutable and single-threaded. Primitive arrays, 88 bytes a subject with the default tolerances, 96 with the finest; no
 * allocation except to grow.
 */
public final class BandIndex {

    /** What {@link #pollDue} says when nothing is due. */
    public static final int NONE = -1;

    private static final int FIRED_PER_CALL = 1024;

    private final Tolerances tolerances;
    private final Subjects subjects;
    private final IndexedHeap byHi;
    private final IndexedHeap byLo;
    private final IndexedHeap byFees;
    private final LinkedOrder dueQueue;
    private final LinkedOrder restless;
    private final Heartbeat heartbeat;
    private double sqrtPrice = Double.NaN;
    private double feeClock;
    private long timeMs;

    /**
     * @param heartbeatMs  event time after which a subject is due though nothing moved; 0 for never
     * @throws IllegalArgumentException if it is negative
     */
    public BandIndex(Tolerances tolerances, long heartbeatMs) {
        this.tolerances = tolerances;
        subjects = new Subjects(tolerances);
        byHi = new IndexedHeap(subjects.hiPlace, false);
        byLo = new IndexedHeap(subjects.loPlace, true);
        byFees = new IndexedHeap(subjects.feePlace, false);
        // A subject is in the heaps or in a queue, never in both: the places serve as links.
        dueQueue = new LinkedOrder(subjects.loPlace, subjects.hiPlace);
        restless = new LinkedOrder(subjects.loPlace, subjects.hiPlace);
        heartbeat = new Heartbeat(heartbeatMs);
    }

    /** A new subject, not published yet and due. Its number may have been another's that was removed. */
    public int add() {
        int id = subjects.create();
        heartbeat.created(id);
        enqueue(id);
        return id;
    }

    /** @throws IllegalArgumentException if there is no such subject; so do all other methods that take one */
    public void remove(int id) {
        takeOut(id);
        heartbeat.forget(id);
        subjects.free(id);
    }

    /** How many subjects there are. */
    public int size() {
        return subjects.size();
    }

    /** Makes a subject due, whatever its band. */
    public void due(int id) {
        if (subjects.state(id) != SubjectState.DUE) {
            takeOut(id);
            enqueue(id);
        }
    }

    /**
     * Where the pool is now.
     *
     * @param feeClock  worth of all fees paid so far to one unit of earning liquidity, each at the price of its time
     * @param timeMs  event time
     * @return how many subjects are queued as due; 0 only if none is
     * @throws IllegalArgumentException if the price is not positive and finite or the clock is not a number
     */
    public int move(double sqrtPrice, double feeClock, long timeMs) {
        if (!(sqrtPrice > 0 && sqrtPrice < Double.POSITIVE_INFINITY) || Double.isNaN(feeClock)) {
            throw new IllegalArgumentException(
                    "The pool needs a positive sqrt price and a fee clock: " + sqrtPrice + ", " + feeClock);
        }
        this.sqrtPrice = sqrtPrice;
        this.feeClock = feeClock;
        this.timeMs = timeMs;
        if (restless.size() > 0) {
            queueRestless();
        }
        if (!isQuiet()) {
            fire();
        }
        return dueQueue.size();
    }

    /**
     * Makes every subject due that was published at this time or later: what was said of a block that is taken back. Fees may
     * have been higher then, and the fee clock may go back after this call.
     */
    public void rewind(long timeMs) {
        for (int id = heartbeat.last(); id != LinkedOrder.NONE && heartbeat.publishedAt(id) >= timeMs; ) {
            int before = heartbeat.before(id);
            heartbeat.forget(id);
            due(id);
            id = before;
        }
    }

    /** Makes every subject due: the curve that their bands were found on is another now. */
    public void dueAll() {
        for (int id = 0; id < subjects.everCreated(); id++) {
            if (subjects.isSubject(id)) {
                due(id);
            }
        }
    }

    /** The next subject to look at, or {@link #NONE}. It is in no heap and no queue until the caller says where it belongs. */
    public int pollDue() {
        if (dueQueue.size() == 0 && !isQuiet()) {
            fire();
        }
        int id = dueQueue.first();
        if (id != LinkedOrder.NONE) {
            dueQueue.remove(id);
            subjects.setState(id, SubjectState.IN_HAND);
        }
        return id;
    }

    /** How many subjects are queued as due. More may follow when these are served. */
    public int queued() {
        return dueQueue.size();
    }

    /** Whether figures are within tolerance of what was published, not longer than a heartbeat ago and not taken back. */
    public boolean stillQuiet(int id, Figures now, double fullDelta) {
        return subjects.isPublished(id)
                && heartbeat.counts(id)
                && !heartbeat.isOver(id, timeMs)
                && limits(id, fullDelta).hold(lastPublished(id), now);
    }

    /** Why a subject that is looked at may have to be published. */
    public enum Cause {
        /** It never was. */
        NEW,
        /** What was published was taken back. */
        REWOUND,
        /** It was published longer ago than a heartbeat. */
        OVERDUE,
        /** Its figures may have moved. */
        MOVED
    }

    /** See {@link Cause}; of several the first that holds. */
    public Cause cause(int id) {
        if (!subjects.isPublished(id)) {
            return Cause.NEW;
        }
        if (heartbeat.isOver(id, timeMs)) {
            return Cause.OVERDUE;
        }
        return heartbeat.counts(id) ? Cause.MOVED : Cause.REWOUND;
    }

    /** Remembers what was published, as of the last move. */
    public void published(int id, Figures figures) {
        published(id, figures, timeMs);
    }

    /** Remembers what was published as of another time, where one takes up what another left. */
    public void published(int id, Figures figures, long timeMs) {
        subjects.setPublished(id, figures);
        heartbeat.published(id, timeMs);
    }

    /** What was published last; loss and fees as near as the tolerance asks. */
    public Figures lastPublished(int id) {
        return subjects.published(id);
    }

    /** When that was, event time. */
    public long lastPublishedMs(int id) {
        return heartbeat.publishedAt(subjects.require(id));
    }

    /** How far figures may be from {@link #lastPublished}. */
    public Limits limits(int id, double fullDelta) {
        return tolerances.limits(lastPublished(id), fullDelta).lessErrors(subjects.ilError(id), subjects.feesError(id));
    }

    /**
     * Puts a published subject to rest in the band around the figures that it has now.
     *
     * @throws IllegalStateException if it was never published
     */
    public void quiet(int id, PriceCurve curve, Figures now) {
        if (!subjects.isPublished(id)) {
            throw new IllegalStateException("Subject " + id + " cannot rest: it was never published");
        }
        quiet(id, curve.quiet(now, lastPublished(id), limits(id, curve.fullDelta()), feeClock));
    }

    /** The same, in a band that ends where one of its figures reaches a level. */
    public void quiet(int id, PriceCurve curve, Figures now, Levels levels) {
        if (levels.isNone()) {
            quiet(id, curve, now);
            return;
        }
        QuietBand band = curve.quiet(now, lastPublished(id), limits(id, curve.fullDelta()), feeClock);
        quiet(id, curve.cut(band, now, levels));
    }

    /** Puts a subject to rest in a band. If the pool is not inside it, the subject is due again at the next move. */
    public void quiet(int id, QuietBand band) {
        takeOut(id);
        if (!band.contains(sqrtPrice) || feeClock > band.feeThreshold()) {
            restless.addLast(id);
            subjects.setState(id, SubjectState.RESTLESS);
            return;
        }
        subjects.setState(id, SubjectState.QUIET);
        byHi.add(id, band.hi());
        byLo.add(id, band.lo());
        if (band.feeThreshold() < Double.POSITIVE_INFINITY) {
            byFees.add(id, band.feeThreshold());
        }
    }

    /** Out of the heaps or the queue, into the caller's hands. */
    private void takeOut(int id) {
        SubjectState state = subjects.state(id);
        if (state == SubjectState.DUE) {
            dueQueue.remove(id);
        } else if (state == SubjectState.RESTLESS) {
            restless.remove(id);
        } else if (state == SubjectState.QUIET) {
            byHi.remove(id);
            byLo.remove(id);
            if (subjects.feePlace.get(id) != IndexedHeap.ABSENT) {
                byFees.remove(id);
            }
        }
        subjects.setState(id, SubjectState.IN_HAND);
    }

    private void enqueue(int id) {
        dueQueue.addLast(id);
        subjects.setState(id, SubjectState.DUE);
    }

    private void queueRestless() {
        while (restless.size() > 0) {
            due(restless.first());
        }
    }

    /** False before the first price, too. */
    private boolean isQuiet() {
        return sqrtPrice < byHi.firstKey()
                && sqrtPrice > byLo.firstKey()
                && feeClock <= byFees.firstKey()
                && !heartbeat.isOver(timeMs);
    }

    /** In turns, so that no kind of trigger waits for all of another kind. */
    private void fire() {
        int left = FIRED_PER_CALL;
        int fired = 1;
        while (fired > 0 && left > 0) {
            fired = fireIf(sqrtPrice >= byHi.firstKey(), byHi);
            fired += fireIf(sqrtPrice <= byLo.firstKey(), byLo);
            fired += fireIf(feeClock > byFees.firstKey(), byFees);
            fired += fireHeartbeat();
            left -= fired;
        }
    }

    private int fireIf(boolean isOver, IndexedHeap heap) {
        if (isOver) {
            due(heap.first());
        }
        return isOver ? 1 : 0;
    }

    private int fireHeartbeat() {
        if (!heartbeat.isOver(timeMs)) {
            return 0;
        }
        int id = heartbeat.first();
        heartbeat.forget(id);
        due(id);
        return 1;
    }
}
