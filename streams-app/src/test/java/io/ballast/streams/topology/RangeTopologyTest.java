/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.topology;

import static io.ballast.streams.testkit.SmallPool.ALICE;
import static io.ballast.streams.testkit.SmallPool.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.risk.range.BarrierProbability;
import io.ballast.schema.PositionEventKind;
import io.ballast.schema.PositionRisk;
import io.ballast.schema.PriceTickKind;
import io.ballast.schema.RangeAdvice;
import io.ballast.schema.RangeOrderSide;
import io.ballast.schema.RangeRisk;
import io.ballast.schema.RangeState;
import io.ballast.schema.VolatilityBasis;
import io.ballast.streams.config.PublicationKeys;
import io.ballast.streams.config.RangeKeys;
import io.ballast.streams.testkit.BookDriver;
import io.ballast.streams.testkit.Chain;
import io.ballast.streams.testkit.Histories;
import io.ballast.streams.testkit.SmallPool;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pool at 1, blocks of twelve seconds, and positions from tick -600 to 600: prices 0.9418 to 1.0618. */
class RangeTopologyTest {

    private static final long SOME = 1_000_000_000_000_000_000L;
    private static final String SOURCE = "coinbase:ETH-USD";
    private static final long BLOCK_MS = 12_000;

    @TempDir
    private Path folder;

    private final Chain chain = new Chain("a", 100);
    private final SmallPool pool = new SmallPool(chain);
    private Map<String, PositionRisk> latest = Map.of();
    private BookDriver books;

    @BeforeEach
    void start() {
        books = BookDriver.open(
                folder,
                Map.of(PublicationKeys.TOLERANCE_VALUE, "0", RangeKeys.AFTER_MS, "120000", RangeKeys.GAS_USD, "1"));
        pool.define(definition ->
                definition.setTokens(List.of(Chain.token("0xa0", 18, SOURCE), Chain.token("0xa1", 18, "par:USD"))));
    }

    @AfterEach
    void stop() {
        books.close();
    }

    @Test
    void shouldTellTheTimeInRangeExactlyAndTakeItBackWithTheBlocks() {
        pool.initialize().mint(ALICE, SOME);
        chain.skipTo(110);
        int beforeLeaving = chain.size();
        pool.swapTo("1.05", 975, 0);
        chain.skipTo(130);
        pool.swapTo("1.01", 199, SOME);

        RangeRisk back = range(ALICE);
        assertThat(back.getHeldMs()).isEqualTo(30 * BLOCK_MS);
        assertThat(back.getInRangeMs()).isEqualTo(10 * BLOCK_MS);
        assertThat(back.getStateSince()).isEqualTo(Chain.timeOf(130));

        books.feed(Histories.retractions(chain.records().subList(beforeLeaving, chain.size()), true));
        chain.skipTo(140);
        pool.mint(ALICE, SOME);
        RangeRisk never = range(ALICE);
        assertThat(never.getHeldMs()).isEqualTo(40 * BLOCK_MS);
        assertThat(never.getInRangeMs()).isEqualTo(40 * BLOCK_MS);
        assertThat(never.getStateSince()).isEqualTo(Chain.timeOf(100));
    }

    @Test
    void shouldGoOnWithTheTimeAfterARevival() {
        pool.initialize().mint(ALICE, SOME);
        chain.skipTo(110);
        pool.swapTo("1.05", 975, 0);
        feedNew();
        books.reinitialise();
        chain.skipTo(120);
        pool.swapTo("1.06", 1165, 0);

        assertThat(range(ALICE).getInRangeMs()).isEqualTo(10 * BLOCK_MS);
        assertThat(range(ALICE).getHeldMs()).isEqualTo(20 * BLOCK_MS);
        assertThat(range(ALICE).getStateSince()).isEqualTo(Chain.timeOf(110));
    }

    @Test
    void shouldMeasureTheEndsInPercentAloneWithoutAMarket() {
        pool.initialize().mint(ALICE, SOME);

        RangeRisk range = range(ALICE);
        assertThat(range.getUpperDistance()).isCloseTo(Math.pow(1.0001, 600) - 1, within(1e-12));
        assertThat(range.getLowerDistance()).isCloseTo(Math.pow(1.0001, 600) - 1, within(1e-12));
        assertThat(range.getVolatility()).isNull();
        assertThat(range.getVolatilityBasis()).isEqualTo(VolatilityBasis.UNKNOWN);
        assertThat(range.getLeaveProbability()).isNull();
        assertThat(range.getAdvice()).isEqualTo(RangeAdvice.STAY);

        pool.swapTo("1.01", 199, SOME);
        RangeRisk higher = range(ALICE);
        double price = 1.01 * 1.01;
        assertThat(higher.getLowerDistance()).isCloseTo(price / Math.pow(1.0001, -600) - 1, within(1e-12));
        assertThat(higher.getUpperDistance()).isCloseTo(Math.pow(1.0001, 600) / price - 1, within(1e-12));
    }

    @Test
    void shouldTellSigmasAndTheChanceToLeaveByTheMarketsVolatility() {
        movingMarket();
        chain.skipTo(200);
        pool.initialize().mint(ALICE, SOME);

        RangeRisk range = range(ALICE);
        assertThat(range.getVolatilityBasis()).isEqualTo(VolatilityBasis.ONE_MARKET);
        double deviation = range.getVolatility() * Math.sqrt(1 / 365.0);
        double distance = 600 * Math.log(1.0001);
        assertThat(range.getVolatility()).isPositive();
        assertThat(range.getHorizonMs()).isEqualTo(86_400_000);
        assertThat(range.getUpperSigmas()).isCloseTo(distance / deviation, within(1e-9));
        assertThat(range.getLeaveProbability())
                .isCloseTo(BarrierProbability.ofLeaving(distance, distance, deviation), within(1e-9));
        assertThat(range.getReturnProbability()).isNull();
    }

    @Test
    void shouldAdviseANewRangeOnceItIsOutForLongEnough() {
        chain.tick(SOURCE, PriceTickKind.TRADE, tick -> tick.setPrice(1.0));
        pool.initialize().mint(ALICE, SOME).swapTo("1.001", 19, SOME);
        chain.skipTo(110);
        pool.swapTo("1.05", 975, 0);
        RangeRisk justOut = range(ALICE);
        assertThat(justOut.getAdvice()).isEqualTo(RangeAdvice.WAIT);
        assertThat(justOut.getNewTickLower()).isEqualTo(360);
        assertThat(justOut.getNewTickUpper()).isEqualTo(1560);

        chain.skipTo(120);
        pool.swapTo("1.0501", 977, 0);
        RangeRisk longOut = range(ALICE);
        double value = risk(ALICE).getValue();
        // Nearly half of it: the new range's middle is not exactly at the price.
        assertThat(longOut.getSwapValue()).isCloseTo(value / 2, within(0.03 * value));
        assertThat(longOut.getHalfSpreadBps()).isEqualTo(5);
        double gas = 1 / risk(ALICE).getUsdPerToken1();
        assertThat(longOut.getCost()).isCloseTo(longOut.getSwapValue() * 0.0035 + gas, within(1e-12));
        assertThat(longOut.getPaybackMs()).isPositive();
        assertThat(longOut.getAdvice()).isEqualTo(RangeAdvice.TOO_DEAR);
    }

    @Test
    void shouldFollowARangeOrderUntilItIsFilled() {
        pool.initialize().slot(BOB, PositionEventKind.MINT, SOME, event -> event.setTickLower(600)
                .setTickUpper(1200)
                .setAmount1Raw("0"));
        assertThat(order(BOB).getOrderSide()).isEqualTo(RangeOrderSide.SELL_TOKEN0);
        assertThat(order(BOB).getOrderFilled()).isZero();
        assertThat(order(BOB).getAdvice()).isEqualTo(RangeAdvice.STAY);

        chain.nextBlock();
        pool.swapTo("1.07", 1353, 0);
        assertThat(order(BOB).getOrderFilled()).isEqualTo(1);
        assertThat(order(BOB).getAdvice()).isEqualTo(RangeAdvice.TAKE_ORDER);
    }

    @Test
    void shouldSayNothingOfARangeThatHoldsNothing() {
        pool.initialize().mint(ALICE, SOME);
        chain.nextBlock();
        pool.burn(ALICE, SOME);

        assertThat(risk(ALICE).getRangeState()).isEqualTo(RangeState.CLOSED);
        assertThat(range(ALICE)).isNull();
    }

    private void movingMarket() {
        Instant start = Chain.timeOf(100);
        for (int minute = 0; minute < 20; minute++) {
            Instant at = start.plusSeconds(60L * minute);
            double price = minute % 2 == 0 ? 1 : 1.001;
            chain.tick(SOURCE, PriceTickKind.TRADE, tick -> tick.setPrice(price).setEventTime(at));
        }
    }

    private RangeRisk range(String owner) {
        return risk(owner).getRange();
    }

    private RangeRisk order(String owner) {
        feedNew();
        return latest.get(SmallPool.ID + "/" + owner + ":600:1200").getRange();
    }

    private PositionRisk risk(String owner) {
        feedNew();
        return latest.get(SmallPool.position(owner));
    }

    private void feedNew() {
        books.feed(chain.newRecords());
        latest = books.risk();
    }
}
