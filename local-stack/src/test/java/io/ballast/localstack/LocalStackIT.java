/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.localstack.problem.FolderInUseException;
import io.ballast.schema.ReferencePrice;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.schemas.serde.Contracts;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.FeatureMetadata;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("fault")
class LocalStackIT {
    private static final Duration READY_WITHIN = Duration.ofSeconds(15);

    @Test
    void isReadyInTimeAndCarriesRecordsOfYearsAgo() throws Exception {
        // The first start on a machine unpacks the registry; the promise is about the others.
        LocalStack.start(LocalStackOptions.defaults()).close();
        Duration allowed = onThisMachineNow(READY_WITHIN);
        long begin = System.nanoTime();
        try (LocalStack stack = LocalStack.start(LocalStackOptions.defaults());
                SchemaRegistryClient registry = Clients.registry(stack)) {
            Duration taken = Duration.ofNanos(System.nanoTime() - begin);
            System.out.println("Local stack ready in " + taken.toMillis() + " ms");
            assertThat(taken).isLessThan(allowed);

            assertThat(Clients.createTopics(stack).created()).containsExactlyInAnyOrder(Topic.values());
            Clients.produce(stack, registry, 3);

            assertThat(Clients.consume(stack, registry, 3)).isEqualTo(prices(3));
            assertThat(stack.failure()).isEmpty();
        }
    }

    /** The promise is for a machine of one's own: where every core has n programs waiting, things take n times as long. */
    private static Duration onThisMachineNow(Duration promised) {
        OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
        double waiting = system.getSystemLoadAverage() / system.getAvailableProcessors();
        return Duration.ofMillis((long) (promised.toMillis() * Math.max(1, waiting)));
    }

    @Test
    void temporaryFolderIsGoneAfterwards() {
        LocalStack stack = LocalStack.start(LocalStackOptions.defaults());
        Path folder = stack.dataDirectory();
        assertThat(folder).isDirectory();

        stack.close();
        stack.close();

        assertThat(folder).doesNotExist();
        assertThat(ProcessHandle.of(stack.registryPid())).isEmpty();
    }

    @Test
    void keptFolderKeepsRecordsSchemasAndTheirIds(@TempDir Path folder) throws Exception {
        LocalStackOptions options = LocalStackOptions.defaults().withDataDirectory(folder.resolve("kept data"));
        List<String> before;
        try (LocalStack stack = LocalStack.start(options);
                SchemaRegistryClient registry = Clients.registry(stack)) {
            Clients.createTopics(stack);
            new Contracts(registry, "ballast.").register(EnumSet.allOf(Topic.class));
            Clients.produce(stack, registry, 5);
            before = Clients.consumeHex(stack, 5);
        }

        try (LocalStack stack = LocalStack.start(options);
                SchemaRegistryClient registry = Clients.registry(stack)) {
            assertThat(Clients.createTopics(stack).existing()).containsExactlyInAnyOrder(Topic.values());
            assertThat(Clients.consumeHex(stack, 5)).isEqualTo(before);
            assertThat(Clients.consume(stack, registry, 5)).isEqualTo(prices(5));
            assertThat(registry.getLatestSchemaMetadata(Clients.TOPIC + "-value")
                            .getId())
                    .isEqualTo(HexFormat.fromHexDigits(before.get(0), 2, 10));
            assertThat(registry.getCompatibility("ballast.price-ticks-value")).isEqualTo("FORWARD_TRANSITIVE");

            int newId = registry.register("another-value", record("long"));
            assertThat(newId).as("an id that no kept schema has").isGreaterThan(Topic.values().length);
        }
        assertThat(folder.resolve("kept data/registry/registry.log")).isNotEmptyFile();
        assertThat(folder.resolve("kept data/registry/registry.log.1")).isNotEmptyFile();
    }

    @Test
    void schemasEvolveByRuleAndNotFreely() throws Exception {
        try (LocalStack stack = LocalStack.start(LocalStackOptions.defaults());
                SchemaRegistryClient registry = Clients.registry(stack)) {
            registry.register("x-value", record("int"));

            assertThatThrownBy(() -> registry.register("x-value", record("string")))
                    .hasMessageContaining("409");
        }
    }

    @Test
    void streamsGroupsAreServedAndNobodyElseGetsAnAddress() throws Exception {
        try (LocalStack stack = LocalStack.start(LocalStackOptions.defaults());
                Admin admin = Admin.create(Map.of("bootstrap.servers", (Object) stack.bootstrapServers()))) {
            FeatureMetadata features =
                    admin.describeFeatures().featureMetadata().get();

            assertThat(features.finalizedFeatures()).containsKeys("streams.version", "transaction.version");
            assertThat(stack.bootstrapServers()).startsWith("127.0.0.1:");
            assertThat(stack.registryUrl()).startsWith("http://127.0.0.1:");
        }
    }

    @Test
    void folderInUseIsRefusedAndTheOtherStackGoesOn(@TempDir Path folder) throws Exception {
        LocalStackOptions options = LocalStackOptions.defaults().withDataDirectory(folder);
        try (LocalStack stack = LocalStack.start(options)) {
            assertThatThrownBy(() -> LocalStack.start(options))
                    .isInstanceOf(FolderInUseException.class)
                    .hasMessageContainingAll(
                            folder.toString(),
                            Long.toString(ProcessHandle.current().pid()));

            assertThat(Clients.createTopics(stack).created()).isNotEmpty();
        }
        assertThat(Files.exists(folder)).isTrue();
    }

    private static AvroSchema record(String fieldType) {
        return new AvroSchema(
                "{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"a\",\"type\":\"" + fieldType + "\"}]}");
    }

    private static List<ReferencePrice> prices(int count) {
        return IntStream.range(0, count).mapToObj(Clients::price).toList();
    }
}
