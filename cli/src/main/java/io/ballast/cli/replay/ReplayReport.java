/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.replay;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ballast.producers.replay.ReplaySummary;
import io.ballast.schemas.catalogue.Topic;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a replay came to.
 *
 * @param files  the input
 * @param format  what it was taken for
 * @param sent  what the producer did
 * @param onTopics  committed records by topic, as exported
 * @param unprocessed  records on the input topics that the topology did not get through; 0 when all went well
 * @param deadLetters  what could not be read or makes no sense
 * @param seconds  by phase
 */
record ReplayReport(
        List<Path> files,
        InputFormat format,
        ReplaySummary sent,
        Map<Topic, Long> onTopics,
        long unprocessed,
        DeadLetterDigest deadLetters,
        Seconds seconds) {
    /** How long the phases took; total from the command's start to its end. */
    record Seconds(double start, double process, double export, double total) {}

    /** Records that were sent or should have been processed and are missing. */
    long lost() {
        return missing() + unprocessed;
    }

    private long missing() {
        return sent.recordsByTopic().entrySet().stream()
                .mapToLong(count -> Math.max(0, count.getValue() - onTopics.getOrDefault(count.getKey(), 0L)))
                .sum();
    }

    /** Everything was sent and processed, and every snapshot that was asked for could be taken. */
    boolean complete() {
        return lost() == 0 && sent.unmetSnapshots().isEmpty();
    }

    /** Records written by producers. */
    long recordsIn() {
        return sent.records();
    }

    /** Records written by the topology. */
    long recordsOut() {
        long letters = onTopics.getOrDefault(Topic.DEAD_LETTERS, 0L) - sent.deadLetters();
        return onTopics.getOrDefault(Topic.POSITION_RISK, 0L) + letters;
    }

    ObjectNode json() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        files.forEach(file -> document.withArray("files").add(file.toString()));
        document.put("format", format.toString())
                .put("lines", sent.lines())
                .put("items", sent.items())
                .put("blocks", sent.blocks())
                .put("repeats", sent.repeats())
                .put("records_in", recordsIn())
                .put("records_out", recordsOut())
                .put("lost", lost())
                .put("unprocessed", unprocessed);
        ObjectNode letters = document.putObject("dead_letters").put("total", deadLetters.count());
        deadLetters.byStage().forEach(letters.putObject("by_stage")::put);
        deadLetters.first().forEach(letters.putArray("first")::add);
        counts(document.putObject("sent_by_topic"), sent.recordsByTopic());
        counts(document.putObject("found_by_topic"), onTopics);
        sent.ignored().forEach(document.putObject("ignored")::put);
        sent.unattributed().forEach(document.putObject("unattributed")::put);
        sent.notes().forEach(document.putArray("notes")::add);
        sent.unmetSnapshots().forEach(document.putArray("unmet_snapshots")::add);
        document.putObject("seconds")
                .put("start", seconds.start())
                .put("process", seconds.process())
                .put("export", seconds.export())
                .put("total", seconds.total());
        return document;
    }

    private static void counts(ObjectNode node, Map<Topic, Long> counts) {
        counts.forEach((topic, count) -> node.put(topic.shortName(), count));
    }
}
