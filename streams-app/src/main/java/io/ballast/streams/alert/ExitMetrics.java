/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.alert;

import io.ballast.schema.ExitCost;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/** What it costs to leave a pool: into the token into which it costs less, gas not counted. */
final class ExitMetrics {

    private ExitMetrics() {}

    static Stream<Metric> list() {
        return MetricList.of(Scope.POSITION)
                .add(
                        "exit_cost",
                        Unit.TOKEN1,
                        0,
                        MetricList.ANY,
                        Metric.Parameter.PART,
                        "Cost of leaving with a part of the position, all in the token in which it costs less; unbounded where the pool cannot take it.",
                        (record, part) -> cheaper(record, part, ExitCost::getToToken1, ExitCost::getToToken0))
                .add(
                        "exit_cost_pct",
                        Unit.FRACTION,
                        0,
                        MetricList.ANY,
                        Metric.Parameter.PART,
                        "The same as a part of what is withdrawn.",
                        (record, part) ->
                                cheaper(record, part, ExitCost::getToToken1Fraction, ExitCost::getToToken0Fraction))
                .stream();
    }

    /** Null: not told for that part. */
    private static Double cheaper(
            SpecificRecord record,
            String part,
            Function<ExitCost, Double> toToken1,
            Function<ExitCost, Double> toToken0) {
        double asked = Double.parseDouble(part);
        for (ExitCost cost : RecordFields.list(record, "exit_costs", ExitCost.class)) {
            if (cost.getPart() == asked) {
                return Math.min(orUnbounded(toToken1.apply(cost)), orUnbounded(toToken0.apply(cost)));
            }
        }
        return null;
    }

    /** A record says null where what is left of the pool cannot take the sale, whatever the price. */
    private static double orUnbounded(Double cost) {
        return cost == null ? Double.POSITIVE_INFINITY : cost;
    }
}
