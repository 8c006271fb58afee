/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ballast.risk.hedge.CollateralTransfer;
import io.ballast.risk.hedge.Fill;
import io.ballast.risk.hedge.FundingInterval;
import io.ballast.risk.hedge.FundingRate;
import io.ballast.risk.hedge.HedgeBook;
import io.ballast.risk.hedge.HedgeDelta;
import io.ballast.risk.hedge.HedgeEvent;
import io.ballast.risk.hedge.Instrument;
import io.ballast.risk.hedge.InstrumentKey;
import io.ballast.risk.hedge.LinearOption;
import io.ballast.risk.hedge.Listed;
import io.ballast.risk.hedge.OptionRight;
import io.ballast.risk.hedge.OptionTerms;
import io.ballast.risk.hedge.Perpetual;
import io.ballast.risk.hedge.Settlement;
import io.ballast.risk.journal.Journal;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class HedgeAttributionPropertyTest {

    private static final LinearOption CALL = new LinearOption(
            Listed.terms("deribit", "C", "ETH", "USD", "USD", "1", "1", "1", null),
            new OptionTerms(OptionRight.CALL, new BigDecimal("2000"), 1));
    private static final List<Instrument> TRADED = List.of(Listed.LINEAR, Listed.INVERSE, Listed.SPOT, CALL);

    private static HedgeBook book() {
        HedgeBook book = new HedgeBook(new Journal());
        TRADED.forEach(book::list);
        book.apply(new CollateralTransfer("start", 0, "deribit", "ETH", new BigDecimal("20")));
        return book;
    }

    private static BigDecimal decimal(double value) {
        return new BigDecimal(value);
    }

    private static Map<String, BigDecimal> prices(double eth) {
        return Map.of("ETH", decimal(eth), "USD", BigDecimal.ONE, "USDT", decimal(0.998));
    }

    private static Map<InstrumentKey, BigDecimal> marks(double eth) {
        Map<InstrumentKey, BigDecimal> marks = new HashMap<>();
        marks.put(Listed.LINEAR.key(), decimal(eth / 0.998));
        marks.put(Listed.INVERSE.key(), decimal(eth));
        marks.put(Listed.SPOT.key(), decimal(eth));
        marks.put(CALL.key(), decimal(Math.max(eth - 2000, 0) + 40));
        return marks;
    }

    /** The result is worked out from the book's units times prices, which the attribution does not use. */
    @Property(tries = 200)
    void shouldAddUpToTheChangeOfWorthLessTransfers(@ForAll Random random) {
        HedgeBook book = book();
        double eth = 2000;
        HedgeAttribution attribution = new HedgeAttribution(AttributedAccounts.of(book, marks(eth), prices(eth)));
        double start = worth(book, eth);
        double transfers = 0;
        for (int i = 1; i <= 40; i++) {
            eth *= 0.97 + 0.06 * random.nextDouble();
            attribution.reprice(marks(eth), prices(eth));
            HedgeEvent event = event(random, String.format("%03d", i), i, eth);
            Instrument instrument = event instanceof Fill fill
                    ? book.instrument(fill.instrument())
                    : event instanceof FundingRate rate ? book.instrument(rate.instrument()) : null;
            book.apply(event);
            attribution.apply(event, instrument);
            if (event instanceof CollateralTransfer transfer) {
                transfers += transfer.amount().doubleValue() * eth;
            }
        }
        assertThat(attribution.attribution().total()).isEqualTo(attribution.result());
        assertThat(attribution.result().toDouble()).isCloseTo(worth(book, eth) - start - transfers, within(1e-6));
    }

    private static double worth(HedgeBook book, double eth) {
        double worth = 0;
        for (Map.Entry<String, BigDecimal> units : HedgeDelta.of(book).entrySet()) {
            worth += units.getValue().doubleValue()
                    * prices(eth).get(units.getKey()).doubleValue();
        }
        if (book.legs().containsKey(CALL.key())) {
            worth += book.legs()
                    .get(CALL.key())
                    .worth(marks(eth).get(CALL.key()))
                    .doubleValue();
        }
        return worth;
    }

    private static HedgeEvent event(Random random, String id, long time, double eth) {
        Instrument instrument = TRADED.get(random.nextInt(TRADED.size()));
        int kind = random.nextInt(6);
        if (kind == 0) {
            return new CollateralTransfer(id, time, "deribit", "ETH", BigDecimal.valueOf(random.nextInt(5) + 1L));
        }
        if (kind == 1 && instrument instanceof Perpetual) {
            BigDecimal rate = BigDecimal.valueOf(random.nextInt(40) - 20L, 5);
            return new FundingRate(id, time, instrument.key(), rate, new FundingInterval(1), decimal(eth));
        }
        String contracts = Integer.toString(random.nextBoolean() ? 1 + random.nextInt(9) : -1 - random.nextInt(9));
        String price = decimal(marks(eth).get(instrument.key()).doubleValue() * (0.999 + 0.002 * random.nextDouble()))
                .toString();
        return Listed.fill(id, time, instrument, contracts, price, "0.25");
    }

    @Example
    void shouldSplitAnOptionsResultIntoPremiumAndPayoff() {
        HedgeBook book = book();
        HedgeAttribution attribution = new HedgeAttribution(AttributedAccounts.of(book, marks(2000), prices(2000)));
        attribution.apply(Listed.fill("1", 1, CALL, "3", "40", "1"), CALL);
        Attribution bought = attribution.attribution();
        assertThat(bought.premium().toDouble()).isEqualTo(-120);
        assertThat(bought.hedge().toDouble()).isEqualTo(120);
        assertThat(bought.total().toDouble()).isEqualTo(-1);
        attribution.apply(new Settlement("s", 2, CALL.key(), new BigDecimal("2100"), new BigDecimal("2")), CALL);
        Attribution settled = attribution.attribution();
        assertThat(settled.premium().toDouble()).isEqualTo(-120);
        assertThat(settled.hedge().toDouble()).isEqualTo(300);
        assertThat(settled.costs().toDouble()).isEqualTo(-3);
        assertThat(settled.total()).isEqualTo(attribution.result());
    }

    @Example
    void shouldRefuseToGuessAPrice() {
        HedgeBook book = book();
        assertThatThrownBy(() -> AttributedAccounts.of(book, Map.of(), Map.of()))
                .hasMessage("no price of ETH in the numeraire is known");
        book.apply(Listed.fill("1", 1, CALL, "3", "40"));
        assertThatThrownBy(() -> AttributedAccounts.of(book, Map.of(), prices(2000)))
                .hasMessage("no mark of deribit:C is known");
    }
}
