/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.schemas.docs;

import io.ballast.schemas.catalogue.Topic;
import io.ballast.schemas.catalogue.TopicPlan;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.Schema;

/** Writes the reference page of topics and fields from the catalogue and the contracts. */
final class TopicReference {
    static final CommittedFile FILE = new CommittedFile(Path.of("../docs/reference/topics.md"), "TopicReferenceTest");

    private static final String DEFAULT_PREFIX = "ballast.";

    private final StringBuilder page = new StringBuilder();

    private TopicReference() {}

    static String page() {
        TopicReference reference = new TopicReference();
        reference.introduction();
        for (Topic topic : Topic.values()) {
            reference.topic(topic);
        }
        reference.howToWrite();
        return reference.page.toString();
    }

    private void introduction() {
        line(
                "<!-- Generated from the topic catalogue and the Avro contracts. Do not edit: see the end of this page. -->");
        line("# Topics");
        line("");
        line("Keys are UTF-8 strings. Values are Avro in the Confluent wire format (byte 0, schema id in four bytes,"
                + " Avro binary); the subject is the topic's name plus `-value`. A null value is a tombstone.");
        line("Record timestamps are event time in milliseconds. Fields named `*_raw` are exact integers as decimal"
                + " strings. A field marked *optional* may be null.");
        line("");
        line("| topic | key | value | written by | kept | purpose |");
        line("|---|---|---|---|---|---|");
        for (Topic topic : Topic.values()) {
            line("| [`" + name(topic) + "`](#" + anchor(topic) + ") | " + topic.keyMeaning() + " | "
                    + topic.valueSchema().getName() + " | " + writer(topic) + " | " + kept(topic) + " | "
                    + topic.purpose() + " |");
        }
        line("");
        line(
                "Read by the application, those of pools joined partition by partition, so with the same number of partitions: "
                        + joined() + ".");
    }

    private static String joined() {
        return Arrays.stream(Topic.values())
                .filter(Topic::coPartitioned)
                .map(topic -> "`" + topic.shortName() + "`")
                .collect(Collectors.joining(", "));
    }

    private void topic(Topic topic) {
        line("");
        line("## " + name(topic));
        line("");
        line(topic.valueSchema().getDoc());
        line("");
        line("Settings: " + settings(topic) + ". Its schema stays "
                + topic.direction()
                        .compatibility()
                        .name
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '-') + ".");
        Map<String, Schema> named = new LinkedHashMap<>();
        fields(topic.valueSchema(), named);
        for (int told = 0; told < named.size(); told++) {
            nested(List.copyOf(named.values()).get(told), named);
        }
    }

    private static String settings(Topic topic) {
        return TopicPlan.forCluster(DEFAULT_PREFIX, 1).configs(topic).entrySet().stream()
                .map(entry -> "`" + entry.getKey() + "=" + entry.getValue() + "`")
                .collect(Collectors.joining(", "));
    }

    /** @param named  all types of the topic that need a section; those in this one are added */
    private void nested(Schema schema, Map<String, Schema> named) {
        line("");
        line("### " + schema.getName());
        line("");
        line(schema.getDoc());
        if (schema.getType() == Schema.Type.RECORD) {
            fields(schema, named);
        } else {
            line("");
            line(schema.getEnumSymbols().stream()
                    .map(symbol -> "`" + symbol + "`")
                    .collect(Collectors.joining(", ")));
        }
    }

    private void fields(Schema schema, Map<String, Schema> named) {
        line("");
        line("| field | type | meaning |");
        line("|---|---|---|");
        for (Schema.Field field : schema.getFields()) {
            line("| `" + field.name() + "` | " + FieldType.of(field, named) + " | " + cell(field.doc()) + " |");
        }
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }

    private static String name(Topic topic) {
        return topic.fullName(DEFAULT_PREFIX);
    }

    private static String anchor(Topic topic) {
        return name(topic).replace(".", "");
    }

    private static String writer(Topic topic) {
        return switch (topic.direction()) {
            case INPUT -> "producers";
            case OUTPUT -> "Ballast";
            case INTERNAL -> "Ballast, for itself";
        };
    }

    private static String kept(Topic topic) {
        return switch (topic.cleanup()) {
            case COMPACT -> "newest of each key";
            case COMPACT_DELETE -> "newest of each key, " + TopicPlan.COMPACT_RETENTION.toDays() + " days";
            case DELETE_SHORT -> TopicPlan.SHORT_RETENTION.toDays() + " days";
            case DELETE_LONG -> "for ever";
        };
    }

    private void howToWrite() {
        line("");
        line("---");
        line("This page is checked in the build; write it anew with `" + FILE.howToWrite() + "`.");
    }

    private void line(String text) {
        page.append(text).append('\n');
    }
}
