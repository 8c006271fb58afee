/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.replay;

import io.ballast.cli.terminal.Table;
import io.ballast.cli.terminal.Table.Column;
import io.ballast.schemas.catalogue.Topic;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A replay's report for people. */
final class ReportText {
    private ReportText() {}

    static List<String> lines(ReplayReport report, Path out) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%s of %,d lines, %,d blocks: %,d records in, %,d out, %,d dead letters, %,d lost; %.1f s (start %.1f, process"
                        + " %.1f, export %.1f)",
                report.format(),
                report.sent().lines(),
                report.sent().blocks(),
                report.recordsIn(),
                report.recordsOut(),
                report.deadLetters().count(),
                report.lost(),
                report.seconds().total(),
                report.seconds().start(),
                report.seconds().process(),
                report.seconds().export()));
        Table table = new Table(Column.text("TOPIC"), Column.number("SENT"), Column.number("FOUND"));
        for (Topic topic : Topic.values()) {
            table.row(
                    topic.shortName(),
                    count(report.sent().recordsByTopic().get(topic)),
                    count(report.onTopics().get(topic)));
        }
        lines.addAll(table.lines());
        lines.addAll(remarks(report));
        lines.add("written to " + out);
        return lines;
    }

    private static String count(Long count) {
        return count == null ? null : String.format(Locale.ROOT, "%,d", count);
    }

    private static List<String> remarks(ReplayReport report) {
        List<String> remarks = new ArrayList<>(SentRemarks.of(report.sent()));
        report.deadLetters().first().forEach(letter -> remarks.add("dead letter: " + letter));
        long more = report.deadLetters().count() - report.deadLetters().first().size();
        if (more > 0) {
            remarks.add(more + " more dead letters in dead-letters.jsonl");
        }
        return remarks.stream().map(remark -> "- " + remark).collect(Collectors.toList());
    }
}
