/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.topology;

import static io.ballast.streams.testkit.SharePools.ALICE;
import static io.ballast.streams.testkit.SharePools.STABLE;
import static io.ballast.streams.testkit.SharePools.WEIGHTED;
import static io.ballast.streams.testkit.SharePools.raw;
import static io.ballast.streams.testkit.SharePools.weighted;
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
import io.ballast.schema.RiskReason;
import io.ballast.schema.WindowLoss;
import io.ballast.streams.config.PublicationKeys;
import io.ballast.streams.record.PortfolioCurveAdapter;
import io.ballast.streams.testkit.BookDriver;
import io.ballast.streams.testkit.Chain;
import io.ballast.streams.testkit.Histories;
import io.ballast.streams.testkit.SharePools;
import io.ballast.streams.testkit.TestRecord;
import java.io.IOException;
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

    private static final String ETH = "coinbase:ETH-USD";
    private static final String BOB = "0x000000000000000000000000000000000000000b";

    @TempDir
    private Path folder;

    private final Chain chain = new Chain("a", 100);
    private final SharePools pools = new SharePools(chain);

    @Test
    void shouldPublishTheLossOfAWeightedPool() {
        pools.createWeighted();
        chain.nextBlock();
        // 80/20: without fee k = x^0.8 y^0.2 stays; x falls to a half, so y is 16-fold.
        pools.exchange(WEIGHTED, "-50", "6000");

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
        pools.createStable();
        chain.nextBlock();
        pools.exchange(STABLE, "500000", "-499000");
        chain.pool(STABLE, PoolEventKind.AMPLIFICATION, event -> event.setStartAmplificationRaw("20000")
                .setEndAmplificationRaw("10000")
                .setRampStart(Chain.timeOf(chain.block()))
                .setRampEnd(Chain.timeOf(chain.block() + 100)));
        chain.pool(STABLE, PoolEventKind.SWAP_FEE, event -> event.setSwapFeeE18Raw("100000000000000"));
        chain.skipTo(chain.block() + 50);
        pools.lpTransfer(STABLE, Chain.ZERO, BOB, raw("100000", 18));
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
        pools.createWeighted(ETH, "par:USD");
        pools.createStable();
        market(600);
        chain.nextBlock();
        pools.exchange(WEIGHTED, "-50", "6000");
        pools.exchange(STABLE, "500000", "-499000");
        chain.skipTo(chain.block() + 30);
        market(600);
        chain.pool(STABLE, PoolEventKind.AMPLIFICATION, event -> event.setStartAmplificationRaw("10000")
                .setEndAmplificationRaw("10000")
                .setRampStart(Chain.timeOf(chain.block()))
                .setRampEnd(Chain.timeOf(chain.block())));
        pools.exchange(STABLE, "-400000", "399000");
        pools.exchange(WEIGHTED, "50", "-6000");
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
    void shouldTellAtOnceByWhichRulesAPoolTradesNow() {
        pools.createStable();
        try (BookDriver books = BookDriver.open(folder)) {
            books.feed(chain.records());
            assertThat(lastPoolRisk(books).getAmplification()).isEqualTo(200);
            int fed = chain.size();
            chain.nextBlock();
            chain.pool(STABLE, PoolEventKind.SWAP_FEE, event -> event.setSwapFeeE18Raw("100000000000000"));
            books.feed(chain.records().subList(fed, chain.size()));

            PoolRisk dearer = lastPoolRisk(books);
            assertThat(dearer.getSwapFee()).isCloseTo(0.0001, within(1e-18));
            assertThat(dearer.getReason()).isEqualTo(RiskReason.EVENT);

            int changed = chain.size();
            chain.pool(STABLE, PoolEventKind.AMPLIFICATION, event -> event.setStartAmplificationRaw("20000")
                    .setEndAmplificationRaw("10000")
                    .setRampStart(Chain.timeOf(chain.block() - 50))
                    .setRampEnd(Chain.timeOf(chain.block() + 50)));
            books.feed(chain.records().subList(changed, chain.size()));
            assertThat(lastPoolRisk(books).getAmplification()).isEqualTo(150);

            books.feed(Histories.retractions(chain.records().subList(changed, chain.size()), true));
            assertThat(lastPoolRisk(books).getAmplification()).isEqualTo(200);
        }
    }

    private static PoolRisk lastPoolRisk(BookDriver books) {
        List<PoolRisk> published = books.newPoolRisk();
        return published.get(published.size() - 1);
    }

    @Test
    void shouldComeBackFromTheStoresAndForgetARetractedSwap() {
        pools.createWeighted();
        pools.createStable();
        chain.nextBlock();
        pools.exchange(WEIGHTED, "-5", "106");
        pools.exchange(STABLE, "50000", "-49900");
        List<TestRecord> before = chain.records();
        chain.nextBlock();
        pools.exchange(WEIGHTED, "-50", "6000");
        pools.exchange(STABLE, "500000", "-499000");
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
        pools.createWeighted();
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
        pools.createWeighted();
        pools.createStable();
        chain.nextBlock();
        pools.exchange(WEIGHTED, "-5", "106");
        pools.exchange(STABLE, "500000", "-499000");
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

    private void market(double price) {
        chain.tick(ETH, PriceTickKind.TRADE, tick -> tick.setPrice(price));
    }

    /** -dy/dx of K (x + y) + D = K D + D^3 / (4 x y). */
    private static double priceOf(double k, double x, double y) {
        double d = SharePools.invariant(k, x, y);
        double bend = d * d * d / (4 * x * y);
        return (k + bend / x) / (k + bend / y);
    }
}
