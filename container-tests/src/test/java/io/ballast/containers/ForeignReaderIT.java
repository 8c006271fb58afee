/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.containers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ballast.localstack.LocalStack;
import io.ballast.localstack.LocalStackOptions;
import io.ballast.schema.PositionKind;
import io.ballast.schema.PositionRisk;
import io.ballast.schema.QualityFlag;
import io.ballast.schema.RangeState;
import io.ballast.schema.RiskReason;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.schemas.catalogue.TopicCreation;
import io.ballast.schemas.catalogue.TopicPlan;
import io.ballast.schemas.serde.AvroSerializer;
import io.ballast.schemas.serde.RegistryClients;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That a reader needs nothing of ours but the addresses of broker and registry. */
class ForeignReaderIT {

    private static final String PREFIX = "ballast.";
    private static final Instant TIME = Instant.parse("2026-11-22T10:00:00.123456Z");
    private static final String POSITION = "uniswap-v3:1:0x88e6a0c2ddd26feeb64f039a2c41296fcb3f5640/nft:12345";

    @TempDir
    private Path folder;

    @Test
    void aClientThatWeDidNotWriteReadsPositionRisk() throws Exception {
        ForeignReader reader = ForeignReader.install(folder);
        try (LocalStack stack = LocalStack.start(LocalStackOptions.defaults())) {
            String topic = Topic.POSITION_RISK.fullName(PREFIX);
            publish(stack, topic, exactPosition(), positionWithoutPrice());

            List<JsonNode> records = reader.read(stack.bootstrapServers(), stack.registryUrl(), topic, 2);

            assertThat(records).extracting(record -> record.get("key").asText()).containsOnly(POSITION);
            assertExact(records.get(0));
            assertWithoutPrice(records.get(1).get("value"));
        }
    }

    private static void assertExact(JsonNode record) {
        JsonNode value = record.get("value");
        assertThat(record.get("timestamp").asText()).isEqualTo(Long.toString(TIME.toEpochMilli()));
        assertThat(value.get("position_id").asText()).isEqualTo(POSITION);
        assertThat(value.get("kind").asText()).isEqualTo("NFT");
        assertThat(value.get("liquidity_raw").asText()).isEqualTo("340282366920938463463374607431768211455");
        assertThat(value.get("il").asDouble()).isEqualTo(-12.345678901234567);
        assertThat(value.get("tick_lower").asInt()).isEqualTo(-887220);
        assertThat(value.get("range_state").asText()).isEqualTo("IN_RANGE");
        assertThat(value.get("event_time").asLong()).isEqualTo(1795341600123456L);
        assertThat(value.get("flags")).isEmpty();
    }

    private static void assertWithoutPrice(JsonNode value) {
        assertThat(value.get("il").isNull()).isTrue();
        assertThat(value.get("principal0_raw").isNull()).isTrue();
        assertThat(value.get("flags")).extracting(JsonNode::asText).containsExactly("PRICE_UNKNOWN");
    }

    private static PositionRisk.Builder position() {
        return PositionRisk.newBuilder()
                .setPositionId(POSITION)
                .setPoolId("uniswap-v3:1:0x88e6a0c2ddd26feeb64f039a2c41296fcb3f5640")
                .setKind(PositionKind.NFT)
                .setTokenId("12345")
                .setTickLower(-887220)
                .setTickUpper(887220)
                .setBlockNumber(13579)
                .setLogIndex(7)
                .setEventTime(TIME);
    }

    private static PositionRisk exactPosition() {
        return position()
                .setLiquidityRaw("340282366920938463463374607431768211455")
                .setPrincipal0Raw("1000000000000000001")
                .setIl(-12.345678901234567)
                .setRangeState(RangeState.IN_RANGE)
                .setReason(RiskReason.TICK)
                .build();
    }

    private static PositionRisk positionWithoutPrice() {
        return position()
                .setLiquidityRaw("0")
                .setReason(RiskReason.EVENT)
                .setFlags(List.of(QualityFlag.PRICE_UNKNOWN))
                .build();
    }

    private static void publish(LocalStack stack, String topic, PositionRisk... records) throws Exception {
        Map<String, Object> config = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                stack.bootstrapServers(),
                ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                "foreign-reader-test");
        try (Admin admin = Admin.create(Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, stack.bootstrapServers()));
                SchemaRegistryClient registry =
                        RegistryClients.create(Map.of(RegistryClients.URL, stack.registryUrl()));
                KafkaProducer<String, PositionRisk> producer = new KafkaProducer<>(
                        config, new StringSerializer(), new AvroSerializer<PositionRisk>(registry, true))) {
            new TopicCreation(admin, TopicPlan.keepingEverything(PREFIX, 1)).ensure(Set.of(Topic.POSITION_RISK));
            producer.initTransactions();
            producer.beginTransaction();
            for (PositionRisk record : records) {
                producer.send(new ProducerRecord<>(topic, null, TIME.toEpochMilli(), POSITION, record));
            }
            producer.commitTransaction();
        }
    }
}
