/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PairMarketPropertyTest {

    private static final List<String> IDS = List.of("a:X-USD", "b:X-USD", "c:X-USD", "d:X-USD", "e:X-USD");

    /** One of five sources says a price, some time after the one before; now and then a wild one. */
    private record Said(int source, double price, int afterMs) {}

    @Property(tries = 300)
    void shouldBeTheMedianOfThoseThatAreFreshAndNoOutliers(@ForAll("history") List<Said> history) {
        PairMarket market = new PairMarket(Rules.MERGE);
        Map<String, Observation> last = new HashMap<>();
        long timeMs = 0;
        for (Said said : history) {
            timeMs += said.afterMs;
            Observation seen = Observation.trade(said.price, timeMs);
            last.put(IDS.get(said.source), seen);
            MergedPrice now = market.take(IDS.get(said.source), seen, 0).orElseThrow();

            long nowMs = timeMs;
            double[] fresh = last.values().stream()
                    .filter(one -> nowMs - one.timeMs() <= Rules.STALE_MS)
                    .mapToDouble(Observation::price)
                    .toArray();
            if (fresh.length >= 3) {
                assertThat(now.price()).isCloseTo(naive(fresh), within(1e-9));
            }
        }
    }

    @Property(tries = 300)
    void shouldLieWithinWhatWasSaidLately(@ForAll("history") List<Said> history) {
        PairMarket market = new PairMarket(Rules.MERGE);
        double lowest = Double.MAX_VALUE;
        double highest = 0;
        long timeMs = 0;
        for (Said said : history) {
            timeMs += said.afterMs;
            lowest = Math.min(lowest, said.price);
            highest = Math.max(highest, said.price);
            MergedPrice now = market.take(IDS.get(said.source), Observation.trade(said.price, timeMs), 0)
                    .orElseThrow();
            assertThat(now.price()).isBetween(lowest, highest);
            assertThat(now.confidence()).isBetween(0.0, 1.0);
            assertThat(now.timeMs()).isEqualTo(timeMs);
            assertThat(now.observedMs()).isLessThanOrEqualTo(timeMs);
        }
    }

    @Property(tries = 100)
    void shouldGoOnTheSameFromWhatIsRemembered(@ForAll("history") List<Said> history) {
        PairMarket running = new PairMarket(Rules.MERGE);
        PairMarket restarted = new PairMarket(Rules.MERGE);
        long timeMs = 0;
        for (Said said : history) {
            timeMs += said.afterMs;
            Observation seen = Observation.trade(said.price, timeMs);
            restarted = new PairMarket(Rules.MERGE, restarted.state());
            assertThat(restarted.take(IDS.get(said.source), seen, 0))
                    .isEqualTo(running.take(IDS.get(said.source), seen, 0));
        }
    }

    /** In another currency every price is so many times as high. */
    @Property(tries = 100)
    void shouldNotDependOnTheUnit(@ForAll("history") List<Said> history) {
        PairMarket dollars = new PairMarket(Rules.MERGE);
        PairMarket cents = new PairMarket(Rules.MERGE);
        long timeMs = 0;
        for (Said said : history) {
            timeMs += said.afterMs;
            Observation seen = Observation.trade(said.price, timeMs);
            MergedPrice inDollars = dollars.take(IDS.get(said.source), seen, 0).orElseThrow();
            MergedPrice inCents =
                    cents.take(IDS.get(said.source), seen.times(128), 0).orElseThrow();
            assertThat(inCents.price()).isCloseTo(128 * inDollars.price(), within(1e-6));
            assertThat(inCents.doubts()).isEqualTo(inDollars.doubts());
        }
    }

    private static double naive(double[] fresh) {
        double centre = median(fresh);
        double[] deviations = new double[fresh.length];
        for (int i = 0; i < fresh.length; i++) {
            deviations[i] = Math.abs(Math.log(fresh[i] / centre));
        }
        double scale = Math.max(Rules.NOISE, 1.4826 * median(deviations));
        List<Double> kept = new ArrayList<>();
        for (int i = 0; i < fresh.length; i++) {
            if (deviations[i] <= Rules.SCORE * scale) {
                kept.add(fresh[i]);
            }
        }
        return median(kept.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        java.util.Arrays.sort(sorted);
        int n = sorted.length;
        return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }

    @Provide
    Arbitrary<List<Said>> history() {
        Arbitrary<Double> usual = Arbitraries.doubles().between(99.7, 100.3);
        Arbitrary<Double> wild = Arbitraries.of(10.0, 70.0, 95.0, 105.0, 130.0, 1000.0);
        Arbitrary<Double> prices =
                Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(5, usual), net.jqwik.api.Tuple.of(1, wild));
        return Combinators.combine(
                        Arbitraries.integers().between(0, IDS.size() - 1),
                        prices,
                        Arbitraries.integers().between(1, 25_000))
                .as(Said::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(80);
    }
}
