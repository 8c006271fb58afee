/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.schemas.serde.AvroSerializer;
import io.ballast.schemas.serde.RegistryClients;
import io.ballast.streams.config.BallastConfig;
import io.ballast.streams.config.BallastKeys;
import io.ballast.streams.config.StreamsSettings;
import io.ballast.streams.errors.DeadLetterWriter;
import io.ballast.streams.metrics.BookCounters;
import io.ballast.streams.state.SharedRocksMemory;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fault")
class RiskTopologyTest {

    @Test
    void shouldKeepTheNamesThatBrokersAndDisksKnow() throws IOException {
        assertThat(topology().describe().toString()).isEqualToNormalizingNewlines(golden());
    }

    private static Topology topology() {
        BallastConfig config = BallastConfig.of(Map.of(
                BallastKeys.STATE_DIR,
                "unused",
                "kafka.bootstrap.servers",
                "unused:1",
                "schema.registry.url",
                "mock://golden"));
        SchemaRegistryClient registry = RegistryClients.create(config.registry());
        BookCounters counters = new BookCounters();
        DeadLetterWriter deadLetters =
                new DeadLetterWriter("ballast.dead-letters", new AvroSerializer<>(registry, true), counters);
        try (SharedRocksMemory memory = new SharedRocksMemory(1 << 20, 1 << 20)) {
            StreamsConfig settings = new StreamsConfig(StreamsSettings.of(config, deadLetters, memory));
            return new RiskTopology(config, registry, counters, Clock.systemUTC()).build(settings);
        }
    }

    private static String golden() throws IOException {
        try (InputStream in = RiskTopologyTest.class.getResourceAsStream("/topology.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
