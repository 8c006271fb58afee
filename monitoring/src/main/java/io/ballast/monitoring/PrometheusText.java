/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.monitoring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes readings in Prometheus' text format, version 0.0.4, which others read, too. */
public final class PrometheusText {

    /** For the header of an answer. */
    public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private static final String INFINITE = "+Inf";
    private static final double EXACT_BELOW = 1e15;

    private PrometheusText() {}

    /** The readings of a metric stand together, in the order in which they come. */
    public static String of(List<Reading> readings) {
        Map<String, List<Reading>> byName = new LinkedHashMap<>();
        readings.forEach(reading -> byName.computeIfAbsent(reading.metric().metricName(), name -> new ArrayList<>())
                .add(reading));
        StringBuilder text = new StringBuilder();
        byName.values().forEach(same -> append(text, same));
        return text.toString();
    }

    private static void append(StringBuilder text, List<Reading> same) {
        Metric metric = same.get(0).metric();
        String name = metric.metricName();
        text.append("# HELP ").append(name).append(' ').append(helpEscaped(metric.meaning()));
        text.append("\n# TYPE ").append(name).append(' ').append(metric.kind().label());
        text.append('\n');
        for (Reading reading : same) {
            if (reading instanceof Sample sample) {
                line(text, name, labels(sample), number(sample.value()));
            } else if (reading instanceof Spread spread) {
                append(text, name, spread);
            }
        }
    }

    private static void append(StringBuilder text, String name, Spread spread) {
        long count = 0;
        for (int place = 0; place < spread.counts().size(); place++) {
            count += spread.counts().get(place);
            String bound = place < spread.bounds().size()
                    ? Double.toString(spread.bounds().get(place))
                    : INFINITE;
            line(text, name + "_bucket", "{le=\"" + bound + "\"}", Long.toString(count));
        }
        line(text, name + "_sum", "", number(spread.sum()));
        line(text, name + "_count", "", Long.toString(count));
    }

    private static void line(StringBuilder text, String name, String labels, String value) {
        text.append(name).append(labels).append(' ').append(value).append('\n');
    }

    private static String labels(Sample sample) {
        List<String> pairs = new ArrayList<>();
        for (int place = 0; place < sample.labelValues().size(); place++) {
            pairs.add(sample.metric().labels().get(place) + "=\""
                    + labelEscaped(sample.labelValues().get(place)) + "\"");
        }
        return pairs.isEmpty() ? "" : "{" + String.join(",", pairs) + "}";
    }

    private static String number(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? INFINITE : "-Inf";
        }
        boolean whole = value == Math.rint(value) && Math.abs(value) < EXACT_BELOW;
        return whole ? Long.toString((long) value) : Double.toString(value);
    }

    private static String helpEscaped(String words) {
        return words.replace("\\", "\\\\").replace("\n", "\\n");
    }

    private static String labelEscaped(String value) {
        return helpEscaped(value).replace("\"", "\\\"");
    }
}
