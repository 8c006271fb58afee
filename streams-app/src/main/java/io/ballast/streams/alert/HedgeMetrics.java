/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.alert;

import static io.ballast.streams.alert.MetricList.ANY;

import io.ballast.schema.AdviceAction;
import io.ballast.schema.HedgeRecommendation;
import io.ballast.schema.PerpetualAdvice;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/** Metrics of the advice about one asset of a portfolio. */
final class HedgeMetrics {

    private HedgeMetrics() {}

    static Stream<Metric> list() {
        return MetricList.of(Scope.HEDGE)
                .add(
                        "band_use",
                        Unit.FRACTION,
                        0,
                        ANY,
                        Metric.Parameter.ANY_ASSET,
                        "Drift of the delta from its target over half the width of the no-trade band; beyond 100 % it is outside.",
                        (record, asset) -> of(record, asset, HedgeMetrics::bandUse))
                .add(
                        "gap_value",
                        Unit.NUMERAIRE,
                        0,
                        ANY,
                        Metric.Parameter.ANY_ASSET,
                        "Size of the drift, at the asset's price.",
                        (record, asset) -> of(record, asset, HedgeMetrics::gapValue))
                .add(
                        "trade_due",
                        Unit.FLAG,
                        0,
                        1,
                        Metric.Parameter.ANY_ASSET,
                        "The advice is to trade: the delta has drifted out of its band.",
                        (record, asset) -> is(record, asset, AdviceAction.TRADE))
                .add(
                        "hedge_blocked",
                        Unit.FLAG,
                        0,
                        1,
                        Metric.Parameter.ANY_ASSET,
                        "There can be no advice: something is missing, or no venue has room.",
                        (record, asset) -> is(record, asset, AdviceAction.BLOCKED))
                .stream();
    }

    /** Null: it is about another asset or another kind of hedge, or not known. */
    private static Double of(SpecificRecord record, String asset, Function<PerpetualAdvice, Double> figure) {
        HedgeRecommendation advice = (HedgeRecommendation) record;
        boolean isMeant = asset == null || asset.equalsIgnoreCase(advice.getAsset());
        return isMeant && advice.getPerpetual() != null ? figure.apply(advice.getPerpetual()) : null;
    }

    private static Double is(SpecificRecord record, String asset, AdviceAction action) {
        return of(record, asset, advice -> MetricList.bit(advice.getAction() == action));
    }

    /** Infinite: there is no band, and the gap is not 0. */
    private static Double bandUse(PerpetualAdvice advice) {
        if (advice.getGap() == null || advice.getBand() == null) {
            return null;
        }
        return advice.getGap() == 0 ? 0 : Math.abs(advice.getGap()) / advice.getBand();
    }

    private static Double gapValue(PerpetualAdvice advice) {
        return advice.getGap() == null || advice.getPrice() == null
                ? null
                : Double.valueOf(Math.abs(advice.getGap()) * advice.getPrice());
    }
}
