/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.schemas.serde;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;

/** Ids that the registry gave to the schemas of record classes, asked for once for each topic. Thread-safe. */
final class SchemaIds {
    private final SchemaRegistryClient client;
    private final boolean autoRegister;
    private final ConcurrentMap<Written, Integer> ids = new ConcurrentHashMap<>();

    /** What is written where. */
    private record Written(String topic, Class<?> type) {}

    SchemaIds(SchemaRegistryClient client, boolean autoRegister) {
        this.client = client;
        this.autoRegister = autoRegister;
    }

    int idOf(String topic, SpecificRecord record) {
        Written written = new Written(topic, record.getClass());
        Integer known = ids.get(written);
        return known != null ? known : ids.computeIfAbsent(written, absent -> ask(topic, record));
    }

    private int ask(String topic, SpecificRecord record) {
        String subject = WireFormat.valueSubject(topic);
        AvroSchema schema = ContractSchema.of(record);
        try {
            return autoRegister ? client.register(subject, schema) : client.getId(subject, schema);
        } catch (RestClientException e) {
            throw refusal(subject, schema.name(), e);
        } catch (IOException e) {
            throw new RegistryUnavailableException(
                    "The schema registry cannot be reached for the id of " + schema.name() + ", subject " + subject, e);
        }
    }

    private KafkaException refusal(String subject, String name, RestClientException e) {
        if (RegistryRefusal.isNotFound(e) && !autoRegister) {
            return new SerializationException(
                    "Schema " + name + " is not registered under subject " + subject
                            + ": register it, or set auto.register.schemas=true",
                    e);
        }
        return RegistryRefusal.of(e, "the question for the id of " + name + ", subject " + subject);
    }
}
