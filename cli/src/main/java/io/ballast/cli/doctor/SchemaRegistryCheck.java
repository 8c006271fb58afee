/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.doctor;

import io.ballast.cli.cluster.Cluster;
import io.ballast.schemas.serde.RegistryClients;
import io.ballast.streams.config.BallastConfig;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import org.apache.kafka.common.config.ConfigException;

/** Whether the schema registry that the settings name answers. */
final class SchemaRegistryCheck implements Check {
    private final BallastConfig config;

    SchemaRegistryCheck(BallastConfig config) {
        this.config = config;
    }

    @Override
    public Finding look() {
        try {
            SchemaRegistryClient registry = RegistryClients.create(config.registry());
            try {
                return Finding.ok("registry", registry.getAllSubjects().size() + " subjects");
            } finally {
                Cluster.close(registry);
            }
        } catch (IOException | RestClientException | ConfigException unreachable) {
            return Finding.missing("registry", "does not answer: " + unreachable.getMessage());
        }
    }
}
