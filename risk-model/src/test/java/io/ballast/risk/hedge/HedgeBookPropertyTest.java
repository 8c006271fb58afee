/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.risk.journal.Journal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The order of arrival and repeats change nothing; results are those of the cash that moved. */
class HedgeBookPropertyTest {

    private static final List<Instrument> TRADED = List.of(Listed.LINEAR, Listed.INVERSE, Listed.SPOT);

    @Property(tries = 200)
    void shouldComeOutTheSameInWhateverOrderAndHoweverOftenEventsCome(@ForAll Random random) {
        List<HedgeEvent> sorted = events(random);
        HedgeBook inOrder = book();
        sorted.forEach(inOrder::apply);
        List<HedgeEvent> shuffled = new ArrayList<>(sorted);
        sorted.stream().filter(event -> random.nextBoolean()).forEach(shuffled::add);
        Collections.shuffle(shuffled, random);
        HedgeBook arrived = book();
        shuffled.forEach(arrived::apply);
        assertThat(arrived.legs()).isEqualTo(inOrder.legs());
        assertThat(HedgeCash.of(arrived)).isEqualTo(HedgeCash.of(inOrder));
    }

    @Property(tries = 100)
    void shouldBeAsIfNeverAppliedAfterUndo(@ForAll Random random) {
        List<HedgeEvent> events = events(random);
        Collections.shuffle(events, random);
        Journal journal = new Journal();
        HedgeBook book = new HedgeBook(journal);
        TRADED.forEach(book::list);
        int kept = random.nextInt(events.size());
        events.subList(0, kept).forEach(book::apply);
        HedgeBook rebuilt = book();
        events.subList(0, kept).forEach(rebuilt::apply);
        journal.cut();
        events.subList(kept, events.size()).forEach(book::apply);
        Journal.undo(journal.cut());
        for (int i = 0; i < book.tables().size(); i++) {
            assertThat(book.tables().get(i).view())
                    .isEqualTo(rebuilt.tables().get(i).view());
        }
    }

    /** The definition: what came in for sales less what went out for purchases, plus what is left at the mark. */
    @Property(tries = 200)
    void shouldSplitTheResultIntoRealisedAndUnrealised(@ForAll Random random) {
        HedgeBook book = book();
        List<HedgeEvent> events = events(random).stream()
                .filter(event -> !(event instanceof Settlement))
                .toList();
        events.forEach(book::apply);
        BigDecimal mark = price(random);
        for (HedgeLeg leg : book.legs().values()) {
            BigDecimal moved = BigDecimal.ZERO;
            BigDecimal held = BigDecimal.ZERO;
            for (HedgeEvent event : events) {
                if (event instanceof Fill fill
                        && fill.instrument().equals(leg.instrument().key())) {
                    moved = moved.subtract(leg.instrument().worth(fill.contracts(), fill.price()));
                    held = held.add(fill.contracts());
                }
            }
            assertThat(leg.contracts()).isEqualByComparingTo(held);
            BigDecimal result =
                    held.signum() == 0 ? moved : moved.add(leg.instrument().worth(held, mark));
            assertThat(leg.realised().add(leg.unrealised(mark))).isEqualByComparingTo(result);
        }
    }

    /** Equity by its definition, from coin results, against units times prices; at any price. */
    @Property(tries = 200)
    void shouldHaveADeltaOfInversePerpetualsThatNoPriceChanges(@ForAll Random random) {
        HedgeBook book = new HedgeBook(new Journal());
        book.list(Listed.INVERSE);
        double equityAtEntry = 1 + random.nextInt(50);
        book.apply(new CollateralTransfer("t", 0, "deribit", "ETH", BigDecimal.valueOf(equityAtEntry)));
        double entry = 1000 + random.nextInt(3000);
        double face = 10.0 * (random.nextInt(9000) - 4500) + 5;
        book.apply(Listed.fill("1", 1, Listed.INVERSE, Double.toString(face / 10), Double.toString(entry)));
        double delta = HedgeDelta.of(book).get("ETH").doubleValue();
        for (double price : new double[] {500, 2000, 7777}) {
            double equity = equityAtEntry + face * (1 / entry - 1 / price);
            assertThat(delta).isCloseTo(equity + face / price, org.assertj.core.data.Offset.offset(1e-9));
            double up = price * 1.001;
            double worthUp = up * (equityAtEntry + face * (1 / entry - 1 / up));
            assertThat((worthUp - price * equity) / (up - price))
                    .isCloseTo(delta, org.assertj.core.data.Offset.offset(1e-6));
        }
    }

    private static HedgeBook book() {
        HedgeBook book = new HedgeBook(new Journal());
        TRADED.forEach(book::list);
        return book;
    }

    /** In order of time, several at the same time. */
    private static List<HedgeEvent> events(Random random) {
        List<HedgeEvent> events = new ArrayList<>();
        long time = 1;
        int count = 1 + random.nextInt(25);
        for (int i = 0; i < count; i++) {
            time += random.nextInt(2);
            events.add(event(random, String.format("%03d", i), time));
        }
        return events;
    }

    private static HedgeEvent event(Random random, String id, long time) {
        Instrument instrument = TRADED.get(random.nextInt(TRADED.size()));
        BigDecimal size = BigDecimal.valueOf(random.nextInt(9) - 4L);
        int kind = random.nextInt(8);
        if (kind == 0) {
            return new CollateralTransfer(id, time, "deribit", "ETH", BigDecimal.TEN);
        }
        if (kind == 1 && instrument instanceof Perpetual) {
            BigDecimal rate = BigDecimal.valueOf(random.nextInt(40) - 20L, 5);
            return new FundingRate(id, time, instrument.key(), rate, new FundingInterval(4), price(random));
        }
        if (kind == 2 && instrument instanceof Perpetual && time > 10) {
            return new Settlement(
                    id, time, new InstrumentKey("deribit", "ETH-PERPETUAL"), price(random), BigDecimal.ONE);
        }
        BigDecimal contracts = size.signum() == 0 ? BigDecimal.ONE : size;
        BigDecimal fee = BigDecimal.valueOf(random.nextInt(100) - 20L, 3);
        return new Fill(id, time, instrument.key(), contracts, price(random), fee, "USDT");
    }

    private static BigDecimal price(Random random) {
        return BigDecimal.valueOf(150_000 + random.nextInt(100_000), 2);
    }
}
