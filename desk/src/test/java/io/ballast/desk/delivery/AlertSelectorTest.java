/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.desk.Alerts;
import io.ballast.desk.security.Entitlement;
import io.ballast.schema.Alert;
import io.ballast.schema.AlertSeverity;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AlertSelectorTest {
    private static final Entitlement ALL = Entitlement.everything();

    /** Rule deep-loss, portfolio desk-a/eth. */
    private static Alert alert(AlertSeverity severity, Map<String, String> labels) {
        Alert alert = Alerts.firing("f1");
        alert.setSeverity(severity);
        alert.setLabels(labels);
        return alert;
    }

    @Test
    void selectsBySeverityOrWorse() {
        AlertSelector warnings = new AlertSelector(AlertSeverity.WARNING, ALL, Set.of(), Map.of());

        assertThat(warnings.selects(alert(AlertSeverity.INFO, Map.of()))).isFalse();
        assertThat(warnings.selects(alert(AlertSeverity.WARNING, Map.of()))).isTrue();
        assertThat(warnings.selects(alert(AlertSeverity.CRITICAL, Map.of()))).isTrue();
        assertThat(warnings.selects(alert(AlertSeverity.UNKNOWN, Map.of()))).isTrue();
    }

    @Test
    void selectsByPortfolioAndThoseBelow_ruleAndLabels() {
        Alert alert = alert(AlertSeverity.INFO, Map.of("team", "eth", "page", "yes"));

        assertThat(by(Entitlement.of(List.of("desk-a")), Set.of(), Map.of()).selects(alert))
                .isTrue();
        assertThat(by(Entitlement.of(List.of("desk-b")), Set.of(), Map.of()).selects(alert))
                .isFalse();
        assertThat(by(ALL, Set.of("deep-loss", "other"), Map.of()).selects(alert))
                .isTrue();
        assertThat(by(ALL, Set.of("other"), Map.of()).selects(alert)).isFalse();
        assertThat(by(ALL, Set.of(), Map.of("team", "eth")).selects(alert)).isTrue();
        assertThat(by(ALL, Set.of(), Map.of("team", "btc")).selects(alert)).isFalse();
    }

    @Test
    void selectsWhatIsOfNoPortfolio_onlyIfNoneIsAskedFor() {
        Alert alert = alert(AlertSeverity.INFO, Map.of());
        alert.setPortfolio(null);

        assertThat(by(ALL, Set.of(), Map.of()).selects(alert)).isTrue();
        assertThat(by(Entitlement.of(List.of("desk-a")), Set.of(), Map.of()).selects(alert))
                .isFalse();
    }

    private static AlertSelector by(Entitlement portfolios, Set<String> rules, Map<String, String> labels) {
        return new AlertSelector(AlertSeverity.INFO, portfolios, rules, labels);
    }
}
