/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.schemas.docs;

import io.ballast.schemas.catalogue.Topic;
import io.ballast.schemas.catalogue.TopicPlan;
import io.ballast.schemas.evolution.SchemaHistory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * The AsyncAPI 3 document of the topics, from the catalogue. Payloads are references to the newest committed schemas, each of
 * which is whole in one file.
 *
 * @param version  of Ballast
 */
record AsyncApiDocument(String version) {
    static final CommittedFile FILE = new CommittedFile(Path.of("../docs/reference/asyncapi.yaml"), "AsyncApiTest");

    private static final String HEAD =
            "# Generated from the topic catalogue; a test holds it current. Write it anew with\n# " + FILE.howToWrite()
                    + "\n";
    private static final String PREFIX = "ballast.";
    private static final String KAFKA_BINDING = "0.5.0";
    private static final String AVRO = "application/vnd.apache.avro";
    /** The only version of Avro that AsyncAPI has a name for. */
    private static final String AVRO_SCHEMA = AVRO + ";version=1.9.0";

    private static final String DESCRIPTION =
            "Topics of a live risk book of AMM liquidity positions and their hedges. Seen from Ballast: it receives inputs, sends"
                    + " outputs, and does both with topics that it keeps for itself. Keys are UTF-8 strings. Values are Avro in the"
                    + " Confluent wire format; the subject is the topic's name plus -value. A null value is a tombstone. Record"
                    + " timestamps are event time in milliseconds. Every name starts with ballast.topic.prefix, here its default.";

    String text() {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setSplitLines(false);
        return HEAD + new Yaml(options).dump(tree());
    }

    private Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("asyncapi", "3.0.0");
        tree.put("info", info());
        tree.put("defaultContentType", AVRO);
        tree.put("servers", Map.of("cluster", server()));
        Map<String, Object> channels = new LinkedHashMap<>();
        Map<String, Object> operations = new LinkedHashMap<>();
        Map<String, Object> messages = new LinkedHashMap<>();
        for (Topic topic : Topic.values()) {
            channels.put(topic.shortName(), channel(topic));
            actions(topic)
                    .forEach(action -> operations.put(action + "-" + topic.shortName(), operation(action, topic)));
            messages.put(topic.shortName(), message(topic));
        }
        tree.put("channels", channels);
        tree.put("operations", operations);
        tree.put("components", Map.of("messages", messages));
        return tree;
    }

    private Map<String, Object> info() {
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("title", "Ballast");
        info.put("version", version);
        info.put("description", DESCRIPTION);
        info.put("license", Map.of("name", "Apache-2.0"));
        return info;
    }

    private static Map<String, Object> server() {
        Map<String, Object> server = new LinkedHashMap<>();
        server.put("host", "{bootstrapServers}");
        server.put("protocol", "kafka");
        server.put(
                "variables",
                Map.of("bootstrapServers", ordered("default", "localhost:9092", "description", "Any broker.")));
        return server;
    }

    private static Map<String, Object> channel(Topic topic) {
        Map<String, Object> channel = new LinkedHashMap<>();
        channel.put("address", topic.fullName(PREFIX));
        channel.put("title", topic.purpose());
        channel.put(
                "messages",
                Map.of(topic.valueSchema().getName(), reference("#/components/messages/" + topic.shortName())));
        channel.put("bindings", kafka("topicConfiguration", configuration(topic)));
        channel.put("x-schema-compatibility", compatibility(topic));
        return channel;
    }

    private static Map<String, Object> configuration(Topic topic) {
        Map<String, Object> configuration = new LinkedHashMap<>();
        TopicPlan.forCluster(PREFIX, 1)
                .configs(topic)
                .forEach((key, value) -> configuration.put(key, typed(key, value)));
        return configuration;
    }

    /** As the binding has it: the policy is a list, and what is counted is a number. */
    private static Object typed(String key, String value) {
        if (key.equals("cleanup.policy")) {
            return Arrays.asList(value.split(","));
        }
        return key.startsWith("retention.") ? (Object) Long.valueOf(value) : value;
    }

    private static String compatibility(Topic topic) {
        return topic.direction().compatibility().name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static List<String> actions(Topic topic) {
        return switch (topic.direction()) {
            case INPUT -> List.of("receive");
            case OUTPUT -> List.of("send");
            case INTERNAL -> List.of("send", "receive");
        };
    }

    private static Map<String, Object> operation(String action, Topic topic) {
        return ordered("action", action, "channel", reference("#/channels/" + topic.shortName()));
    }

    private static Map<String, Object> message(Topic topic) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("name", topic.valueSchema().getName());
        message.put("summary", topic.valueSchema().getDoc());
        message.put("payload", ordered("schemaFormat", AVRO_SCHEMA, "schema", reference(newestSchema(topic))));
        message.put(
                "bindings",
                kafka(
                        "key", ordered("type", "string", "description", topic.keyMeaning()),
                        "schemaIdLocation", "payload",
                        "schemaIdPayloadEncoding", "confluent",
                        "schemaLookupStrategy", "TopicNameStrategy"));
        return message;
    }

    private static String newestSchema(Topic topic) {
        Path file = SchemaHistory.file(topic, SchemaHistory.of(topic).size());
        return FILE.path()
                .toAbsolutePath()
                .normalize()
                .getParent()
                .relativize(file.toAbsolutePath())
                .toString();
    }

    private static Map<String, Object> kafka(Object... fields) {
        List<Object> all = new ArrayList<>(Arrays.asList(fields));
        all.addAll(List.of("bindingVersion", KAFKA_BINDING));
        return Map.of("kafka", ordered(all.toArray()));
    }

    private static Map<String, Object> reference(String target) {
        return Map.of("$ref", target);
    }

    private static Map<String, Object> ordered(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
