/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.risk.book.GroupCurve;
import io.ballast.schema.BookTotals;
import io.ballast.schema.PoolEventKind;
import io.ballast.schema.PoolKind;
import io.ballast.schema.PoolRisk;
import io.ballast.schema.PoolToken;
import io.ballast.schema.PortfolioCurve;
import io.ballast.schema.PortfolioPart;
import io.ballast.schema.PositionEventKind;
import io.ballast.schema.PositionKind;
import io.ballast.schema.PositionRisk;
import io.ballast.schema.PriceTickKind;
import io.ballast.schema.RangeState;
import io.ballast.schema.WindowLoss;
import io.ballast.streams.config.PublicationKeys;
import io.ballast.streams.record.PortfolioCurveAdapter;
import io.ballast.streams.testkit.BookDriver;
import io.ballast.streams.testkit.Chain;
import io.ballast.streams.testkit.TestRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Weighted and stable pools from the topics, logged as Balancer and Curve do. */
class ShareFlowTopologyTest {

    private static final String WEIGHTED = "balancer-v2:1:0x00000000000000000000000000000000000000d1";
    private static final String STABLE = "curve:1:0x00000000000000000000000000000000000000d2";
    private static final String ALICE = "0x000000000000000000000000000000000000000a";
    private static final String ETH = "coinbase:ETH-USD";
    private static final String BOB = "0x000000000000000000000000000000000000000b";

    @TempDir
    private Path folder;

    private final Chain chain = new Chain("a", 100);

    @Test
    void shouldPublishTheLossOfAWeightedPool() {
        createWeighted();
        chain.nextBlock();
        // 80/20: without fee k = x^0.8 y^0.2 stays; x falls to a half, so y is 16-fold.
        exchange(WEIGHTED, "-50", 18, "6000", 6);

        try (BookDriver books = BookDriver.open(folder)) {
            PositionRisk alice = books.feed(chain.records()).risk().get(WEIGHTED + "/" + ALICE);

            assertThat(books.deadLetters()).isEmpty();
            assertThat(alice.getKind()).isEqualTo(PositionKind.LP_TOKEN);
            assertThat(alice.getRangeState()).isEqualTo(RangeState.IN_RANGE);
            assertThat(alice.getPrice()).isCloseTo(4 * 6400 / 50.0, within(1e-9));
            assertThat(alice.getValue()).isCloseTo(5 * 6400, within(1e-3));
            assertThat(alice.getHodlValue()).isCloseTo(100 * 512 + 400, within(1e-6));
            assertThat(alice.getIlPct()).isCloseTo(32_000.0 / 51_600 - 1, within(1e-8));
            assertThat(alice.getFeesValue()).isCloseTo(0, within(1e-3));
            assertThat(alice.getDelta0()).isCloseTo(50, within(1e-6));
            assertThat(alice.getGamma()).isCloseTo(-0.2 * 50 / 512, within(1e-8));
            assertThat(alice.getPrincipal0Raw()).isEqualTo("49999999999950000000");
        }
    }

    @Test
    void shouldPublishAStablePoolWithItsRampAndBothItsHolders() {
        createStable();
        chain.nextBlock();
        exchange(STABLE, "500000", 18, "-499000", 6);
        chain.pool(STABLE, PoolEventKind.AMPLIFICATION, event -> event.setStartAmplificationRaw("20000")
                .setEndAmplificationRaw("10000")
                .setRampStart(Chain.timeOf(chain.block()))
                .setRampEnd(Chain.timeOf(chain.block() + 100)));
        chain.pool(STABLE, PoolEventKind.SWAP_FEE, event -> event.setSwapFeeE18Raw("100000000000000"));
        chain.skipTo(chain.block() + 50);
        lpTransfer(STABLE, Chain.ZERO, BOB, raw("100000", 18));
        chain.position(STABLE, PositionEventKind.JOIN, event -> event.setAmount0Raw("0")
                .setAmount1Raw(raw("100500", 6))
                .setProtocolFee1Raw(raw("1", 6))
                .setLpSupplyRaw(raw("2100000", 18)));

        try (BookDriver books = BookDriver.open(folder)) {
            books.feed(chain.records());
            PositionRisk alice = books.risk().get(STABLE + "/" + ALICE);
            PositionRisk bob = books.risk().get(STABLE + "/" + BOB);

            assertThat(books.deadLetters()).isEmpty();
            // By the invariant of K = 300 (A = 150 half-way) at balances 1 500 000 and 601 499.
            assertThat(alice.getPrice()).isCloseTo(priceOf(300, 1_500_000, 601_499), within(1e-9));
            assertThat(bob.getHodlValue()).isCloseTo(100_500, within(1e-6));
            assertThat(bob.getPrincipal0Raw()).isEqualTo("71428571428571428571428");
            assertThat(bob.getDelta1()).isCloseTo(601_499 / 21.0, within(1e-5));
            assertThat(alice.getFlags()).isEmpty();
        }
    }

    /** 80/20 at 16: 100 and 400 become 50 and 6,400 at 512, and go back. A stable pool beside it, through a ramp. */
    @Test
    void shouldPublishLossesOfEveryStepAndOverWindows() throws IOException {
        createWeighted(ETH, "par:USD");
        createStable();
        market(600);
        chain.nextBlock();
        exchange(WEIGHTED, "-50", 18, "6000", 6);
        exchange(STABLE, "500000", 18, "-499000", 6);
        chain.skipTo(chain.block() + 30);
        market(600);
        chain.pool(STABLE, PoolEventKind.AMPLIFICATION, event -> event.setStartAmplificationRaw("10000")
                .setEndAmplificationRaw("10000")
                .setRampStart(Chain.timeOf(chain.block()))
                .setRampEnd(Chain.timeOf(chain.block())));
        exchange(STABLE, "-400000", 18, "399000", 6);
        exchange(WEIGHTED, "50", 18, "-6000", 6);
        Path owners = Files.writeString(folder.resolve("owners.csv"), "owner,portfolio\n" + ALICE + ",desk-a\n");

        try (BookDriver books = BookDriver.open(folder, Map.of(PublicationKeys.OWNERS_FILE, owners.toString()))) {
            books.feed(chain.records());
            PositionRisk weighted = books.risk().get(WEIGHTED + "/" + ALICE);
            PositionRisk stable = books.risk().get(STABLE + "/" + ALICE);
            double there = 50 * 512 - 6000;
            double back = 6000 - 50 * 16;

            assertThat(weighted.getLvr()).isCloseTo(there + back, within(1e-6));
            assertThat(weighted.getLvrUsd()).isCloseTo(there + back, within(1e-6));
            // Sold 50 at a market of 600 for 6,000, and bought them back for as much.
            assertThat(weighted.getMarkout()).isCloseTo(0, within(1e-6));
            assertThat(weighted.getWindows())
                    .extracting(WindowLoss::getComplete)
                    .containsExactly(true, false, false, false);
            assertThat(weighted.getWindows().get(0).getLvr()).isCloseTo(back, within(1e-6));
            assertThat(weighted.getWindows().get(0).getIl()).isCloseTo(-back, within(1e-6));
            assertThat(weighted.getWindows().get(1).getIl()).isCloseTo(0, within(1e-6));
            assertThat(stable.getLvr()).isPositive();
            assertThat(stable.getLvrUsd()).isNull();
            assertThat(stable.getWindows()).hasSize(4);
            // The same step, once with the fees of the first swap and once without.
            double step = stable.getWindows().get(0).getLvr();
            assertThat(stable.getWindows().get(0).getIl()).isCloseTo(-step, within(1e-3 * step));

            Map<String, PoolRisk> pools = new HashMap<>();
            books.newPoolRisk().forEach(pool -> pools.put(pool.getPoolId(), pool));
            List<BookTotals> totals = new ArrayList<>();
            books.newParts().values().forEach(part -> totals.add(part.getTotals()));
            pools.values().forEach(pool -> totals.add(pool.getTotals()));
            assertThat(totals).hasSize(4);
            assertThat(totals.stream().filter(sum -> sum.getWindows().equals(weighted.getWindows())))
                    .hasSize(2)
                    .allSatisfy(sum -> assertThat(sum.getLvr()).isEqualTo(weighted.getLvr()));
            assertThat(totals.stream().filter(sum -> sum.getWindows().equals(stable.getWindows())))
                    .hasSize(2)
                    .allSatisfy(sum -> assertThat(sum.getLvr()).isEqualTo(stable.getLvr()));
        }
    }

    @Test
    void shouldComeBackFromTheStoresAndForgetARetractedSwap() {
        createWeighted();
        createStable();
        chain.nextBlock();
        exchange(WEIGHTED, "-5", 18, "106", 6);
        exchange(STABLE, "50000", 18, "-49900", 6);
        List<TestRecord> before = chain.records();
        chain.nextBlock();
        exchange(WEIGHTED, "-50", 18, "6000", 6);
        exchange(STABLE, "500000", 18, "-499000", 6);
        List<TestRecord> gone = new ArrayList<>(chain.records().subList(before.size(), chain.size()));

        try (BookDriver books = BookDriver.open(folder);
                BookDriver undisturbed = BookDriver.open(folder)) {
            undisturbed.feed(before);
            books.feed(chain.records());
            books.reinitialise();
            books.advance(Duration.ofSeconds(1));
            gone.forEach(record -> books.feed(record.removed()));

            for (String position : List.of(WEIGHTED + "/" + ALICE, STABLE + "/" + ALICE)) {
                PositionRisk risk = books.risk().get(position);
                PositionRisk expected = undisturbed.risk().get(position);
                assertThat(risk.getValue()).isEqualTo(expected.getValue());
                assertThat(risk.getPrice()).isEqualTo(expected.getPrice());
                assertThat(risk.getPrincipal1Raw()).isEqualTo(expected.getPrincipal1Raw());
                assertThat(risk.getLvr()).isEqualTo(expected.getLvr());
                assertThat(risk.getWindows()).isEqualTo(expected.getWindows());
            }
        }
    }

    @Test
    void shouldTakeBalancesThatAProducerRead() {
        createWeighted();
        chain.nextBlock();
        chain.tick(WEIGHTED, PriceTickKind.BALANCES, tick -> tick.setReserve0Raw(raw("110", 18))
                .setReserve1Raw(raw("440", 6)));

        try (BookDriver books = BookDriver.open(folder)) {
            PositionRisk alice = books.feed(chain.records()).risk().get(WEIGHTED + "/" + ALICE);

            assertThat(alice.getFeesEarned0()).isCloseTo(10, within(1e-6));
            assertThat(alice.getFeesEarned1()).isCloseTo(40, within(1e-6));
            assertThat(alice.getIl()).isCloseTo(0, within(1e-6));
        }
    }

    @Test
    void shouldSayThatThereAreNoBooksOfThreeTokensYet() {
        PoolToken third = weighted(Chain.token("0xa2", 18, null), "333333333333333334");
        chain.define(WEIGHTED, PoolKind.WEIGHTED, List.of(third, third, third), null);

        try (BookDriver books = BookDriver.open(folder)) {
            books.feed(chain.records());

            assertThat(books.deadLetters()).singleElement().satisfies(letter -> assertThat(letter.getReason())
                    .contains("tokens: 3 of a WEIGHTED pool")
                    .contains("books of two tokens only"));
        }
    }

    @Test
    void shouldTellTheCurveOfAPortfoliosShares() throws IOException {
        createWeighted();
        createStable();
        chain.nextBlock();
        exchange(WEIGHTED, "-5", 18, "106", 6);
        exchange(STABLE, "500000", 18, "-499000", 6);
        Path owners = Files.writeString(folder.resolve("owners.csv"), "owner,portfolio\n" + ALICE + ",desk-a\n");

        try (BookDriver books = BookDriver.open(folder, Map.of(PublicationKeys.OWNERS_FILE, owners.toString()))) {
            books.feed(chain.records());
            Map<String, PortfolioCurve> curves = new HashMap<>();
            books.newCurves().forEach(record -> curves.put(record.key(), record.value()));
            Map<String, PortfolioPart> parts = books.newParts();

            assertThat(curves.keySet()).isEqualTo(parts.keySet()).hasSize(2);
            parts.forEach((key, part) -> {
                GroupCurve holding =
                        PortfolioCurveAdapter.curve(curves.get(key)).orElseThrow();
                part.getTotals().getLadder().forEach(point -> {
                    assertThat(holding.at(point.getPrice()).value()).isEqualTo(point.getValue());
                    assertThat(holding.at(point.getPrice()).il()).isEqualTo(point.getIl());
                    assertThat(holding.at(point.getPrice()).delta0()).isEqualTo(point.getDelta0());
                    assertThat(holding.at(point.getPrice()).gamma()).isEqualTo(point.getGamma());
                });
            });
        }
    }

    private void createWeighted() {
        createWeighted(null, null);
    }

    private void createWeighted(String source0, String source1) {
        chain.define(
                WEIGHTED,
                PoolKind.WEIGHTED,
                List.of(
                        weighted(Chain.token("0xa0", 18, source0), "800000000000000000"),
                        weighted(Chain.token("0xa1", 6, source1), "200000000000000000")),
                null);
        lpTransfer(WEIGHTED, Chain.ZERO, Chain.ZERO, "1000000");
        lpTransfer(WEIGHTED, Chain.ZERO, ALICE, "999999999999000000");
        chain.position(WEIGHTED, PositionEventKind.JOIN, event -> event.setAmount0Raw(raw("100", 18))
                .setAmount1Raw(raw("400", 6)));
    }

    private void createStable() {
        chain.define(
                STABLE,
                PoolKind.STABLE,
                List.of(Chain.token("0xa0", 18, null), Chain.token("0xa1", 6, null)),
                null,
                definition -> definition
                        .setFeePips(null)
                        .setSwapFeeE18Raw("400000000000000")
                        .setAmplificationRaw("20000")
                        .setAmplificationPrecision(100));
        lpTransfer(STABLE, Chain.ZERO, ALICE, raw("2000000", 18));
        chain.position(STABLE, PositionEventKind.JOIN, event -> event.setAmount0Raw(raw("1000000", 18))
                .setAmount1Raw(raw("1000000", 6))
                .setLpSupplyRaw(raw("2000000", 18)));
    }

    private void lpTransfer(String pool, String from, String to, String value) {
        chain.position(pool, PositionEventKind.LP_TRANSFER, event -> event.setFromAddress(from)
                .setToAddress(to)
                .setLiquidityRaw(value));
    }

    private void exchange(String pool, String change0, int decimals0, String change1, int decimals1) {
        chain.tick(pool, PriceTickKind.EXCHANGE, tick -> tick.setAmount0Raw(raw(change0, decimals0))
                .setAmount1Raw(raw(change1, decimals1)));
    }

    private void market(double price) {
        chain.tick(ETH, PriceTickKind.TRADE, tick -> tick.setPrice(price));
    }

    private static PoolToken weighted(PoolToken token, String weight) {
        return PoolToken.newBuilder(token).setWeightE18Raw(weight).build();
    }

    private static String raw(String human, int decimals) {
        return new BigDecimal(human).scaleByPowerOfTen(decimals).toBigInteger().toString();
    }

    /** -dy/dx of K (x + y) + D = K D + D^3 / (4 x y), D by bisection. */
    private static double priceOf(double k, double x, double y) {
        double low = 0;
        double high = x + y;
        for (int i = 0; i < 200; i++) {
            double d = (low + high) / 2;
            boolean tooSmall = k * (x + y) + d > k * d + d * d * d / (4 * x * y);
            low = tooSmall ? d : low;
            high = tooSmall ? high : d;
        }
        double bend = low * low * low / (4 * x * y);
        return (k + bend / x) / (k + bend / y);
    }
}
