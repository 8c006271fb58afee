/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.alert;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/** Metrics of the same records, as they are listed. Mutable while it is filled. */
final class MetricList {

    /** No bound. */
    static final double ANY = Double.POSITIVE_INFINITY;

    private final Set<Scope> scopes;
    private final List<Metric> metrics = new ArrayList<>();

    private MetricList(Set<Scope> scopes) {
        this.scopes = Collections.unmodifiableSet(scopes);
    }

    static MetricList of(Scope... scopes) {
        return new MetricList(EnumSet.copyOf(Arrays.asList(scopes)));
    }

    /** The field of that name. */
    MetricList field(String name, Unit unit, double least, double greatest, String meaning) {
        return add(name, unit, least, greatest, meaning, (record, none) -> RecordFields.number(record, name));
    }

    /** Whether something is so. */
    MetricList flag(String name, String meaning, Predicate<SpecificRecord> condition) {
        return add(name, Unit.FLAG, 0, 1, meaning, (record, none) -> bit(condition.test(record)));
    }

    MetricList add(String name, Unit unit, double least, double greatest, String meaning, Metric.Reader reader) {
        return add(name, unit, least, greatest, Metric.Parameter.NONE, meaning, reader);
    }

    MetricList add(
            String name,
            Unit unit,
            double least,
            double greatest,
            Metric.Parameter parameter,
            String meaning,
            Metric.Reader reader) {
        metrics.add(new Metric(name, unit, meaning, least, greatest, scopes, parameter, reader));
        return this;
    }

    Stream<Metric> stream() {
        return metrics.stream();
    }

    static Double bit(boolean yes) {
        return yes ? 1.0 : 0.0;
    }
}
