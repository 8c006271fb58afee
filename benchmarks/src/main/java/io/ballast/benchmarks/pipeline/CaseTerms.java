/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.pipeline;

import io.ballast.benchmarks.workload.Market;
import io.ballast.benchmarks.workload.PlannedPosition;
import io.ballast.benchmarks.workload.PositionPlan;
import io.ballast.streams.config.PublicationKeys;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * What is measured.
 *
 * @param contestant  who
 * @param plan  the book
 * @param selected  positions that are published; as many as there are: all, and nothing is set
 * @param market  how the price moves
 * @param given  settings other than the defaults
 * @param variant  what tells it from a case that is the same otherwise; empty: there is none
 * @param headers  of every record that is written for it
 */
public record CaseTerms(
        Contestant contestant,
        PositionPlan plan,
        int selected,
        Market market,
        Map<String, String> given,
        String variant,
        List<Header> headers) {

    private static final byte[] PARENT =
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01".getBytes(StandardCharsets.US_ASCII);
    private static final int SAMPLED = 50;

    public CaseTerms(Contestant contestant, PositionPlan plan, int selected, Market market, Map<String, String> given) {
        this(contestant, plan, selected, market, given, "");
    }

    public CaseTerms(
            Contestant contestant,
            PositionPlan plan,
            int selected,
            Market market,
            Map<String, String> given,
            String variant) {
        this(contestant, plan, selected, market, given, variant, List.of());
    }

    /** The same, of records that say where they belong in a trace. */
    CaseTerms traced() {
        List<Header> parent = List.of(new RecordHeader("traceparent", PARENT));
        return new CaseTerms(contestant, plan, selected, market, given, "traced", parent);
    }

    /** In one line, also the name of its topics. */
    public String title() {
        if (contestant == Contestant.PASS_THROUGH) {
            return contestant.title();
        }
        String book = contestant.title() + ", " + plan.size() + " positions";
        String published = selected < plan.size() ? book + ", " + selected + " published" : book;
        return variant.isEmpty() ? published : published + ", " + variant;
    }

    String prefix() {
        return (title() + ".").toLowerCase(Locale.ROOT).replace(", ", "-").replace(' ', '-');
    }

    /** Of its application, other than the defaults. */
    public Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(given);
        if (selected < plan.size()) {
            settings.put(PublicationKeys.SELECT_OWNERS, String.join(",", plan.owners(selected)));
        }
        return settings;
    }

    /** Some of the published positions. */
    public List<PlannedPosition> sample() {
        int[] published = plan.sample(selected).toArray();
        int taken = Math.min(SAMPLED, published.length);
        return IntStream.range(0, taken)
                .map(i -> published[(int) ((long) i * published.length / taken)])
                .mapToObj(plan::position)
                .toList();
    }
}
