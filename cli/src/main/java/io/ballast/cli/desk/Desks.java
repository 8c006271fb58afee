/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.desk;

import io.ballast.desk.Desk;
import io.ballast.desk.DeskCluster;
import io.ballast.desk.PortTakenException;
import io.ballast.desk.config.DeskSettings;
import io.ballast.desk.replay.ReplayControl;
import io.ballast.streams.config.BallastConfig;
import io.ballast.streams.config.ClientKind;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.time.InstantSource;
import java.util.Optional;

/** Starts desks out of our settings. */
public final class Desks {
    private Desks() {}

    /**
     * Where the settings say.
     *
     * @param registry  which the caller closes after the desk
     * @throws PortTakenException if somebody else listens there
     */
    public static Desk start(BallastConfig config, SchemaRegistryClient registry, InstantSource clock) {
        return Desk.start(DeskSettings.of(config), cluster(config, registry), config.applicationId(), clock);
    }

    /**
     * The same, or at any port that is free where that one is taken: for demos, of which there may be several.
     *
     * @param replay  control over the input, which this process writes
     */
    public static Desk startSomewhere(
            BallastConfig config, SchemaRegistryClient registry, InstantSource clock, ReplayControl replay) {
        DeskSettings settings = DeskSettings.of(config);
        try {
            return start(config, registry, clock, replay, settings);
        } catch (PortTakenException taken) {
            return start(config, registry, clock, replay, settings.withPort(0));
        }
    }

    private static Desk start(
            BallastConfig config,
            SchemaRegistryClient registry,
            InstantSource clock,
            ReplayControl replay,
            DeskSettings settings) {
        return Desk.start(settings, cluster(config, registry), config.applicationId(), clock, Optional.of(replay));
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
