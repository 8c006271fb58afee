/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.alert;

import static io.ballast.streams.alert.MetricList.ANY;

import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/** Metrics of whatever is published. */
final class CommonMetrics {

    /** Event time since the subject was seen last: the one metric that needs no record to change. */
    static final String STALE = "stale";

    private CommonMetrics() {}

    static Stream<Metric> list() {
        MetricList ofAll = MetricList.of(Scope.values())
                .add(
                        STALE,
                        Unit.SECONDS,
                        0,
                        ANY,
                        "Event time since anything was published of it, while other records of its partition come.",
                        (record, none) -> 0.0);
        MetricList flagged = MetricList.of(Scope.withFlags())
                .add(
                        "flagged",
                        Unit.FLAG,
                        0,
                        1,
                        Metric.Parameter.FLAG,
                        "The figures carry a flag: the one that the rule names, or any.",
                        CommonMetrics::flagged);
        return Stream.concat(ofAll.stream(), flagged.stream());
    }

    private static Double flagged(SpecificRecord record, String flag) {
        List<String> flags = RecordFields.flags(record);
        return MetricList.bit(flag == null ? !flags.isEmpty() : flags.contains(flag));
    }
}
