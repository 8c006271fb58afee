/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.risk.alert.Comparison;
import io.ballast.risk.alert.Condition;
import io.ballast.risk.rolling.Windows;
import io.ballast.schema.AlertSeverity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesFileTest {

    private static final String RULE = "rules:\n- id: a\n  scope: position\n  metric: il_pct\n";

    @TempDir
    private Path folder;

    @Test
    void shouldReadWhatARuleSays() throws IOException {
        AlertRule rule = read(RULE
                        + "  where: {portfolio: desk-a/eth, owner: '0xAB'}\n"
                        + "  below: -5 %\n  resolve: -400 bps\n  for: 10m\n  remind: 1h\n  severity: critical\n"
                        + "  labels: {desk: a}\n  runbook: https://example.org/il\n  summary: much lost\n"
                        + "  silence:\n  - {days: [sat, sun], from: '00:00', until: '00:00'}\n")
                .get(0);

        assertThat(rule.terms().condition()).isEqualTo(new Condition(Comparison.BELOW, -0.05, -0.04));
        assertThat(rule.terms().forMs()).isEqualTo(600_000);
        assertThat(rule.terms().remindMs()).isEqualTo(3_600_000);
        assertThat(rule.terms().silences()).hasSize(1);
        assertThat(rule.severity()).isEqualTo(AlertSeverity.CRITICAL);
        assertThat(rule.labels()).containsEntry("desk", "a");
        assertThat(rule.selector()).isEqualTo(new Selector(null, null, "0xab", "desk-a/eth"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "  below: -5 %\\n  metrik: x                | 6: unknown key metrik; did you mean metric?",
                "  below: -5 usd                            | 5: \"-5 usd\" is not in the unit of il_pct: a number and % or bps or fraction",
                "  below: -5                                | 5: \"-5\" is not in the unit of il_pct",
                "  below: -100 %                            | 5: il_pct is between -1.0 and 0.0 fraction",
                "  below: 2 %                               | 5: il_pct is between -1.0 and 0.0 fraction",
                "  below: -5 %\\n  resolve: -6 %            | 6: resolve -0.06 must be at least",
                "  below: -5 %\\n  for: soon                | 6: \"soon\" is not a number and s, m, h or d",
                "  below: -5 %\\n  severity: bad            | 6: unknown severity bad",
                "  below: -5 %\\n  where: {owners: x}       | 6: unknown key owners; did you mean owner?",
                "  below: -5 %\\n  below: -6 %              | 6: below stands here twice",
                "  below: -5 %\\n  silence: [{from: x, until: y}] | 6: a silence is from and until",
                "  below: -5 %\\n  window: 1h               | 6: il_pct has no window",
                "  for: 1m                                  | 4: il_pct needs one of above, at_least, below, at_most",
            })
    void shouldRefuseWhatMakesNoSense_sayingWhere(String more, String message) {
        assertThatThrownBy(() -> read(RULE + "  " + more.replace("\\n", "\n") + "\n"))
                .hasMessageContaining("rules.yaml:" + message.strip());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "il_pcnt, position  | 4: unknown metric il_pcnt; did you mean il_pct?",
                "gap_bps, position  | 4: gap_bps is not known of a position, but of pool",
                "rolling_il, position | 4: rolling_il needs window",
            })
    void shouldRefuseMetricsThatAreNone(String metricAndScope, String message) {
        String[] parts = metricAndScope.split(", ");
        String rule =
                "rules:\n- id: a\n  scope: " + parts[1].strip() + "\n  metric: " + parts[0] + "\n  below: -1 token1\n";

        assertThatThrownBy(() -> read(rule)).hasMessageContaining("rules.yaml:" + message.strip());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "portfolio | net_delta\\n  above: 3 coins        | 4: net_delta needs asset",
                "portfolio | limit_use\\n  above: 90 %\\n  limit: NET_DELTAS | 6: unknown limit net_deltas; did you mean net_delta?",
                "portfolio | il\\n  below: -5 usd               | 5: \"-5 usd\" is not in the unit of il: a number and numeraire",
                "portfolio | gap_bps\\n  above: 5 bps           | 4: gap_bps is not known of a portfolio, but of pool",
                "portfolio | price_stale\\n  where: {pool: x}     | 5: a portfolio has no pool",
                "portfolio | flagged\\n  flag: USD_STAIL         | 5: unknown flag usd_stail; did you mean usd_stale?",
                "market | held\\n  where: {portfolio: x}       | 5: a market has no portfolio",
                "pool | liquidity_drop\\n  window: 0s\\n  above: 1 % | 5: a window of no length",
                "hedge | band_use\\n  window: 1h\\n  above: 1 %  | 5: band_use has no window",
            })
    void shouldRefuseWhatMakesNoSenseOfOtherSubjects(String scope, String metric, String message) {
        String rule = "rules:\n- id: a\n  scope: " + scope.strip() + "\n  metric: "
                + metric.strip().replace("\\n", "\n") + "\n";

        assertThatThrownBy(() -> read(rule)).hasMessageContaining("rules.yaml:" + message.strip());
    }

    @Test
    void shouldRefuseTheSameIdTwice() {
        String two = RULE + "  below: -5 %\n- id: a\n  scope: pool\n  metric: depegged\n";

        assertThatThrownBy(() -> read(two)).hasMessageContaining("rules.yaml:6: there are two rules a");
    }

    @Test
    void shouldRefuseAWindowThatLossesAreNotKeptOver() {
        String rule = "rules:\n- id: a\n  scope: position\n  metric: rolling_il\n  window: 3h\n  below: -1 token1\n";

        assertThatThrownBy(() -> read(rule)).hasMessageContaining("rules.yaml:5: losses are not kept over 3h");
    }

    @Test
    void shouldRefuseWhatIsNoYaml() {
        assertThatThrownBy(() -> read("rules:\n  - id: [\n")).hasMessageContaining("rules.yaml:");
    }

    @Test
    void shouldTakeOnlyPartsThatTheCostOfLeavingIsToldFor() throws IOException {
        String rule = "rules:\n- id: dear\n  scope: position\n  metric: exit_cost_pct\n  above: 1 %\n  part: ";

        assertThat(read(rule + "50 %\n").get(0).parameter()).isEqualTo("0.5");
        assertThatThrownBy(() -> read(rule + "20 %\n"))
                .hasMessageContaining("rules.yaml:6: the cost of leaving is not told for the part \"20 %\"")
                .hasMessageContaining("0.5 fraction, 1.0 fraction");
    }

    @Test
    void shouldBringRulesOfItsOwn() {
        assertThat(new RulesFile(Windows.DEFAULT, List.of(0.5, 1.0)).builtIn())
                .extracting(AlertRule::id)
                .contains("pool-stale", "pool-worth-arbitrage", "usd-depegged");
    }

    @Test
    void shouldFindTheRulesAboutASubjectAndNoOthers() throws IOException {
        AlertRules rules = new AlertRules(read("rules:\n"
                + rule("all", "")
                + rule("mine", "  where: {owner: '0xA'}\n")
                + rule("others", "  where: {owner: '0xB'}\n")
                + rule("pool", "  where: {pool: 'v3:1:0xC', portfolio: desk}\n")
                + rule("eth", "  where: {portfolio: desk/eth}\n")
                + rule("et", "  where: {portfolio: desk/et}\n")));
        Subject subject = new Subject(Scope.POSITION, "v3:1:0xc/nft:1", "v3:1:0xc", "0xa", "desk/eth/wide");

        assertThat(rules.about(subject))
                .extracting(AlertRule::id)
                .containsExactlyInAnyOrder("all", "mine", "pool", "eth");
    }

    @Test
    void shouldFindTheRulesAboutASubjectHoweverItsIdAndOwnerAreWritten() throws IOException {
        AlertRules rules = new AlertRules(read("rules:\n"
                + rule("one", "  where: {id: 'v3:1:0xC/nft:1'}\n")
                + rule("mine", "  where: {owner: '0xaB'}\n")
                + rule("both", "  where: {id: 'v3:1:0xc/NFT:1', owner: '0xCD'}\n")));
        Subject subject = new Subject(Scope.POSITION, "v3:1:0xc/nft:1", "v3:1:0xc", "0xAb", null);

        assertThat(rules.about(subject)).extracting(AlertRule::id).containsExactlyInAnyOrder("one", "mine");
    }

    private static String rule(String id, String where) {
        return "- id: " + id + "\n  scope: position\n  metric: out_of_range\n" + where;
    }

    private List<AlertRule> read(String text) throws IOException {
        Path file = folder.resolve("rules.yaml");
        Files.writeString(file, text);
        return new RulesFile(Windows.DEFAULT, List.of(0.5, 1.0)).read(file);
    }
}
