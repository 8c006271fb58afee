/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.risk.alert.Comparison;
import io.ballast.risk.rolling.Windows;
import io.ballast.schema.ExitCost;
import io.ballast.schema.PositionRisk;
import io.ballast.schema.QualityFlag;
import io.ballast.schema.RangeAdvice;
import io.ballast.schema.RangeRisk;
import io.ballast.schema.RangeState;
import io.ballast.schema.WindowLoss;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MetricsTest {

    private static final String WRITE = "ballast.docs.write";
    private static final String BEGIN = "<!-- metrics -->\n";
    private static final String END = "<!-- end of metrics -->\n";

    @Test
    void shouldStandInTheDocumentation() throws IOException {
        Path page = Path.of("..", "docs", "concepts", "alerts.md");
        String text = Files.readString(page);
        String current =
                text.substring(0, text.indexOf(BEGIN) + BEGIN.length()) + table() + text.substring(text.indexOf(END));
        if (Boolean.getBoolean(WRITE)) {
            Files.writeString(page, current);
        }
        assertThat(page)
                .as("docs/concepts/alerts.md; renew it by running this test with -D" + WRITE + "=true")
                .hasContent(current);
    }

    @Test
    void shouldReadTheExampleOfADeployment() {
        assertThat(new RulesFile(Windows.DEFAULT, List.of(0.5, 1.0)).read(Path.of("..", "deploy", "alert-rules.yaml")))
                .extracting(AlertRule::id)
                .contains("eth-desk-il", "pool-stale");
    }

    @Test
    void shouldReadTheDistanceToBothEndsAndToTheNearer() {
        RangeRisk range = new RangeRisk();
        range.setLowerDistance(0.08);
        range.setUpperDistance(-0.04);
        PositionRisk risk = new PositionRisk();
        risk.setRange(range);

        assertThat(read("distance_to_lower", risk)).isEqualTo(0.08);
        assertThat(read("distance_to_upper", risk)).isEqualTo(-0.04);
        assertThat(read("distance_to_bound", risk)).isEqualTo(-0.04);
    }

    @Test
    void shouldReadTheOutlookOfARange() {
        PositionRisk risk = new PositionRisk();
        RangeRisk range = new RangeRisk();
        range.setHeldMs(4000L);
        range.setInRangeMs(1000L);
        range.setLowerSigmas(2.0);
        range.setUpperSigmas(0.5);
        range.setAdvice(RangeAdvice.RE_RANGE);
        risk.setRange(range);

        assertThat(read("sigmas_to_bound", risk)).isEqualTo(0.5);
        assertThat(read("time_in_range", risk)).isEqualTo(0.25);
        assertThat(read("re_range_advised", risk)).isEqualTo(1);
        assertThat(read("leave_probability", risk)).isNull();
    }

    @Test
    void shouldTellRollingLossesByTheirWindow() {
        PositionRisk risk = new PositionRisk();
        risk.setUsdPerToken1(2.0);
        WindowLoss hour = new WindowLoss();
        hour.setWindowSeconds(3600);
        hour.setIl(-7.0);
        risk.setWindows(List.of(hour));

        assertThat(readOf("rolling_il_usd", "3600", risk)).isEqualTo(-14);
        assertThat(readOf("rolling_il_usd", "300", risk)).isNull();
    }

    @Test
    void shouldTakeTheCheaperWayOutOfAPool() {
        PositionRisk risk = new PositionRisk();
        risk.setExitCosts(List.of(exit(0.5, 3.0, 2.0), exit(1, null, 9.0), exit(0.1, null, null)));

        assertThat(readOf("exit_cost", "0.5", risk)).isEqualTo(2);
        assertThat(readOf("exit_cost", "1.0", risk)).isEqualTo(9);
        assertThat(readOf("exit_cost", "0.1", risk)).isInfinite();
        assertThat(readOf("exit_cost", "0.2", risk)).isNull();
    }

    private static ExitCost exit(double part, Double toToken1, Double toToken0) {
        ExitCost cost = new ExitCost();
        cost.setPart(part);
        cost.setToToken1(toToken1);
        cost.setToToken0(toToken0);
        return cost;
    }

    private static Double readOf(String metric, String parameter, PositionRisk risk) {
        return Metrics.named(Scope.POSITION, metric).orElseThrow().reader().read(risk, parameter);
    }

    @Test
    void shouldSayNothingOfWhatIsNotKnown() {
        PositionRisk risk = new PositionRisk();
        risk.setRangeState(RangeState.UNKNOWN);

        assertThat(read("il_pct", risk)).isNull();
        assertThat(read("out_of_range", risk)).isNull();
        assertThat(read("distance_to_bound", risk)).isNull();
        assertThat(read("token1_share", risk)).isNull();
    }

    @Test
    void shouldReadFlags() {
        PositionRisk risk = new PositionRisk();
        risk.setFlags(List.of(QualityFlag.USD_STALE));

        assertThat(read("price_stale", risk)).isEqualTo(1);
        assertThat(read("depegged", risk)).isZero();
        assertThat(read("flagged", risk)).isEqualTo(1);
    }

    @Test
    void shouldKnowWhatCanBe() {
        Metric loss = Metrics.named(Scope.POSITION, "il_pct").orElseThrow();

        assertThat(Metrics.isPossible(loss, Comparison.BELOW, -0.05)).isTrue();
        assertThat(Metrics.isPossible(loss, Comparison.BELOW, -1)).isFalse();
        assertThat(Metrics.isPossible(loss, Comparison.ABOVE, 0)).isFalse();
        assertThat(Metrics.isPossible(loss, Comparison.AT_MOST, 0)).isFalse();
    }

    private static Double read(String metric, PositionRisk risk) {
        return readOf(metric, null, risk);
    }

    private static String table() {
        return "| metric | unit | of | meaning |\n|---|---|---|---|\n"
                + Metrics.all().stream().map(MetricsTest::row).collect(Collectors.joining());
    }

    private static String row(Metric metric) {
        String of = metric.scopes().stream().map(Scope::word).collect(Collectors.joining(", "));
        return "| `" + metric.name() + "` | " + metric.unit().symbol() + " | " + of + " | " + metric.meaning() + " |\n";
    }
}
