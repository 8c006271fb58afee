/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.book;

import io.ballast.risk.book.BookGroup;
import io.ballast.risk.book.GroupCurve;
import io.ballast.risk.book.PoolBook;
import io.ballast.risk.book.PoolFigures;
import io.ballast.schema.CurveState;
import io.ballast.schema.RiskReason;
import io.ballast.streams.record.Moment;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Publishes what portfolios hold in a pool at every price, when that has changed. Ticks do not change it but by fees that grow in
 * shares; those are looked at when the sums over the shares are looked at anyway. Mutable and single-threaded.
 */
final class CurveOutlet {

    /** What was said last of a portfolio. */
    private record Said(CurveState state, GroupCurve curve, long positions) {}

    private final PoolBook book;
    private final CurveRecords records;
    private final int mostBoundaries;
    private final double tolerance;
    private final Outbox outbox;
    private final Map<Group, Said> said = new HashMap<>();
    private final Set<Group> changed = new HashSet<>();

    CurveOutlet(PoolBook book, CurveRecords records, PublicationSettings settings, Outbox outbox) {
        this.book = book;
        this.records = records;
        this.mostBoundaries = settings.mostBoundaries();
        this.tolerance = settings.tolerances().value();
        this.outbox = outbox;
    }

    /** A position was put in or taken out. */
    void changed(Group group) {
        changed.add(group);
    }

    /** Looks at a portfolio's part that is due and publishes its curve if it is another than was said. */
    void serve(Group part, Moment newest, RiskReason reason) {
        boolean positionsChanged = changed.remove(part);
        if (!positionsChanged && part.sums().boundaries() > 0) {
            return;
        }
        if (part.sums().count() == 0) {
            gone(part, newest);
            return;
        }
        PoolFigures now = book.pool();
        Said then = said.get(part);
        Said here = look(part.sums());
        if (then == null || !isSame(then, here, now)) {
            said.put(part, here);
            RiskReason why = positionsChanged && reason == RiskReason.TICK ? RiskReason.EVENT : reason;
            outbox.portfolioCurve(records.key(part), records.record(now, part, here.state, here.curve, newest, why));
        }
    }

    private void gone(Group part, Moment newest) {
        if (said.remove(part) != null) {
            outbox.portfolioCurveGone(records.key(part), newest.eventTime());
        }
    }

    private Said look(BookGroup sums) {
        if (sums.boundaries() > mostBoundaries) {
            return new Said(CurveState.TOO_MANY_BOUNDARIES, null, sums.count());
        }
        GroupCurve curve = sums.curve();
        return new Said(curve == null ? CurveState.NOT_MEASURABLE : CurveState.COMPLETE, curve, sums.count());
    }

    private boolean isSame(Said then, Said here, PoolFigures now) {
        if (then.curve == null || here.curve == null) {
            return Objects.equals(then, here);
        }
        return now.price() == null
                ? then.curve.equals(here.curve)
                : then.curve.isCloseTo(here.curve, now.price(), tolerance);
    }
}
