/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.schemas.serde;

import io.ballast.schemas.catalogue.Topic;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Collection;
import org.apache.kafka.common.errors.SerializationException;

/** Puts the catalogue's contracts into a registry at start-up, so that no schema is asked for under load. */
public final class Contracts {
    private final SchemaRegistryClient client;
    private final String prefix;

    /**
     * @param client  the registry
     * @param prefix  of the topics' names
     */
    public Contracts(SchemaRegistryClient client, String prefix) {
        this.client = client;
        this.prefix = prefix;
    }

    /**
     * Registers the value schemas of these topics, if the registry does not have them, and sets how their subjects may
     * evolve: {@link Topic.Direction#compatibility()}.
     *
     * @throws SerializationException if the registry refuses a schema, being incompatible with those it has
     * @throws RegistryUnavailableException if the registry cannot be asked
     */
    public void register(Collection<Topic> topics) {
        topics.forEach(this::register);
    }

    /** A registry that keeps its schemas in a topic has been seen to store one and never to answer; asked again, it did. */
    private void register(Topic topic) {
        try {
            registerOnce(topic);
        } catch (RegistryUnavailableException e) {
            if (!(e.getCause() instanceof SocketTimeoutException)) {
                throw e;
            }
            registerOnce(topic);
        }
    }

    private void registerOnce(Topic topic) {
        String subject = topic.valueSubject(prefix);
        AvroSchema contract = ContractSchema.of(topic.valueSchema());
        try {
            client.register(subject, contract);
            client.updateCompatibility(subject, topic.direction().compatibility().name);
        } catch (RestClientException e) {
            throw RegistryRefusal.of(e, "registering " + contract.name() + " under subject " + subject);
        } catch (IOException e) {
            throw new RegistryUnavailableException(
                    "The schema registry cannot be reached for registering " + contract.name() + " under subject "
                            + subject,
                    e);
        }
    }
}
