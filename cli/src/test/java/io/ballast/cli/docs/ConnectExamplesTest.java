/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ballast.schemas.catalogue.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Kafka Connect is no part of the build, but the examples for it speak of topics and fields that there are. */
class ConnectExamplesTest {

    private static final Path FOLDER = Path.of("..", "deploy", "connect");
    private static final Path PAGE = Path.of("..", "docs", "operations", "kafka-connect.md");
    private static final String PREFIX = "ballast.";
    private static final String KEPT_FIELDS = "transforms.flat.include";
    private static final String TIME_FIELD = "transforms.time.field";

    static List<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    @Test
    void eachIsToldOnThePage() throws IOException {
        String page = Files.readString(PAGE);

        assertThat(examples()).hasSize(3).allSatisfy(file -> assertThat(page)
                .contains("deploy/connect/" + file.getFileName()));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void itReadsCommittedRecordsOfTopicsThatThereAre(Path file) throws IOException {
        JsonNode config = config(file);

        assertThat(topics(config)).isNotEmpty().allMatch(topic -> topic.direction() == Topic.Direction.OUTPUT);
        assertThat(config.path("consumer.override.isolation.level").asText()).isEqualTo("read_committed");
        assertThat(config.path("key.converter").asText()).endsWith(".StringConverter");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void fieldsThatItNamesAreThere(Path file) throws IOException {
        JsonNode config = config(file);

        for (Topic topic : topics(config)) {
            assertThat(topic.valueSchema().getFields().stream().map(Schema.Field::name))
                    .as("%s", topic)
                    .containsAll(list(config, KEPT_FIELDS))
                    .containsAll(list(config, TIME_FIELD));
            list(config, TIME_FIELD)
                    .forEach(field -> assertThat(given(topic, field).getLogicalType())
                            .isInstanceOf(LogicalTypes.TimestampMicros.class));
            assertThat(list(config, "pk.fields")).isSubsetOf(topic.keyMeaning());
        }
    }

    /** A row of a table has no place for lists and records. */
    @ParameterizedTest
    @MethodSource("examples")
    void whatGoesIntoATableIsFlat(Path file) throws IOException {
        JsonNode config = config(file);

        for (Topic topic : topics(config)) {
            assertThat(list(config, KEPT_FIELDS))
                    .allSatisfy(field -> assertThat(given(topic, field).getType())
                            .as(field)
                            .isNotIn(Schema.Type.ARRAY, Schema.Type.RECORD, Schema.Type.MAP));
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void secretsAndAddressesStandElsewhere(Path file) throws IOException {
        config(file).properties().stream()
                .filter(setting -> setting.getKey().matches(".*(password|secret|access\\.key|user|url|uri)$"))
                .forEach(setting -> assertThat(setting.getValue().asText())
                        .as(setting.getKey())
                        .startsWith("${file:"));
    }

    private static JsonNode config(Path file) throws IOException {
        return new ObjectMapper().readTree(file.toFile()).path("config");
    }

    private static List<Topic> topics(JsonNode config) {
        List<Topic> topics = new ArrayList<>();
        list(config, "topics")
                .forEach(name -> topics.add(Topic.named(name, PREFIX).orElseThrow()));
        return topics;
    }

    private static List<String> list(JsonNode config, String key) {
        return Arrays.stream(config.path(key).asText().split(","))
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** The field's schema, without null. */
    private static Schema given(Topic topic, String field) {
        Schema schema = topic.valueSchema().getField(field).schema();
        return schema.isUnion() ? schema.getTypes().get(1) : schema;
    }
}
