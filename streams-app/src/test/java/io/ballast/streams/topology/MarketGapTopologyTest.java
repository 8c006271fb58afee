/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.topology;

import static io.ballast.streams.testkit.SmallPool.ALICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.schema.GapSide;
import io.ballast.schema.MarketRegime;
import io.ballast.schema.PoolRisk;
import io.ballast.schema.PriceTickKind;
import io.ballast.schema.QualityFlag;
import io.ballast.schema.RiskReason;
import io.ballast.streams.testkit.BookDriver;
import io.ballast.streams.testkit.Chain;
import io.ballast.streams.testkit.SmallPool;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pool at 1 with a fee of 0.3 %, and a market that moves away from it and back. */
class MarketGapTopologyTest {

    private static final long SOME = 1_000_000_000_000_000_000L;
    private static final String SOURCE = "coinbase:ETH-USD";

    @TempDir
    private Path folder;

    private final Chain chain = new Chain("a", 100);
    private final SmallPool pool = new SmallPool(chain);
    private final List<PoolRisk> published = new ArrayList<>();
    private BookDriver books;

    @BeforeEach
    void start() {
        books = BookDriver.open(folder);
    }

    @AfterEach
    void stop() {
        books.close();
    }

    @Test
    void shouldSayNothingWithoutAMarket() {
        define(SOURCE, "par:USD");
        pool.initialize().mint(ALICE, SOME);

        PoolRisk risk = last();
        assertThat(risk.getMarketPrice()).isNull();
        assertThat(risk.getGapBps()).isNull();
        assertThat(risk.getGapSide()).isEqualTo(GapSide.UNKNOWN);
        assertThat(risk.getGapSince()).isNull();
        assertThat(risk.getMarketRegime()).isEqualTo(MarketRegime.UNKNOWN);
    }

    @Test
    void shouldSayHowFarThePoolIsFromTheMarketAndThatTheFeeKeepsItSafe() {
        define(SOURCE, "par:USD");
        market(1.002);
        pool.initialize().mint(ALICE, SOME);

        PoolRisk risk = last();
        assertThat(risk.getMarketPrice()).isEqualTo(1.002);
        assertThat(risk.getMarketPriceTime()).isEqualTo(Chain.timeOf(100));
        assertThat(risk.getGapBps()).isCloseTo(-19.96, within(0.001));
        assertThat(risk.getGapBeyondFeeBps()).isZero();
        assertThat(risk.getGapSide()).isEqualTo(GapSide.NONE);
        assertThat(risk.getGapSince()).isEqualTo(Chain.timeOf(100));
    }

    @Test
    void shouldSayAtOnceThatTheMarketHasLeftThePoolBehind() {
        define(SOURCE, "par:USD");
        market(1.002);
        pool.initialize().mint(ALICE, SOME);
        feedNew();
        int before = published.size();

        chain.nextBlock();
        market(1.0025);
        feedNew();
        assertThat(published).hasSize(before);

        chain.nextBlock();
        market(1.01);
        chain.nextBlock();
        market(1.011);
        PoolRisk risk = last();
        assertThat(published).hasSize(before + 1);
        assertThat(risk.getReason()).isEqualTo(RiskReason.TICK);
        assertThat(risk.getEventTime()).isEqualTo(Chain.timeOf(100));
        assertThat(risk.getMarketPriceTime()).isEqualTo(Chain.timeOf(102));
        assertThat(risk.getGapSide()).isEqualTo(GapSide.BUY_TOKEN0_FROM_POOL);
        assertThat(risk.getGapSince()).isEqualTo(Chain.timeOf(102));
        assertThat(risk.getGapBeyondFeeBps()).isCloseTo((1.01 * 0.997 - 1) * 1e4, within(1e-9));
        assertThat(risk.getGapLastedMs()).isZero();
    }

    @Test
    void shouldSaySinceWhenAcrossARevivalAndThatTheArbitrageIsDone() {
        define(SOURCE, "par:USD");
        market(1.01);
        pool.initialize().mint(ALICE, SOME);
        chain.nextBlock();
        market(1.0101);
        feedNew();
        books.reinitialise();
        chain.nextBlock();
        pool.tick(SOME);
        assertThat(last().getGapSide()).isEqualTo(GapSide.BUY_TOKEN0_FROM_POOL);
        assertThat(last().getGapSince()).isEqualTo(Chain.timeOf(100));
        assertThat(last().getGapLastedMs()).isEqualTo(24_000);

        chain.nextBlock();
        pool.swapTo("1.004", 79, SOME);
        PoolRisk done = last();
        assertThat(done.getGapSide()).isEqualTo(GapSide.NONE);
        assertThat(done.getGapSince()).isEqualTo(Chain.timeOf(103));
        assertThat(done.getPrice()).isCloseTo(1.004 * 1.004, within(1e-9));
    }

    @Test
    void shouldSayHowMuchAnArbitrageurWouldGain() {
        define(SOURCE, "par:USD");
        market(1.01);
        pool.initialize().mint(ALICE, SOME);

        // Up to sqrt(1.01 * 0.997), with a liquidity of one token all the way.
        double end = Math.sqrt(1.01 * 0.997);
        double paid = (end - 1) / 0.997;
        assertThat(last().getArbitrageProfit()).isCloseTo((1 - 1 / end) * 1.01 - paid, within(1e-15));
        assertThat(last().getArbitrageProfitUsd()).isEqualTo(last().getArbitrageProfit());
        assertThat(last().getArbitrageFees()).isCloseTo(paid * 0.003, within(1e-15));
        assertThat(last().getSwapFee()).isEqualTo(0.003);

        chain.nextBlock();
        market(1.0001);
        assertThat(last().getArbitrageProfit()).isZero();
    }

    @Test
    void shouldCompareWithNoPriceThatIsOld() {
        define(SOURCE, "par:USD");
        market(1.01);
        pool.initialize().mint(ALICE, SOME);
        chain.skipTo(126);
        pool.tick(SOME);

        assertThat(last().getMarketPrice()).isNull();
        assertThat(last().getGapSide()).isEqualTo(GapSide.UNKNOWN);
    }

    @Test
    void shouldCrossTwoMarketsAtTheTimeOfTheOlder() {
        define(SOURCE, "coinbase:BTC-USD");
        market(3000);
        chain.nextBlock();
        chain.tick("coinbase:BTC-USD", PriceTickKind.TRADE, tick -> tick.setPrice(2000.0));
        pool.initialize().mint(ALICE, SOME);

        assertThat(last().getMarketPrice()).isEqualTo(1.5);
        assertThat(last().getMarketPriceTime()).isEqualTo(Chain.timeOf(100));
        assertThat(last().getGapSide()).isEqualTo(GapSide.BUY_TOKEN0_FROM_POOL);
        assertThat(last().getUsdPriceAgeMs()).isZero();
    }

    @Test
    void shouldFlagAMarketThatIsInDispute() {
        define(SOURCE, "par:USD");
        market(1.01);
        chain.tick("kraken:ETH-USD", PriceTickKind.TRADE, tick -> tick.setPrice(1.1));
        pool.initialize().mint(ALICE, SOME);

        assertThat(last().getFlags()).contains(QualityFlag.USD_UNCERTAIN);
    }

    @Test
    void shouldTellTheRegimeOfTheMarket() {
        define(SOURCE, "par:USD");
        Instant start = Chain.timeOf(100);
        for (int minute = 0; minute < 20; minute++) {
            Instant at = start.plusSeconds(60L * minute);
            double price = minute % 2 == 0 ? 1 : 1.01;
            chain.tick(SOURCE, PriceTickKind.TRADE, tick -> tick.setPrice(price).setEventTime(at));
        }
        chain.skipTo(200);
        pool.initialize().mint(ALICE, SOME);

        assertThat(last().getMarketRegime()).isEqualTo(MarketRegime.EXTREME);
    }

    private void define(String source0, String source1) {
        pool.define(definition ->
                definition.setTokens(List.of(Chain.token("0xa0", 18, source0), Chain.token("0xa1", 18, source1))));
    }

    private void market(double price) {
        chain.tick(SOURCE, PriceTickKind.TRADE, tick -> tick.setPrice(price));
    }

    private PoolRisk last() {
        feedNew();
        return published.get(published.size() - 1);
    }

    private void feedNew() {
        books.feed(chain.newRecords());
        published.addAll(books.newPoolRisk());
    }
}
