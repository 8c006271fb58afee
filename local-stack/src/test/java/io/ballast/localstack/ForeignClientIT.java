/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ballast.schema.PositionKind;
import io.ballast.schema.PositionRisk;
import io.ballast.schema.QualityFlag;
import io.ballast.schema.RangeState;
import io.ballast.schema.RiskReason;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.schemas.serde.AvroSerializer;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client that we did not write, in another language, reads position-risk by the registry's address alone. */
class ForeignClientIT {
    private static final String TOPIC = Topic.POSITION_RISK.fullName("ballast.");
    private static final String KEY = "uniswap-v3:1:0x01/nft:42";
    private static final String MOST_LIQUIDITY = "340282366920938463463374607431768211455";

    @Test
    void readsPositionRisk(@TempDir Path folder) throws Exception {
        NodeProgram reader = NodeProgram.install("read-topic.js", folder);
        try (LocalStack stack = LocalStack.start(LocalStackOptions.defaults())) {
            Clients.createTopics(stack);
            publish(stack);

            List<String> lines = reader.run(stack.bootstrapServers(), stack.registryUrl(), TOPIC, "2");

            assertRead(new ObjectMapper().readTree(lines.get(0)));
            assertThat(new ObjectMapper().readTree(lines.get(1)).get("value").isNull())
                    .as("tombstone")
                    .isTrue();
        }
    }

    private static void assertRead(JsonNode record) {
        assertThat(record.get("key").textValue()).isEqualTo(KEY);
        assertThat(record.get("timestamp").asLong()).isEqualTo(Clients.YEARS_AGO.toEpochMilli());
        JsonNode value = record.get("value");
        assertThat(value.get("liquidity_raw").textValue()).isEqualTo(MOST_LIQUIDITY);
        assertThat(value.get("tick_lower").intValue()).isEqualTo(-887272);
        assertThat(value.get("il_pct").doubleValue()).isEqualTo(-0.0123);
        assertThat(value.get("owner").isNull()).isTrue();
        assertThat(value.get("kind").textValue()).isEqualTo("NFT");
        assertThat(value.get("flags").toString()).isEqualTo("[\"FEES_INCOMPLETE\"]");
        assertThat(value.get("event_time").longValue()).isEqualTo(Clients.YEARS_AGO.toEpochMilli() * 1_000);
    }

    private static void publish(LocalStack stack) throws Exception {
        Map<String, Object> config = Map.of("bootstrap.servers", stack.bootstrapServers());
        try (SchemaRegistryClient registry = Clients.registry(stack);
                KafkaProducer<String, PositionRisk> producer =
                        new KafkaProducer<>(config, new StringSerializer(), new AvroSerializer<>(registry, true))) {
            long timestamp = Clients.YEARS_AGO.toEpochMilli();
            producer.send(new ProducerRecord<>(TOPIC, 0, timestamp, KEY, risk()))
                    .get();
            producer.send(new ProducerRecord<>(TOPIC, 0, timestamp, KEY, (PositionRisk) null))
                    .get();
        }
    }

    private static PositionRisk risk() {
        return PositionRisk.newBuilder()
                .setPositionId(KEY)
                .setPoolId("uniswap-v3:1:0x01")
                .setKind(PositionKind.NFT)
                .setTokenId("42")
                .setTickLower(-887272)
                .setTickUpper(887272)
                .setLiquidityRaw(MOST_LIQUIDITY)
                .setIlPct(-0.0123)
                .setRangeState(RangeState.UNKNOWN)
                .setBlockNumber(12_376_729L)
                .setLogIndex(3)
                .setEventTime(Clients.YEARS_AGO)
                .setReason(RiskReason.EVENT)
                .setFlags(List.of(QualityFlag.FEES_INCOMPLETE))
                .build();
    }
}
