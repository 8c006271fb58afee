/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.schema.AdviceAction;
import io.ballast.schema.AssetRisk;
import io.ballast.schema.HedgeRecommendation;
import io.ballast.schema.NamedShock;
import io.ballast.schema.PerpetualAdvice;
import io.ballast.schema.PortfolioScenarios;
import io.ballast.schema.StripExpiryState;
import io.ballast.schema.StripRecommendation;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/** Figures of advice to hedge, of strips and of scenarios. */
class AdviceMetricsTest {

    @Test
    void shouldMeasureTheDriftInHalfWidthsOfTheBand() {
        assertThat(read(Scope.HEDGE, "band_use", advice(-3, 2.0), null)).isEqualTo(1.5);
        assertThat(read(Scope.HEDGE, "band_use", advice(-3, 2.0), "eth")).isEqualTo(1.5);
        assertThat(read(Scope.HEDGE, "band_use", advice(-3, 2.0), "BTC")).isNull();
        assertThat(read(Scope.HEDGE, "band_use", advice(-3, null), null)).isNull();
    }

    @Test
    void shouldTakeAnyDriftForTooMuch_whereThereIsNoBand() {
        assertThat(read(Scope.HEDGE, "band_use", advice(-3, 0.0), null)).isInfinite();
        assertThat(read(Scope.HEDGE, "band_use", advice(0, 0.0), null)).isZero();
    }

    @Test
    void shouldTellWhatTheAdviceIs() {
        assertThat(read(Scope.HEDGE, "trade_due", advice(-3, 2.0), null)).isEqualTo(1);
        assertThat(read(Scope.HEDGE, "hedge_blocked", advice(-3, 2.0), null)).isZero();
        assertThat(read(Scope.HEDGE, "gap_value", advice(-3, 2.0), null)).isEqualTo(6000);
    }

    @Test
    void shouldTellWhenTheExpiryIsNear() {
        StripRecommendation strip = new StripRecommendation();
        strip.setExpiryState(StripExpiryState.PIN);
        strip.setYearsToExpiry(1 / 365.0);

        assertThat(read(Scope.STRIP, "pinned", strip, null)).isEqualTo(1);
        assertThat(read(Scope.STRIP, "roll_due", strip, null)).isZero();
        assertThat(read(Scope.STRIP, "time_to_expiry", strip, null)).isEqualTo(86_400);
        assertThat(read(Scope.STRIP, "pin_distance", strip, null))
                .as("no options, no strike")
                .isInfinite();
    }

    @Test
    void shouldTellTheWorstOfAllCoins_orThatOfOne() {
        PortfolioScenarios scenarios = new PortfolioScenarios();
        scenarios.setRisk(List.of(risk("ETH", 100, 1000), risk("BTC", 300, -6000)));
        scenarios.setShocks(List.of(new NamedShock("usdc -5 %", -7.0), new NamedShock("eth +10 %", 3.0)));

        assertThat(read(Scope.SCENARIO, "var_99", scenarios, null)).isEqualTo(300);
        assertThat(read(Scope.SCENARIO, "var_99", scenarios, "ETH")).isEqualTo(100);
        assertThat(read(Scope.SCENARIO, "var_99_pct", scenarios, null)).isEqualTo(0.1);
        assertThat(read(Scope.SCENARIO, "var_99", scenarios, "DOGE")).isNull();
        assertThat(read(Scope.SCENARIO, "worst_shock", scenarios, null)).isEqualTo(-7);
    }

    private static Double read(Scope scope, String metric, SpecificRecord record, String parameter) {
        return Metrics.named(scope, metric).orElseThrow().reader().read(record, parameter);
    }

    private static HedgeRecommendation advice(double gap, Double band) {
        PerpetualAdvice perpetual = new PerpetualAdvice();
        perpetual.setAction(AdviceAction.TRADE);
        perpetual.setGap(gap);
        perpetual.setBand(band);
        perpetual.setPrice(2000.0);
        HedgeRecommendation advice = new HedgeRecommendation();
        advice.setAsset("ETH");
        advice.setPerpetual(perpetual);
        return advice;
    }

    private static AssetRisk risk(String asset, double var99, double value) {
        AssetRisk risk = new AssetRisk();
        risk.setAsset(asset);
        risk.setVar99(var99);
        risk.setValue(value);
        return risk;
    }
}
