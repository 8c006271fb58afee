/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.risk.hedge.CollateralTransfer;
import io.ballast.risk.hedge.EventKey;
import io.ballast.risk.hedge.FundingInterval;
import io.ballast.risk.hedge.FundingRate;
import io.ballast.risk.hedge.HedgeBook;
import io.ballast.risk.hedge.Instrument;
import io.ballast.risk.hedge.LinearOption;
import io.ballast.risk.hedge.Listed;
import io.ballast.risk.hedge.OptionRight;
import io.ballast.risk.hedge.OptionTerms;
import io.ballast.risk.hedge.Settlement;
import io.ballast.risk.journal.Journal;
import io.ballast.risk.sum.ExactSum;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Terms taken from one known state to the next add up on every path. */
class StepwiseAttributionPropertyTest {

    private static final int STEPS = 40;
    private static final LinearOption CALL = new LinearOption(
            Listed.terms("deribit", "C", "ETH", "USD", "USD", "1", "1", "1", null),
            new OptionTerms(OptionRight.CALL, new BigDecimal("2000"), 1));
    private static final List<Instrument> TRADED = List.of(Listed.LINEAR, Listed.INVERSE, Listed.SPOT, CALL);

    @Property(tries = 200)
    void shouldAddUpForPools(@ForAll Random random) {
        PartWorth now = part(random, 10, 20_000);
        ExactSum start = now.worth();
        Attribution all = Attribution.NONE;
        ExactSum flows = ExactSum.ZERO;
        for (int i = 0; i < STEPS; i++) {
            boolean stays = random.nextInt(4) > 0;
            PartWorth next = stays
                    ? part(random, now.hodl0(), now.hodl1())
                    : part(random, random.nextDouble() * 20, random.nextDouble() * 40_000);
            ExactSum flow = now.flowTo(next);
            if (stays) {
                assertThat(flow).isEqualTo(ExactSum.ZERO);
            }
            all = all.plus(now.to(next));
            flows = flows.plus(flow);
            now = next;
        }
        assertThat(all.total()).isEqualTo(now.worth().minus(start).minus(flows));
    }

    @Property(tries = 200)
    void shouldAddUpForHedges_whateverIsLateOrTakenBack(@ForAll Random random) {
        HedgeBook book = new HedgeBook(new Journal());
        TRADED.forEach(book::list);
        AccountPrices at = prices(2000);
        AccountsWorth now = AccountsWorth.of(book);
        Attribution all = Attribution.NONE;
        ExactSum flows = ExactSum.ZERO;
        for (int i = 0; i < STEPS; i++) {
            AccountPrices next = prices(1500 + random.nextInt(1000));
            all = all.plus(now.reprice(at, next));
            at = next;
            happen(random, book, i);
            AccountsWorth after = AccountsWorth.of(book);
            all = all.plus(now.to(after, at));
            flows = flows.plus(now.flowTo(after, at));
            now = after;
        }
        assertThat(all.total()).isEqualTo(ExactSum.ZERO.plus(now.worth(at)).minus(flows));
    }

    private static void happen(Random random, HedgeBook book, int number) {
        Instrument instrument = TRADED.get(random.nextInt(TRADED.size()));
        long time = random.nextInt(1000) + 1;
        String id = "e" + number;
        switch (random.nextInt(6)) {
            case 0 ->
                book.apply(new CollateralTransfer(
                        id,
                        time,
                        "deribit",
                        random.nextBoolean() ? "ETH" : "USD",
                        new BigDecimal(1 + random.nextInt(9))));
            case 1 ->
                book.apply(new FundingRate(
                        id,
                        time,
                        Listed.LINEAR.key(),
                        new BigDecimal("0.0001"),
                        new FundingInterval(8),
                        new BigDecimal("2000")));
            case 2 -> retract(book, random.nextInt(number + 1), instrument);
            case 3 -> book.apply(new Settlement(id, time, CALL.key(), new BigDecimal("2100"), BigDecimal.ZERO));
            default ->
                book.apply(Listed.fill(
                        id,
                        time,
                        instrument,
                        Integer.toString(random.nextBoolean() ? 1 + random.nextInt(5) : -1 - random.nextInt(5)),
                        Integer.toString(1900 + random.nextInt(200)),
                        "0.5"));
        }
    }

    private static void retract(HedgeBook book, int number, Instrument instrument) {
        try {
            book.retract(new EventKey(instrument.key().venue(), "e" + number));
        } catch (IllegalArgumentException notThere) {
            assertThat(notThere).hasMessageContaining("no hedge event");
        }
    }

    private static PartWorth part(Random random, double hodl0, double hodl1) {
        double price1 = 0.5 + random.nextDouble();
        return new PartWorth(
                new TokenPrices(price1 * (1000 + random.nextInt(2000)), price1),
                hodl0,
                hodl1,
                -random.nextDouble() * 100,
                random.nextDouble() * 50,
                random.nextDouble() * 60);
    }

    private static AccountPrices prices(int eth) {
        BigDecimal price = new BigDecimal(eth);
        return new AccountPrices(
                Map.of(
                        Listed.LINEAR.key(),
                        price,
                        Listed.INVERSE.key(),
                        price,
                        Listed.SPOT.key(),
                        price,
                        CALL.key(),
                        new BigDecimal("40")),
                Map.of("ETH", price, "USD", BigDecimal.ONE, "USDT", new BigDecimal("0.998")));
    }
}
