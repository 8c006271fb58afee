/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.schemas.serde;

import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.kafka.common.errors.SerializationException;

/** Schemas that values were written with, by the id that stands in the value. */
final class WriterSchemas {
    private final SchemaRegistryClient client;

    WriterSchemas(SchemaRegistryClient client) {
        this.client = client;
    }

    /**
     * @throws SerializationException if the registry has no Avro schema with that id
     * @throws RegistryUnavailableException if the registry cannot be asked
     */
    Schema schema(String topic, int schemaId, int valueBytes) {
        ParsedSchema schema = ask(topic, schemaId, valueBytes);
        if (schema.rawSchema() instanceof Schema avro) {
            return avro;
        }
        throw new SerializationException("Schema id " + schemaId + " on topic " + topic + " is of type "
                + schema.schemaType() + ", not Avro; value of " + valueBytes + " bytes");
    }

    private ParsedSchema ask(String topic, int schemaId, int valueBytes) {
        try {
            return client.getSchemaById(schemaId);
        } catch (RestClientException e) {
            if (RegistryRefusal.isNotFound(e)) {
                throw new SerializationException(
                        "Unknown schema id " + schemaId + " on topic " + topic + ", value of " + valueBytes
                                + " bytes: the registry has no such schema",
                        e);
            }
            throw RegistryRefusal.of(e, "the question for schema id " + schemaId + " (topic " + topic + ")");
        } catch (IOException e) {
            throw new RegistryUnavailableException(
                    "The schema registry cannot be reached for schema id " + schemaId + " (topic " + topic + ")", e);
        }
    }
}
