/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.schemas.serde;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Reads values in the Confluent wire format into generated Avro records, whatever compatible schema they were written
 * with. Null is a tombstone and stays null.
 *
 * <p>A writer's schema is asked for once and remembered: after that the registry may be down. Thread-safe, since Kafka
 * Streams shares one among its threads. The registry client is not closed with it.
 *
 * @param <T> the record
 */
public final class AvroDeserializer<T extends SpecificRecord> implements Deserializer<T> {
    private final ThreadLocal<Decoding<T>> decodings;

    /**
     * @param type    the generated class to read into
     * @param client  where writers' schemas come from, see {@link RegistryClients}
     */
    public AvroDeserializer(Class<T> type, SchemaRegistryClient client) {
        WriterSchemas schemas = new WriterSchemas(client);
        this.decodings = ThreadLocal.withInitial(() -> new Decoding<>(type, schemas));
    }

    /** Rejects use for keys, which are plain strings on every topic. */
    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        if (isKey) {
            throw new ConfigException("Keys are UTF-8 strings on every topic; this deserializer is for values");
        }
    }

    /**
     * @throws SerializationException if the value cannot be this record: empty, not in the wire format, of an unknown or
     *     incompatible schema, truncated or too long. The message names topic, schema id and length
     * @throws RegistryUnavailableException if the registry cannot be asked
     */
    @Override
    public T deserialize(String topic, byte[] value) {
        if (value == null) {
            return null;
        }
        return decodings.get().decode(topic, WireFormat.schemaId(topic, value), value);
    }
}
