/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.alert;

import io.ballast.risk.alert.AlertCycle;
import io.ballast.risk.alert.AlertTerms;
import io.ballast.schema.AlertSeverity;
import java.util.Map;

/**
 * When somebody is to be told what.
 *
 * @param parameter  what the metric needs besides, as it is read by; null: nothing
 * @param parameterName  as the rule has it
 * @param labels  for whoever delivers alerts
 * @param summary  what it means; null: nothing is said
 * @param runbook  where it is written what to do; null: nowhere
 */
record AlertRule(
        String id,
        Scope scope,
        Selector selector,
        Metric metric,
        String parameter,
        String parameterName,
        AlertTerms terms,
        AlertSeverity severity,
        Map<String, String> labels,
        String summary,
        String runbook) {

    AlertRule {
        labels = Map.copyOf(labels);
    }

    boolean isOfStaleness() {
        return metric.name().equals(CommonMetrics.STALE);
    }

    /** Milliseconds that the figure is compared over; 0: it is taken as it is. */
    long referenceMs() {
        return metric.parameter() == Metric.Parameter.REFERENCE ? Long.parseLong(parameter) : 0;
    }

    /** Something has to be remembered of its subjects also while nothing is wrong. */
    boolean isOfMemory() {
        return isOfStaleness() || referenceMs() > 0;
    }

    AlertCycle cycle() {
        return new AlertCycle(terms);
    }
}
