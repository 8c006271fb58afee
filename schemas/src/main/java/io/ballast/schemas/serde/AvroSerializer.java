/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.schemas.serde;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Writes generated Avro records in the Confluent wire format. Null is a tombstone and stays null.
 *
 * <p>The schema's id is asked for at the first record of a class on a topic, under subject {@code <topic>-value}, and
 * remembered: after that the registry may be down. Thread-safe, as producers are; one serializer can serve several
 * topics and record classes. The registry client is not closed with it.
 *
 * @param <T> records to write
 */
public final class AvroSerializer<T extends SpecificRecord> implements Serializer<T> {
    private final SchemaIds ids;
    private final ConcurrentMap<Class<?>, DatumWriter<SpecificRecord>> writers = new ConcurrentHashMap<>();
    private final ThreadLocal<EncodingBuffer> buffers = ThreadLocal.withInitial(EncodingBuffer::new);

    /**
     * @param client        where ids come from, see {@link RegistryClients}
     * @param autoRegister  true: a schema that the registry does not have is registered; false: it is an error
     */
    public AvroSerializer(SchemaRegistryClient client, boolean autoRegister) {
        this.ids = new SchemaIds(client, autoRegister);
    }

    /** Rejects use for keys, which are plain strings on every topic. */
    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        if (isKey) {
            throw new ConfigException("Keys are UTF-8 strings on every topic; this serializer is for values");
        }
    }

    /**
     * @throws SerializationException if the record breaks its schema (say, null where null is not allowed) or the
     *     registry refuses the schema
     * @throws RegistryUnavailableException if the registry cannot be asked
     */
    @Override
    public byte[] serialize(String topic, T record) {
        if (record == null) {
            return null;
        }
        int schemaId = ids.idOf(topic, record);
        try {
            return buffers.get().encode(schemaId, writerOf(record), record);
        } catch (IOException | RuntimeException e) {
            throw new SerializationException(
                    "Cannot write " + record.getSchema().getFullName() + " to topic " + topic + ", schema id "
                            + schemaId + ": " + e.getMessage(),
                    e);
        }
    }

    private DatumWriter<SpecificRecord> writerOf(SpecificRecord record) {
        DatumWriter<SpecificRecord> known = writers.get(record.getClass());
        return known != null
                ? known
                : writers.computeIfAbsent(
                        record.getClass(),
                        type -> new SpecificDatumWriter<>(record.getSchema(), RecordModel.of(record.getClass())));
    }
}
