/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.book;

import io.ballast.risk.band.BandIndex;
import io.ballast.risk.band.Figures;
import io.ballast.risk.band.Levels;
import io.ballast.risk.band.PriceCurve;
import io.ballast.risk.band.QuietBand;
import io.ballast.risk.band.SubjectTable;
import io.ballast.risk.book.PoolBook;
import io.ballast.risk.book.PositionFigures;
import io.ballast.risk.book.PositionMeasures;
import io.ballast.risk.book.PositionState;
import io.ballast.schema.RiskReason;
import io.ballast.streams.record.Moment;

/**
 * Publishes positions of one pool, those that are followed, and puts them to rest in the band around what was published. Mutable
 * and single-threaded.
 */
final class PositionOutlet {

    private static final QuietBand NEVER_QUIET = new QuietBand(0, 0, Double.POSITIVE_INFINITY);

    private final PoolBook book;
    private final Selection selection;
    private final RiskRecords records;
    private final Outbox outbox;
    private final BandIndex index;
    private final SubjectTable names;
    private final KnownLevels levels;
    private final PublishedSides sides = new PublishedSides();

    /**
     * @param names  which number of the index is whose; open positions that are followed, only
     * @param levels  figures at which a position is published whatever its band
     */
    PositionOutlet(
            PoolBook book,
            Selection selection,
            RiskRecords records,
            Outbox outbox,
            BandIndex index,
            SubjectTable names,
            KnownLevels levels) {
        this.book = book;
        this.selection = selection;
        this.records = records;
        this.outbox = outbox;
        this.index = index;
        this.names = names;
        this.levels = levels;
    }

    /** True if the book has the position and its figures are asked for. */
    boolean isFollowed(String key) {
        PositionState position = book.position(key);
        return position != null && isFollowed(position);
    }

    boolean isFollowed(PositionState position) {
        return selection.includes(
                records.positionId(position.identity().key()),
                position.identity().owner());
    }

    /** Looks at a position that is due and publishes it if need be. */
    void serve(int id, Moment newest, RiskReason reason) {
        String key = names.name(id);
        PositionFigures figures = book.figures(key, newest.eventTime().toEpochMilli());
        PriceCurve curve = book.priceCurve(key);
        Figures now = figures(figures);
        Levels of = levels.of(id, figures.position());
        if (now == null
                || sides.isOther(id, of, side(of, now, figures))
                || !index.stillQuiet(id, now, curve.fullDelta())) {
            outbox.positionRisk(records.of(figures, newest, reason, null));
            published(id, of, now, figures);
        }
        rest(id, curve, now, of);
    }

    /** Publishes a followed position whatever its band. */
    void publish(String key, Moment newest, RiskReason reason) {
        if (isFollowed(key)) {
            publish(book.position(key), newest, reason, null);
        }
    }

    /** @param snapshotLabel  null if it is none */
    void publish(PositionState position, Moment moment, RiskReason reason, String snapshotLabel) {
        PositionFigures figures = book.figures(position, moment.eventTime().toEpochMilli());
        outbox.positionRisk(records.of(figures, moment, reason, snapshotLabel));
        String key = position.identity().key();
        int id = names.id(key);
        Figures now = figures(figures);
        if (id != SubjectTable.ABSENT && now != null && book.position(key) != null) {
            Levels of = levels.of(id, figures.position());
            published(id, of, now, figures);
            rest(id, book.priceCurve(key), now, of);
        }
    }

    /** The position is taken back, or followed no more. */
    void gone(String key, Moment newest) {
        outbox.positionGone(records.positionId(key), newest.eventTime());
    }

    private void published(int id, Levels of, Figures now, PositionFigures figures) {
        if (now != null) {
            index.published(id, now);
            sides.published(id, of, side(of, now, figures));
        }
    }

    private static int side(Levels of, Figures now, PositionFigures figures) {
        return of.side(now, figures.rangeState().ordinal());
    }

    private void rest(int id, PriceCurve curve, Figures now, Levels of) {
        if (now == null) {
            index.quiet(id, NEVER_QUIET);
        } else {
            index.quiet(id, curve, now, of);
        }
    }

    /** Null where they cannot be measured. */
    private static Figures figures(PositionFigures figures) {
        PositionMeasures measures = figures.measures();
        if (measures == null) {
            return null;
        }
        double ilFraction = measures.ilFraction() == null ? 0 : measures.ilFraction();
        return new Figures(measures.value(), ilFraction, measures.delta0(), measures.feesValue());
    }
}
