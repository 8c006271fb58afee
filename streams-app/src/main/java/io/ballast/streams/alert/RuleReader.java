/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.alert;

import io.ballast.risk.alert.AlertTerms;
import io.ballast.risk.alert.Comparison;
import io.ballast.risk.alert.Condition;
import io.ballast.risk.rolling.Windows;
import io.ballast.schema.AlertSeverity;
import io.ballast.schema.QualityFlag;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads one rule and refuses what makes no sense. */
final class RuleReader {

    private static final long MILLIS = 1000;
    private static final String WINDOW = "window";
    private static final String FLAG = "flag";
    private static final String RESOLVE = "resolve";
    private static final Set<String> COMPARISONS = Arrays.stream(Comparison.values())
            .map(comparison -> comparison.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    private static final Set<String> KEYS = keys();
    private static final Set<String> SELECTORS = new LinkedHashSet<>(List.of("id", "pool", "owner", "portfolio"));
    private static final Set<String> SCOPES = words(Scope.values());
    private static final Set<String> SEVERITIES = new LinkedHashSet<>(List.of("info", "warning", "critical"));

    private final Windows windows;

    RuleReader(Windows windows) {
        this.windows = windows;
    }

    private static Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>(List.of(
                "id",
                "scope",
                "where",
                "metric",
                WINDOW,
                FLAG,
                RESOLVE,
                "for",
                "remind",
                "severity",
                "labels",
                "summary",
                "runbook",
                "silence"));
        keys.addAll(COMPARISONS);
        return keys;
    }

    private static Set<String> words(Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    AlertRule read(YamlMap rule) {
        rule.requireKnown(KEYS);
        String id = rule.requireText("id");
        Scope scope = Scope.valueOf(word(rule, "scope", SCOPES, rule.requireText("scope")));
        Metric metric = metric(rule, scope);
        AlertTerms terms = new AlertTerms(
                condition(rule, metric),
                duration(rule, "for", 0),
                duration(rule, "remind", 4L * 3600 * MILLIS),
                rule.maps("silence").stream().map(SilenceReader::read).toList());
        return new AlertRule(
                id,
                scope,
                selector(rule, scope),
                metric,
                parameter(rule, metric),
                rule.text(WINDOW).or(() -> rule.text(FLAG)).orElse(null),
                terms,
                AlertSeverity.valueOf(
                        word(rule, "severity", SEVERITIES, rule.text("severity").orElse("warning"))),
                rule.map("labels").map(YamlMap::strings).orElse(Map.of()),
                rule.text("summary").orElse(null),
                rule.text("runbook").orElse(null));
    }

    private static String word(YamlMap rule, String key, Set<String> known, String given) {
        if (!known.contains(given)) {
            throw rule.wrong(key, "unknown " + key + " " + given + YamlMap.hint(given, known));
        }
        return given.toUpperCase(Locale.ROOT);
    }

    private static Metric metric(YamlMap rule, Scope scope) {
        String name = rule.requireText("metric");
        Metric metric = Metrics.named(name)
                .orElseThrow(
                        () -> rule.wrong("metric", "unknown metric " + name + YamlMap.hint(name, Metrics.names())));
        if (!metric.scopes().contains(scope)) {
            throw rule.wrong(
                    "metric",
                    name + " is not known of a " + scope.word() + ", but of "
                            + metric.scopes().stream().map(Scope::word).collect(Collectors.joining(" and ")));
        }
        return metric;
    }

    private static Selector selector(YamlMap rule, Scope scope) {
        YamlMap where = rule.map("where").orElse(null);
        if (where == null) {
            return Selector.EVERYTHING;
        }
        where.requireKnown(SELECTORS);
        if (scope != Scope.POSITION && where.has("owner")) {
            throw where.wrong("owner", "a " + scope.word() + " has no owner");
        }
        if (scope == Scope.POOL && where.has("portfolio")) {
            throw where.wrong("portfolio", "a pool has no portfolio");
        }
        return new Selector(
                where.text("id").orElse(null),
                where.text("pool").orElse(null),
                where.text("owner").orElse(null),
                where.text("portfolio").orElse(null));
    }

    private static Condition condition(YamlMap rule, Metric metric) {
        List<String> given = rule.keys().stream().filter(COMPARISONS::contains).toList();
        if (metric.unit() == Unit.FLAG) {
            if (!given.isEmpty() || rule.has(RESOLVE)) {
                throw rule.wrong(
                        given.isEmpty() ? RESOLVE : given.get(0), metric.name() + " is yes or no and has no threshold");
            }
            return new Condition(Comparison.AT_LEAST, 1, 1);
        }
        if (given.size() != 1) {
            throw rule.wrong("metric", metric.name() + " needs one of " + String.join(", ", COMPARISONS));
        }
        Comparison comparison = Comparison.valueOf(given.get(0).toUpperCase(Locale.ROOT));
        double threshold = threshold(rule, given.get(0), metric);
        if (!Metrics.isPossible(metric, comparison, threshold)) {
            throw rule.wrong(
                    given.get(0),
                    metric.name() + " is between " + metric.least() + " and " + metric.greatest() + " "
                            + metric.unit().symbol() + ": " + given.get(0) + " " + threshold
                            + " would be never or always");
        }
        double resolve = rule.has(RESOLVE) ? threshold(rule, RESOLVE, metric) : threshold;
        try {
            return new Condition(comparison, threshold, resolve);
        } catch (IllegalArgumentException wrongSide) {
            throw rule.wrong(RESOLVE, wrongSide.getMessage());
        }
    }

    private static double threshold(YamlMap rule, String key, Metric metric) {
        String text = rule.requireText(key);
        return metric.unit()
                .parse(text)
                .orElseThrow(() -> rule.wrong(
                        key,
                        "\"" + text + "\" is not in the unit of " + metric.name() + ": "
                                + metric.unit().howToWrite()));
    }

    private static long duration(YamlMap rule, String key, long usualMs) {
        return rule.text(key)
                .map(text -> Durations.millis(text)
                        .orElseThrow(() -> rule.wrong(key, "\"" + text + "\" is not a number and s, m, h or d")))
                .orElse(usualMs);
    }

    private String parameter(YamlMap rule, Metric metric) {
        requireOnly(rule, metric, WINDOW, Metric.Parameter.WINDOW);
        requireOnly(rule, metric, FLAG, Metric.Parameter.QUALITY_FLAG);
        return switch (metric.parameter()) {
            case NONE -> null;
            case WINDOW -> window(rule);
            case QUALITY_FLAG ->
                rule.text(FLAG)
                        .map(flag -> word(rule, FLAG, words(QualityFlag.values()), flag.toLowerCase(Locale.ROOT)))
                        .orElse(null);
        };
    }

    private static void requireOnly(YamlMap rule, Metric metric, String key, Metric.Parameter of) {
        if (rule.has(key) && metric.parameter() != of) {
            throw rule.wrong(key, metric.name() + " has no " + key);
        }
    }

    private String window(YamlMap rule) {
        if (!rule.has(WINDOW)) {
            throw rule.wrong("metric", rule.requireText("metric") + " needs a window");
        }
        String name = rule.requireText(WINDOW);
        return windows.all().stream()
                .filter(window -> window.name().equals(name))
                .map(window -> Long.toString(window.lengthMs() / MILLIS))
                .findFirst()
                .orElseThrow(() -> rule.wrong(
                        WINDOW,
                        "losses are not kept over " + name + "; ballast.windows has "
                                + windows.all().stream()
                                        .map(window -> window.name())
                                        .collect(Collectors.joining(", "))));
    }
}
