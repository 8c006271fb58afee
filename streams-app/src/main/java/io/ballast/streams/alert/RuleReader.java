/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.alert;

import io.ballast.risk.alert.AlertTerms;
import io.ballast.risk.alert.Comparison;
import io.ballast.risk.alert.Condition;
import io.ballast.risk.portfolio.LimitedFigure;
import io.ballast.risk.rolling.Windows;
import io.ballast.schema.AlertSeverity;
import io.ballast.schemas.settings.YamlMap;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads one rule and refuses what makes no sense. */
final class RuleReader {

    private static final long MILLIS = 1000;
    private static final String RESOLVE = "resolve";
    private static final Set<String> COMPARISONS = words(Comparison.values());
    private static final Set<String> PARAMETERS = Arrays.stream(Metric.Parameter.values())
            .map(Metric.Parameter::key)
            .filter(Objects::nonNull)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    private static final Set<String> KEYS = keys();
    private static final Set<String> SELECTORS = new LinkedHashSet<>(List.of("id", "pool", "owner", "portfolio"));
    private static final Map<String, String> SELECTED_FIELDS =
            Map.of("pool", "pool_id", "owner", "owner", "portfolio", "portfolio");
    private static final List<Scope> SCOPES = List.of(Scope.values());
    private static final Set<String> LIMITS = words(LimitedFigure.values());
    private static final List<AlertSeverity> SEVERITIES =
            List.of(AlertSeverity.INFO, AlertSeverity.WARNING, AlertSeverity.CRITICAL);

    private final Windows windows;
    private final List<Double> exitParts;

    RuleReader(Windows windows, List<Double> exitParts) {
        this.windows = windows;
        this.exitParts = exitParts;
    }

    private static Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>(List.of(
                "id",
                "scope",
                "where",
                "metric",
                RESOLVE,
                "for",
                "remind",
                "severity",
                "labels",
                "summary",
                "runbook",
                "silence"));
        keys.addAll(COMPARISONS);
        keys.addAll(PARAMETERS);
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
        Scope scope = rule.requireOneOf("scope", SCOPES, rule.requireText("scope"));
        Metric metric = metric(rule, scope);
        AlertTerms terms = new AlertTerms(
                condition(rule, metric),
                rule.millis("for", 0),
                rule.millis("remind", 4L * 3600 * MILLIS),
                rule.maps("silence").stream().map(SilenceReader::read).toList());
        return new AlertRule(
                id,
                scope,
                selector(rule, scope),
                metric,
                parameter(rule, metric, scope),
                parameterName(rule, metric),
                terms,
                rule.requireOneOf("severity", SEVERITIES, rule.text("severity").orElse("warning")),
                rule.map("labels").map(YamlMap::strings).orElse(Map.of()),
                rule.text("summary").orElse(null),
                rule.text("runbook").orElse(null));
    }

    private static String word(YamlMap rule, String key, Set<String> known, String given) {
        return rule.requireKnownWord(key, known, given).toUpperCase(Locale.ROOT);
    }

    private static Metric metric(YamlMap rule, Scope scope) {
        String name = rule.requireText("metric");
        return Metrics.named(scope, name).orElseThrow(() -> rule.wrong("metric", unknown(scope, name)));
    }

    private static String unknown(Scope scope, String name) {
        Set<Scope> others = Metrics.scopesOf(name);
        return others.isEmpty()
                ? "unknown metric " + name + YamlMap.hint(name, Metrics.names(scope))
                : name + " is not known of a " + scope.word() + ", but of "
                        + others.stream().map(Scope::word).collect(Collectors.joining(" and "));
    }

    private static Selector selector(YamlMap rule, Scope scope) {
        YamlMap where = rule.map("where").orElse(null);
        if (where == null) {
            return Selector.EVERYTHING;
        }
        where.requireKnown(SELECTORS);
        SELECTED_FIELDS.forEach((key, field) -> {
            if (where.has(key) && !scope.has(field)) {
                throw where.wrong(key, "a " + scope.word() + " has no " + key);
            }
        });
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

    private static String parameterName(YamlMap rule, Metric metric) {
        String key = metric.parameter().key();
        return key == null ? null : rule.text(key).orElse(null);
    }

    /** As the metric is read by; null: the rule has none. */
    private String parameter(YamlMap rule, Metric metric, Scope scope) {
        Metric.Parameter parameter = metric.parameter();
        PARAMETERS.stream()
                .filter(key -> rule.has(key) && !key.equals(parameter.key()))
                .findFirst()
                .ifPresent(key -> {
                    throw rule.wrong(key, metric.name() + " has no " + key);
                });
        if (parameter == Metric.Parameter.NONE || !rule.has(parameter.key())) {
            if (parameter.isRequired()) {
                throw rule.wrong("metric", metric.name() + " needs " + parameter.key());
            }
            return null;
        }
        String given = rule.requireText(parameter.key());
        return switch (parameter) {
            case WINDOW -> window(rule, given);
            case PART -> part(rule, given);
            case REFERENCE -> Long.toString(reference(rule));
            case FLAG -> word(rule, parameter.key(), lowerCase(scope.flags()), given.toLowerCase(Locale.ROOT));
            case LIMIT -> word(rule, parameter.key(), LIMITS, given.toLowerCase(Locale.ROOT));
            default -> given;
        };
    }

    private static long reference(YamlMap rule) {
        String key = Metric.Parameter.REFERENCE.key();
        long lengthMs = rule.millis(key, 0);
        if (lengthMs == 0) {
            throw rule.wrong(key, "a window of no length has nothing to compare with");
        }
        return lengthMs;
    }

    private static Set<String> lowerCase(Set<String> names) {
        return names.stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private String part(YamlMap rule, String given) {
        return Unit.FRACTION
                .parse(given)
                .filter(exitParts::contains)
                .map(String::valueOf)
                .orElseThrow(() -> rule.wrong(
                        Metric.Parameter.PART.key(),
                        "the cost of leaving is not told for the part \"" + given + "\"; ballast.exit.parts has "
                                + exitParts.stream()
                                        .map(part -> part + " fraction")
                                        .collect(Collectors.joining(", "))));
    }

    private String window(YamlMap rule, String name) {
        return windows.all().stream()
                .filter(window -> window.name().equals(name))
                .map(window -> Long.toString(window.lengthMs() / MILLIS))
                .findFirst()
                .orElseThrow(() -> rule.wrong(
                        Metric.Parameter.WINDOW.key(),
                        "losses are not kept over " + name + "; ballast.windows has "
                                + windows.all().stream()
                                        .map(window -> window.name())
                                        .collect(Collectors.joining(", "))));
    }
}
