/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.book;

import io.ballast.risk.aggregate.GroupFigures;
import io.ballast.risk.band.BandIndex;
import io.ballast.risk.band.Figures;
import io.ballast.risk.band.QuietBand;
import io.ballast.risk.book.GroupReading;
import io.ballast.risk.book.PoolBook;
import io.ballast.schema.RiskReason;
import io.ballast.streams.record.Moment;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.function.LongSupplier;

/** Publishes the sums over groups of one pool's positions when they have left their tolerance. */
final class GroupOutlet {

    private static final QuietBand NEVER_QUIET = new QuietBand(0, 0, Double.POSITIVE_INFINITY);

    private final PoolBook book;
    private final GroupRecords records;
    private final CurveOutlet curves;
    private final Outbox outbox;
    private final ToldParts told;
    private final LongSupplier oldestMs;

    /**
     * @param told  parts that were published, by this task or one before
     * @param oldestMs  event time of the oldest state that an undo can bring back
     */
    GroupOutlet(
            PoolBook book,
            GroupRecords records,
            CurveOutlet curves,
            Outbox outbox,
            ToldParts told,
            LongSupplier oldestMs) {
        this.book = book;
        this.records = records;
        this.curves = curves;
        this.outbox = outbox;
        this.told = told;
        this.oldestMs = oldestMs;
    }

    /** Takes back parts of portfolios that nobody is assigned to here any more. */
    void takeBackOthers(Collection<String> present, Moment newest) {
        told.takeOthers(present).forEach(portfolio -> {
            String key = records.partKey(portfolio);
            outbox.portfolioPartGone(key, newest.eventTime());
            outbox.portfolioCurveGone(key, newest.eventTime());
        });
    }

    /** A position was put in or taken out. */
    void changed(Group group) {
        if (group.portfolio() != null) {
            curves.changed(group);
        }
    }

    /** Looks at a group that is due, publishes it if need be, and puts it to rest. */
    void serve(BandIndex index, int id, Group group, Moment newest, RiskReason reason) {
        GroupReading reading = read(group, newest);
        Figures now = figures(reading);
        if (now == null || !index.stillQuiet(id, now, reading.curve().fullDelta())) {
            publish(group, reading, newest, reason);
            if (now != null) {
                index.published(id, now);
            }
        }
        rest(index, id, reading, now);
        if (group.portfolio() != null) {
            curves.serve(group, newest, reason);
        }
    }

    /** Publishes all groups as of a moment. */
    void snapshot(BandIndex index, Map<Group, Integer> groups, Moment moment) {
        groups.forEach((group, id) -> {
            GroupReading reading = read(group, moment);
            publish(group, reading, moment, RiskReason.SNAPSHOT);
            if (reading != null) {
                index.published(id, figures(reading));
                rest(index, id, reading, figures(reading));
            }
        });
    }

    /** Publishes the pool for its own sake, as of how far it is from the market at a time; that alone makes nothing else less due. */
    void publishPool(Group all, Moment moment, Instant at, RiskReason reason) {
        outbox.poolRisk(records.poolRisk(book.pool(), all, read(all, moment), moment, at, reason));
    }

    private GroupReading read(Group group, Moment moment) {
        group.sums().forgetBefore(oldestMs.getAsLong());
        return group.sums().read(moment.eventTime().toEpochMilli());
    }

    private void publish(Group group, GroupReading reading, Moment moment, RiskReason reason) {
        if (group.portfolio() == null) {
            outbox.poolRisk(records.poolRisk(book.pool(), group, reading, moment, moment.eventTime(), reason));
        } else {
            told.tell(group.portfolio());
            outbox.portfolioPart(
                    records.partKey(group.portfolio()),
                    records.portfolioPart(book.pool(), group, reading, moment, reason));
        }
    }

    private static void rest(BandIndex index, int id, GroupReading reading, Figures now) {
        if (now == null) {
            index.quiet(id, NEVER_QUIET);
        } else {
            index.quiet(id, reading.curve(), now);
        }
    }

    /** Null where they cannot be measured. */
    private static Figures figures(GroupReading reading) {
        if (reading == null) {
            return null;
        }
        GroupFigures figures = reading.figures();
        double ilFraction = figures.ilFraction() == null ? 0 : figures.ilFraction();
        return new Figures(
                figures.value(), ilFraction, figures.delta0(), reading.income().feesValue());
    }
}
