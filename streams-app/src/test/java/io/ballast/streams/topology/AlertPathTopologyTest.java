/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.topology;

import static io.ballast.streams.testkit.SharePools.STABLE;
import static io.ballast.streams.testkit.SharePools.WEIGHTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.ballast.schema.Alert;
import io.ballast.schema.AlertCause;
import io.ballast.schema.AlertPhase;
import io.ballast.schema.PositionEventKind;
import io.ballast.streams.testkit.BookDriver;
import io.ballast.streams.testkit.Chain;
import io.ballast.streams.testkit.Crossings;
import io.ballast.streams.testkit.Histories;
import io.ballast.streams.testkit.Histories.Reorganised;
import io.ballast.streams.testkit.RuleSettings;
import io.ballast.streams.testkit.SharePools;
import io.ballast.streams.testkit.SmallPool;
import io.ballast.streams.testkit.TestRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alerts on paths that turn back: prices that flap, blocks that are dropped; and in pools whose curve has no closed form. */
@Tag("fault")
class AlertPathTopologyTest {

    private static final long SOME = 1_000_000_000_000_000_000L;

    @TempDir
    private Path folder;

    private final Chain chain = new Chain("a", 100);
    private final SmallPool pool = new SmallPool(chain);

    @Test
    void shouldBeRetracted_whenAReorganisationTakesTheCrossingBack_andFireAnewOnTheOtherBranch() throws IOException {
        pool.define().initialize().mint(SmallPool.ALICE, SOME);
        chain.nextBlock();
        pool.swapTo("1.05", 975, 0);
        List<TestRecord> records = new ArrayList<>(chain.records());
        TestRecord crossing = records.get(records.size() - 1);
        records.add(crossing.removed());
        chain.fork("b");
        pool.swapTo("1.06", 1165, 0);
        records.add(chain.records().get(chain.size() - 1));

        List<Alert> alerts = alerts(rules("range", "out_of_range", ""), records);

        assertThat(alerts)
                .extracting(Alert::getState, Alert::getCause)
                .containsExactly(
                        tuple(AlertPhase.FIRING, AlertCause.BEGAN),
                        tuple(AlertPhase.RESOLVED, AlertCause.RETRACTED),
                        tuple(AlertPhase.FIRING, AlertCause.BEGAN));
        assertThat(alerts.get(1).getValue()).isZero();
        assertThat(alerts.get(1).getBlockNumber()).as("what stands again").isEqualTo(100);
        assertThat(alerts.get(2).getFingerprint()).isEqualTo(alerts.get(0).getFingerprint());
        assertThat(alerts.get(2).getBlockHash()).isEqualTo(chain.hash());
    }

    @Test
    void shouldSeeEveryCrossingOfBothBranches_whateverThePublicationTolerance() throws IOException {
        int retracted = 0;
        for (long seed = 41_000; seed < 41_006; seed++) {
            Reorganised history = Histories.reorganised(seed, 150, 60, 80);
            List<TestRecord> records = new ArrayList<>(history.stem());
            records.addAll(history.orphaned());
            records.addAll(Histories.retractions(history.orphaned(), true));
            records.addAll(history.canonical());
            retracted += assertEveryCrossing("seed " + seed, -0.002, -0.0015, records);
        }
        assertThat(retracted).isPositive();
    }

    @Test
    void shouldSeeEveryCrossingInWeightedAndStablePools_whateverThePublicationTolerance() throws IOException {
        assertEveryCrossing("weighted", -0.01, -0.007, weightedPath());
        assertEveryCrossing("stable", -0.0005, -0.0004, stablePath());
    }

    @Test
    void shouldMakeOneAlertOfAPriceThatFlapsAroundTheThreshold() throws IOException {
        mintAtTheBasketOfTheRange();
        for (int i = 0; i < 10; i++) {
            chain.nextBlock();
            pool.swapTo("1.0115", 228, SOME);
            chain.nextBlock();
            pool.swapTo("1.0105", 208, SOME);
        }
        chain.nextBlock();
        pool.swapTo("1.005", 99, SOME);

        assertThat(alerts(rules("loss", "il_pct", "  below: -0.2 %\n  resolve: -0.15 %\n"), chain.records()))
                .extracting(Alert::getState)
                .containsExactly(AlertPhase.FIRING, AlertPhase.RESOLVED);
        assertThat(alerts(rules("loss", "il_pct", "  below: -0.2 %\n"), chain.records()))
                .as("without hysteresis")
                .hasSize(20);
    }

    /** What the pool asks for at price 1, so that the loss is measured from there. */
    private void mintAtTheBasketOfTheRange() {
        String each = Long.toString((long) (SOME * -Math.expm1(-300 * Math.log(1.0001))));
        pool.define().initialize().slot(SmallPool.ALICE, PositionEventKind.MINT, SOME, event -> event.setAmount0Raw(
                        each)
                .setAmount1Raw(each));
    }

    /** @return how many alerts were retracted */
    private int assertEveryCrossing(String what, double below, double resolve, List<TestRecord> records)
            throws IOException {
        Crossings crossings = new Crossings(below, resolve);
        Map<String, String> coarse = RuleSettings.of(folder, crossings.rules());
        coarse.putAll(Crossings.COARSE);
        try (BookDriver everyTick = BookDriver.open(folder);
                BookDriver published = BookDriver.open(folder, coarse)) {
            List<String> expected = crossings.in(everyTick.feed(records).published());
            assertThat(expected).as(what).hasSizeGreaterThan(5);
            assertThat(Crossings.told(published.feed(records).alerts()))
                    .as(what)
                    .containsExactlyInAnyOrderElementsOf(expected);
            return (int) published.alerts().stream()
                    .filter(alert -> alert.getCause() == AlertCause.RETRACTED)
                    .count();
        }
    }

    private List<Alert> alerts(String rules, List<TestRecord> records) throws IOException {
        Map<String, String> coarse = RuleSettings.of(folder, rules);
        coarse.putAll(Crossings.COARSE);
        try (BookDriver books = BookDriver.open(folder, coarse)) {
            return List.copyOf(books.feed(records).alerts());
        }
    }

    private static String rules(String id, String metric, String more) {
        return RuleSettings.rule(id, "position", metric, more);
    }

    /** x^0.8 y^0.2 stays, but for a fee of 1 bps of what is paid in. */
    private List<TestRecord> weightedPath() {
        SharePools pools = new SharePools(chain);
        pools.createWeighted();
        Random random = new Random(5);
        double x = 100;
        double y = 400;
        for (int i = 0; i < 120; i++) {
            chain.nextBlock();
            double nextX = 100 * Math.exp(0.04 * random.nextGaussian());
            double nextY = y * Math.pow(x / nextX, 4) + 1e-4 * y;
            pools.exchange(WEIGHTED, Double.toString(nextX - x), Double.toString(nextY - y));
            x = nextX;
            y = nextY;
        }
        return chain.records();
    }

    /** Along the invariant of amplification 200, but for 1 bps of what is paid in. */
    private List<TestRecord> stablePath() {
        Chain other = new Chain("a", 100);
        SharePools pools = new SharePools(other);
        pools.createStable();
        Random random = new Random(6);
        double x = 1_000_000;
        double y = 1_000_000;
        for (int i = 0; i < 120; i++) {
            other.nextBlock();
            double nextX = 1_000_000 * (1 + 0.9 * (2 * random.nextDouble() - 1));
            double nextY = 0.0001 * Math.abs(nextX - x) + onInvariant(400, SharePools.invariant(400, x, y), nextX);
            pools.exchange(STABLE, Double.toString(nextX - x), Double.toString(nextY - y));
            x = nextX;
            y = nextY;
        }
        return other.records();
    }

    /** The y of K (x + y) + D = K D + D^3 / (4 x y). */
    private static double onInvariant(double k, double d, double x) {
        double low = 1;
        double high = 4 * d;
        for (int i = 0; i < 200; i++) {
            double y = (low + high) / 2;
            boolean tooSmall = k * (x + y) + d < k * d + d * d * d / (4 * x * y);
            low = tooSmall ? y : low;
            high = tooSmall ? high : y;
        }
        return high;
    }
}
