/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.alert;

import io.ballast.risk.band.Levels;
import io.ballast.schemas.catalogue.Topic;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.DoubleStream;

/** The rules in force, filed so that those about a record are found by a few look-ups, however many there are. Immutable. */
public final class AlertRules {

    private final Map<String, AlertRule> byId = new LinkedHashMap<>();
    private final Map<Scope, FiledRules> filed = new EnumMap<>(Scope.class);
    private final boolean hasLevels;

    /** @param rules  ids differ */
    AlertRules(Collection<AlertRule> rules) {
        for (AlertRule rule : rules) {
            byId.put(rule.id(), rule);
            filed.computeIfAbsent(rule.scope(), absent -> new FiledRules()).add(rule);
        }
        hasLevels = rules.stream().anyMatch(AlertRules::hasLevels);
    }

    /** No rule, nothing to do. */
    public boolean isEmpty() {
        return byId.isEmpty();
    }

    /** Null: there is none. */
    AlertRule rule(String id) {
        return byId.get(id);
    }

    /** What they are about. */
    public Set<Scope> scopes() {
        return filed.keySet();
    }

    /** What has to be read for them; nothing where there are none. */
    public Set<Topic> topics() {
        Set<Topic> topics = EnumSet.noneOf(Topic.class);
        scopes().forEach(scope -> topics.add(scope.topic()));
        if (!isEmpty()) {
            topics.add(Topic.ALERT_EVENTS);
        }
        return topics;
    }

    /** Those about a subject. */
    List<AlertRule> about(Subject subject) {
        FiledRules ofScope = filed.get(subject.scope());
        return ofScope == null ? List.of() : ofScope.about(subject);
    }

    /** Where positions have to be published at once, so that no crossing hides within a tolerance. */
    public PositionLevels positionLevels() {
        return hasLevels ? this::levels : PositionLevels.NONE;
    }

    private Levels levels(String poolId, String positionId, String owner, String portfolio) {
        List<AlertRule> rules = about(new Subject(Scope.POSITION, positionId, poolId, owner, portfolio));
        return rules.stream().noneMatch(AlertRules::hasLevels)
                ? Levels.NONE
                : new Levels(
                        thresholds(rules, BookMetrics.IL_PCT),
                        thresholds(rules, BookMetrics.VALUE),
                        rules.stream().anyMatch(AlertRules::isOfRange));
    }

    private static double[] thresholds(List<AlertRule> rules, String metric) {
        return rules.stream()
                .filter(rule -> rule.metric().name().equals(metric))
                .map(rule -> rule.terms().condition())
                .flatMapToDouble(condition -> DoubleStream.of(condition.threshold(), condition.resolve()))
                .toArray();
    }

    private static boolean hasLevels(AlertRule rule) {
        String metric = rule.metric().name();
        return rule.scope() == Scope.POSITION
                && (metric.equals(BookMetrics.IL_PCT) || metric.equals(BookMetrics.VALUE) || isOfRange(rule));
    }

    private static boolean isOfRange(AlertRule rule) {
        return RangeMetrics.OF_STATE.contains(rule.metric().name());
    }
}
