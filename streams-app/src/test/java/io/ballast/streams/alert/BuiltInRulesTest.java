/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.risk.rolling.Windows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What comes with the product, and the example of a deployment. */
class BuiltInRulesTest {

    private static final Path ROOT = Path.of("..");

    private final RulesFile files = new RulesFile(Windows.DEFAULT, List.of(0.5, 1.0));
    private final List<AlertRule> builtIn = files.builtIn();
    private final List<AlertRule> deployed = files.read(ROOT.resolve("deploy").resolve("alert-rules.yaml"));

    @Test
    void shouldAllStandInTheExampleOfADeployment() {
        assertThat(deployed)
                .extracting(BuiltInRulesTest::whatItIsAbout)
                .containsAll(
                        builtIn.stream().map(BuiltInRulesTest::whatItIsAbout).toList());
    }

    @Test
    void shouldLeadToARunbookThatIsThere() throws IOException {
        assertThat(builtIn).extracting(AlertRule::runbook).doesNotContainNull();
        for (AlertRule rule : deployed) {
            String[] link = rule.runbook().split("#");
            assertThat(Files.readAllLines(ROOT.resolve(link[0]))).as(rule.id()).contains("### " + link[1]);
        }
    }

    @Test
    void shouldHaveARuleForEveryHeadingOfTheRunbook() throws IOException {
        assertThat(Files.readAllLines(ROOT.resolve("docs/operations/runbooks/alerts.md")).stream()
                        .filter(line -> line.startsWith("### "))
                        .map(line -> "docs/operations/runbooks/alerts.md#" + line.substring(4)))
                .isSubsetOf(deployed.stream().map(AlertRule::runbook).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "IL %, POSITION, il_pct",
        "IL in money, POSITION, il_usd",
        "rolling IL, POSITION, rolling_il_usd",
        "out of range, POSITION, out_of_range",
        "near bound, POSITION, distance_to_bound",
        "range order filled, POSITION, above_range",
        "stale data, POOL, stale",
        "price gap, POOL, gap_beyond_fee_bps",
        "depeg, POOL, depegged",
        "volatility regime, POOL, market_regime",
        "liquidity drop, POOL, liquidity_drop",
        "reorg retracted, POOL, retracted",
        "protocol paused, POOL, paused",
        "IL % of a portfolio, PORTFOLIO, il_pct",
        "IL of a portfolio in money, PORTFOLIO, il",
        "net and gross delta limit, PORTFOLIO, gross_delta",
        "limit use, PORTFOLIO, limit_use",
        "liquidation distance, PORTFOLIO, liquidation_distance",
        "hedge impact, PORTFOLIO, hedge_impact",
        "funding regime, PORTFOLIO, funding_last_day",
        "rolling IL of a portfolio, PORTFOLIO, rolling_il",
        "share of stale data, PORTFOLIO, flagged_share",
        "carry negative, PORTFOLIO, carry_last_day",
        "stale data of a portfolio, PORTFOLIO, price_stale",
        "value at risk, SCENARIO, var_99",
        "delta drift against the band, HEDGE, band_use",
        "expiry roll, STRIP, roll_due",
        "pin risk, STRIP, pinned"
    })
    void shouldWatch(String what, Scope scope, String metric) {
        assertThat(deployed)
                .as(what)
                .anyMatch(rule -> rule.scope() == scope && rule.metric().name().equals(metric));
    }

    private static String whatItIsAbout(AlertRule rule) {
        return rule.id() + ": " + rule.metric().name() + " of a " + rule.scope().word();
    }
}
