/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.alert;

import static io.ballast.streams.alert.MetricList.ANY;

import io.ballast.schema.AssetRisk;
import io.ballast.schema.NamedShock;
import io.ballast.schema.PortfolioScenarios;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/** Metrics of what portfolios would be worth at other prices. */
final class ScenarioMetrics {

    private ScenarioMetrics() {}

    static Stream<Metric> list() {
        return MetricList.of(Scope.SCENARIO)
                .add(
                        "var_95",
                        Unit.USD,
                        -ANY,
                        ANY,
                        Metric.Parameter.ANY_ASSET,
                        "Loss by the price of one coin that is exceeded one time in 20; negative: a gain.",
                        (record, asset) -> worst(record, asset, AssetRisk::getVar95))
                .add(
                        "var_99",
                        Unit.USD,
                        -ANY,
                        ANY,
                        Metric.Parameter.ANY_ASSET,
                        "Loss that is exceeded one time in 100.",
                        (record, asset) -> worst(record, asset, AssetRisk::getVar99))
                .add(
                        "es_99",
                        Unit.USD,
                        -ANY,
                        ANY,
                        Metric.Parameter.ANY_ASSET,
                        "Mean loss of the worst hundredth.",
                        (record, asset) -> worst(record, asset, AssetRisk::getEs99))
                .add(
                        "var_99_pct",
                        Unit.FRACTION,
                        -ANY,
                        ANY,
                        Metric.Parameter.ANY_ASSET,
                        "var_99 as a part of the worth of what is in it.",
                        (record, asset) -> worst(record, asset, risk -> risk.getVar99() / Math.abs(risk.getValue())))
                .add(
                        "worst_shock",
                        Unit.USD,
                        -ANY,
                        ANY,
                        "Change of worth by the worst of the named shocks; negative is a loss.",
                        (record, none) -> worstShock((PortfolioScenarios) record))
                .stream();
    }

    /** Null: of no coin is a volatility known. */
    private static Double worst(SpecificRecord record, String asset, Function<AssetRisk, Double> figure) {
        return ((PortfolioScenarios) record)
                .getRisk().stream()
                        .filter(risk -> asset == null || risk.getAsset().equalsIgnoreCase(asset))
                        .map(figure)
                        .filter(Double::isFinite)
                        .max(Double::compare)
                        .orElse(null);
    }

    private static Double worstShock(PortfolioScenarios scenarios) {
        return scenarios.getShocks().stream()
                .map(NamedShock::getChange)
                .min(Double::compare)
                .orElse(null);
    }
}
