/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.records;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.schemas.json.RecordJson;
import io.ballast.schemas.serde.AvroDeserializer;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;

/**
 * A topic's records as JSON objects: key, value, timestamp (ms), partition, offset. A value that cannot be decoded is shown as
 * its bytes in base64 with the reason, for somebody who looks at a topic wants to see just that.
 */
public final class RecordLines {
    private final AvroDeserializer<? extends SpecificRecord> deserializer;

    public RecordLines(Topic topic, SchemaRegistryClient registry) {
        this.deserializer = new AvroDeserializer<>(topic.valueType(), registry);
    }

    /** One record; fields of the value as {@link RecordJson} gives them. */
    public ObjectNode of(ConsumerRecord<byte[], byte[]> record) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("key", record.key() == null ? null : new String(record.key(), StandardCharsets.UTF_8));
        putValue(line, record);
        line.put("timestamp", record.timestamp());
        line.put("partition", record.partition());
        line.put("offset", record.offset());
        return line;
    }

    private void putValue(ObjectNode line, ConsumerRecord<byte[], byte[]> record) {
        try {
            SpecificRecord value = deserializer.deserialize(record.topic(), record.value());
            line.set("value", value == null ? null : RecordJson.of(value));
        } catch (SerializationException undecodable) {
            line.putNull("value");
            line.put("undecodable", undecodable.getMessage());
            line.put("value_base64", Base64.getEncoder().encodeToString(record.value()));
        }
    }
}
