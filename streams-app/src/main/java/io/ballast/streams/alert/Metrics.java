/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.alert;

import io.ballast.risk.alert.Comparison;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The catalogue of metrics. The same name may mean something else of another kind of subject. */
final class Metrics {

    private static final List<Metric> ALL = Stream.of(
                    BookMetrics.list(),
                    RangeMetrics.list(),
                    ExitMetrics.list(),
                    PortfolioMetrics.list(),
                    ScenarioMetrics.list(),
                    HedgeMetrics.list(),
                    StripMetrics.list(),
                    MarketMetrics.list(),
                    CommonMetrics.list())
            .flatMap(metrics -> metrics)
            .toList();
    private static final Map<Scope, Map<String, Metric>> BY_SCOPE = byScope();

    private Metrics() {}

    private static Map<Scope, Map<String, Metric>> byScope() {
        Map<Scope, Map<String, Metric>> metrics = new EnumMap<>(Scope.class);
        for (Metric metric : ALL) {
            for (Scope scope : metric.scopes()) {
                Metric other = metrics.computeIfAbsent(scope, absent -> new LinkedHashMap<>())
                        .put(metric.name(), metric);
                if (other != null) {
                    throw new IllegalStateException(
                            "two metrics of a " + scope.word() + " are called " + metric.name());
                }
            }
        }
        return metrics;
    }

    /** Empty: no metric of such subjects has that name. */
    static Optional<Metric> named(Scope scope, String name) {
        return Optional.ofNullable(BY_SCOPE.get(scope).get(name));
    }

    /** Those of which a metric of that name is known; empty: of none. */
    static Set<Scope> scopesOf(String name) {
        return BY_SCOPE.keySet().stream()
                .filter(scope -> BY_SCOPE.get(scope).containsKey(name))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    static Set<String> names(Scope scope) {
        return BY_SCOPE.get(scope).keySet();
    }

    static List<Metric> all() {
        return ALL;
    }

    /** Whether a figure can be on either side of a threshold. */
    static boolean isPossible(Metric metric, Comparison comparison, double threshold) {
        boolean never =
                switch (comparison) {
                    case ABOVE -> threshold >= metric.greatest();
                    case AT_LEAST -> threshold > metric.greatest();
                    case BELOW -> threshold <= metric.least();
                    case AT_MOST -> threshold < metric.least();
                };
        boolean always =
                switch (comparison) {
                    case ABOVE -> threshold < metric.least();
                    case AT_LEAST -> threshold <= metric.least();
                    case BELOW -> threshold > metric.greatest();
                    case AT_MOST -> threshold >= metric.greatest();
                };
        return !never && !always;
    }
}
