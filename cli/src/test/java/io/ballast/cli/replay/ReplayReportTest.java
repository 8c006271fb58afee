/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.ballast.producers.replay.ReplaySummary;
import io.ballast.schemas.catalogue.Topic;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ReplayReportTest {
    @Test
    void losesNothing_whenAllThatWasSentIsThere() {
        ReplayReport report = report(
                Map.of(Topic.PRICE_TICKS, 10L, Topic.DEAD_LETTERS, 1L),
                Map.of(Topic.PRICE_TICKS, 10L, Topic.DEAD_LETTERS, 3L, Topic.POSITION_RISK, 40L),
                0);

        assertThat(report.lost()).isZero();
        assertThat(report.recordsIn()).isEqualTo(11);
        // One of the three dead letters is the producer's.
        assertThat(report.recordsOut()).isEqualTo(42);
    }

    @Test
    void countsWhatIsMissingOnATopic() {
        ReplayReport report =
                report(Map.of(Topic.PRICE_TICKS, 10L, Topic.POOL_EVENTS, 2L), Map.of(Topic.PRICE_TICKS, 9L), 0);

        assertThat(report.lost()).isEqualTo(3);
    }

    @Test
    void countsWhatTheTopologyDidNotGetThrough() {
        Map<Topic, Long> all = Map.of(Topic.PRICE_TICKS, 10L);

        assertThat(report(all, all, 4).lost()).isEqualTo(4);
    }

    @Test
    void isIncomplete_whenASnapshotCouldNotBeTaken() {
        Map<Topic, Long> all = Map.of(Topic.PRICE_TICKS, 10L);
        String hash = "0x" + "ab".repeat(32);

        assertThat(report(all, all, 0).complete()).isTrue();
        ReplayReport report = report(all, all, 0, new TreeSet<>(Set.of(hash)));
        assertThat(report.complete()).isFalse();
        assertThat(report.json().at("/unmet_snapshots/0").asText()).isEqualTo(hash);
    }

    @Test
    void saysTheSameInJsonAndInWords() {
        ReplayReport report = report(Map.of(Topic.PRICE_TICKS, 10L), Map.of(Topic.PRICE_TICKS, 9L), 0);

        JsonNode json = report.json();
        assertThat(json.get("lost").asLong()).isEqualTo(1);
        assertThat(json.at("/sent_by_topic/price-ticks").asLong()).isEqualTo(10);
        assertThat(json.at("/dead_letters/by_stage/SOURCE").asLong()).isEqualTo(1);
        assertThat(ReportText.lines(report, Path.of("out")))
                .anyMatch(line -> line.contains("1 lost"))
                .contains("- dead letter: in.jsonl line 7: no JSON", "- 2 exact repeats dropped");
    }

    private static ReplayReport report(Map<Topic, Long> sent, Map<Topic, Long> found, long unprocessed) {
        return report(sent, found, unprocessed, new TreeSet<>());
    }

    private static ReplayReport report(
            Map<Topic, Long> sent, Map<Topic, Long> found, long unprocessed, SortedSet<String> unmet) {
        long sourceLetters = sent.getOrDefault(Topic.DEAD_LETTERS, 0L);
        ReplaySummary summary =
                new ReplaySummary(20, 19, 5, sent, 0, sourceLetters, 2, Map.of(), Map.of(), List.of(), unmet, 1);
        DeadLetterDigest letters = new DeadLetterDigest();
        letters.add(JsonNodeFactory.instance
                .objectNode()
                .put("stage", "SOURCE")
                .put("source_file", "in.jsonl")
                .put("source_line", 7)
                .put("reason", "no JSON"));
        return new ReplayReport(
                List.of(Path.of("in.jsonl")),
                InputFormat.EVM_LOGS,
                summary,
                found,
                unprocessed,
                letters,
                new ReplayReport.Seconds(1, 2, 3, 6));
    }
}
