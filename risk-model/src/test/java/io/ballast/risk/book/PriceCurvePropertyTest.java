/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.risk.band.Segment;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The curves that publication gets say the same of now as the figures do, and of fees what the fee clock says. */
class PriceCurvePropertyTest {

    @Property(tries = 30)
    void shouldAgreeWithTheFiguresOfAConcentratedPool(@ForAll long seed) {
        PoolBook book = PoolBook.open(RandomHistory.TERMS);
        RandomHistory.of(seed, 80).forEach(arrival -> book.apply(arrival.event()));

        for (String key : book.positions().keySet()) {
            PositionFigures figures = book.figures(key);
            AgreesWithFigures.check((Segment) book.priceCurve(key), book.sqrtPrice(), figures);
        }
    }

    @Property(tries = 30)
    void shouldPayTheClocksReadingToWhoWasInRange(@ForAll long seed) {
        PoolBook book = PoolBook.open(RandomHistory.TERMS);
        FeeClock clock = book.feeClock();
        List<Arrival<String>> log = RandomHistory.of(seed, 80);
        String wide = "0xbase:-6000:6000";
        for (Arrival<String> arrival : log) {
            double clockBefore = clock.read();
            PositionMeasures before =
                    book.positions().containsKey(wide) ? book.figures(wide).measures() : null;
            book.apply(arrival.event());
            if (before != null) {
                paysWhatTheClockSays(book, wide, before, clock.read() - clockBefore);
            }
        }
    }

    private static void paysWhatTheClockSays(PoolBook book, String key, PositionMeasures before, double paidPerUnit) {
        PositionMeasures after = book.figures(key).measures();
        double paid = (after.fees0() - before.fees0()) * after.price() + after.fees1() - before.fees1();
        double earning = ((Segment) book.priceCurve(key)).earning();
        // Fees are whole raw units of each token: 1e-6 of token1.
        assertThat(earning * paidPerUnit).isCloseTo(paid, within(3e-6 + 1e-9 * after.feesValue()));
    }
}
