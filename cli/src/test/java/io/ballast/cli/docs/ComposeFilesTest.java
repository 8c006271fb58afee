/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the compose files must say alike, since no anchor reaches from one into the other. */
class ComposeFilesTest {

    private static final Path REPOSITORY = Path.of("..");
    private static final List<String> OTHER_BROKERS = List.of("broker-2", "broker-3");

    private Map<String, Object> one;
    private Map<String, Object> three;

    @BeforeEach
    void read() throws IOException {
        one = Yamls.load(REPOSITORY.resolve("docker-compose.yml"));
        three = Yamls.load(REPOSITORY.resolve("docker-compose.three-brokers.yml"));
    }

    @Test
    void theThreeBrokersDifferInNameOnly() {
        Map<String, String> first = new TreeMap<>(environment(one, "broker"));
        first.putAll(environment(three, "broker"));

        assertThat(OTHER_BROKERS).allSatisfy(broker -> {
            assertThat(nameless(environment(three, broker))).isEqualTo(nameless(first));
            assertThat(service(three, broker))
                    .containsEntry("image", service(one, "broker").get("image"));
            assertThat(service(three, broker))
                    .containsEntry("healthcheck", service(one, "broker").get("healthcheck"));
        });
    }

    @Test
    void everythingHasThreeCopiesOfWhichTwoCount() {
        Map<String, String> ofThree = environment(three, "broker");
        Map<String, String> ofOne = environment(one, "broker");

        assertThat(ofThree).allSatisfy((key, value) -> {
            if (key.endsWith("REPLICATION_FACTOR")) {
                assertThat(value).as(key).isEqualTo("3");
            } else if (key.endsWith("MIN_ISR") || key.endsWith("MIN_INSYNC_REPLICAS")) {
                assertThat(value).as(key).isEqualTo("2");
            }
        });
        assertThat(ofThree.keySet())
                .containsAll(ofOne.keySet().stream()
                        .filter(key -> key.endsWith("REPLICATION_FACTOR") || key.endsWith("MIN_ISR"))
                        .toList())
                .contains("KAFKA_DEFAULT_REPLICATION_FACTOR", "KAFKA_MIN_INSYNC_REPLICAS");
        assertThat(service(three, "topics").get("command").toString()).contains("--replication-factor, 3");
    }

    @Test
    void whoeverNamesOneBrokerNamesThreeThere() {
        assertThat(List.of("topics", "streams", "simulator"))
                .allSatisfy(service -> assertThat(environment(three, service).get("BALLAST_KAFKA_BOOTSTRAP_SERVERS"))
                        .as(service)
                        .isEqualTo("broker:29092,broker-2:29092,broker-3:29092"));
    }

    /** Compose 1.29 refuses what it does not know at the top; the plugin warns of a version. */
    @Test
    void theTopHasOnlyWhatEveryComposeKnows() {
        assertThat(List.of(one, three)).allSatisfy(file -> assertThat(file.keySet())
                .allMatch(key -> key.equals("services") || key.equals("volumes") || key.startsWith("x-")));
    }

    private static Map<String, String> nameless(Map<String, String> environment) {
        Map<String, String> rest = new TreeMap<>(environment);
        rest.keySet().removeAll(List.of("KAFKA_NODE_ID", "KAFKA_ADVERTISED_LISTENERS"));
        return rest;
    }

    private static Map<String, String> environment(Map<String, Object> file, String service) {
        Map<String, String> environment = new TreeMap<>();
        Yamls.map(service(file, service).get("environment"))
                .forEach((key, value) -> environment.put(key, value.toString()));
        return environment;
    }

    private static Map<String, Object> service(Map<String, Object> file, String name) {
        return Yamls.map(Yamls.map(file.get("services")).get(name));
    }
}
