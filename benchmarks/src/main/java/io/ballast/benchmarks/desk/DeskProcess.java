/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.desk;

import io.ballast.benchmarks.process.Questions;
import io.ballast.desk.Desk;
import io.ballast.desk.DeskCluster;
import io.ballast.desk.config.DeskKeys;
import io.ballast.desk.config.DeskSettings;
import io.ballast.schemas.serde.RegistryClients;
import io.ballast.streams.config.BallastConfig;
import io.ballast.streams.config.ClientKind;
import io.ballast.streams.config.ConfigSources;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** A desk in a process of its own. Its argument is a file of settings; it says its address when it runs. */
final class DeskProcess {

    private DeskProcess() {}

    public static void main(String[] arguments) throws Exception {
        BallastConfig config = BallastConfig.of(
                ConfigSources.merge(Optional.of(Path.of(arguments[0])), Map.of(), Map.of()), DeskKeys.definition());
        try (SchemaRegistryClient registry = RegistryClients.create(config.registry());
                Desk desk = Desk.start(
                        DeskSettings.of(config),
                        cluster(config, registry),
                        config.applicationId(),
                        InstantSource.system())) {
            Questions.answer(desk.address());
        }
        System.exit(0);
    }

    private static DeskCluster cluster(BallastConfig config, SchemaRegistryClient registry) {
        return new DeskCluster(
                config.kafka(ClientKind.CONSUMER),
                config.kafka(ClientKind.PRODUCER),
                registry,
                config.autoRegisterSchemas(),
                config.topicPrefix());
    }
}
