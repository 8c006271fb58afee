/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.risk.hedge.EventKey;
import io.ballast.risk.hedge.HedgeArrival;
import io.ballast.risk.hedge.HedgeDelta;
import io.ballast.risk.hedge.HedgeEvent;
import io.ballast.risk.hedge.Instrument;
import io.ballast.risk.portfolio.PortfolioPath;
import io.ballast.schema.HedgeInstrument;
import io.ballast.streams.record.HedgeEventAdapter;
import io.ballast.streams.record.HedgeInstrumentAdapter;
import io.ballast.streams.testkit.HedgeRecords;
import io.ballast.streams.testkit.TestRecord;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PortfolioBookTest {

    private static final HedgeInstrument LISTED =
            (HedgeInstrument) HedgeRecords.linear(0).value();
    private static final Instrument PERPETUAL = HedgeInstrumentAdapter.instrument(HedgeRecords.PERPETUAL, LISTED);

    private final PortfolioBook book = new PortfolioBook(new PortfolioPath("desk-a"));

    @Test
    void shouldCountARepeatOnce() {
        assertThat(apply(fill("f1", "-2", 5))).isEqualTo(HedgeArrival.IN_ORDER);
        assertThat(apply(fill("f1", "-2", 5))).isEqualTo(HedgeArrival.REPEATED);

        assertThat(HedgeDelta.of(book.hedges()).get("ETH")).isEqualByComparingTo("-2");
    }

    @Test
    void shouldLeaveEverythingAsItWas_whenAnEventMakesNoSense() {
        apply(fill("f1", "-2", 5));

        assertThatThrownBy(() -> apply(fill("f1", "-3", 5))).hasMessageContaining("has the id of another");

        assertThat(HedgeDelta.of(book.hedges()).get("ETH")).isEqualByComparingTo("-2");
        assertThat(book.hedgeTime()).isEqualTo(HedgeRecords.at(5));
    }

    @Test
    void shouldTakeOutWhatIsCancelled() {
        apply(fill("f1", "-2", 5));
        apply(fill("f2", "-1", 6));

        book.retract(new EventKey("binance", "f1"));

        assertThat(HedgeDelta.of(book.hedges()).get("ETH")).isEqualByComparingTo(new BigDecimal("-1"));
    }

    private static TestRecord fill(String id, String contracts, long seconds) {
        return HedgeRecords.fill("desk-a", id, HedgeRecords.PERPETUAL, contracts, "2000", seconds);
    }

    private HedgeArrival apply(TestRecord record) {
        io.ballast.schema.HedgeEvent told = (io.ballast.schema.HedgeEvent) record.value();
        HedgeEvent event = HedgeEventAdapter.event(told, LISTED);
        Instant time = told.getEventTime();
        return book.apply(event, PERPETUAL, time, false);
    }
}
