/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ballast.schemas.catalogue.Topic;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.assertj.core.api.Assertions;

class AvroSerdePropertyTest {
    private final MockSchemaRegistryClient registry = new MockSchemaRegistryClient();
    private final AvroSerializer<SpecificRecord> serializer = new AvroSerializer<>(registry, true);

    @Property
    void anyRecordOfAnyTopicComesBack(@ForAll Topic topic, @ForAll long seed) {
        SpecificRecord record = any(topic, seed);

        byte[] value = serializer.serialize(topic.shortName(), record);

        assertThat(deserializer(topic).deserialize(topic.shortName(), value)).isEqualTo(record);
    }

    @Property
    void avrosOwnReaderReadsItByTheRegisteredSchemaAlone(@ForAll Topic topic, @ForAll long seed) throws Exception {
        Schema schema = topic.valueSchema();
        Object generic = Records.anyGeneric(schema, seed);

        byte[] value = serializer.serialize(topic.shortName(), Records.specific(topic.valueType(), generic));

        Schema registered =
                (Schema) registry.getSchemaById(WireFormat.schemaId("", value)).rawSchema();
        assertThat(tree(readGeneric(registered, value))).isEqualTo(tree(generic));
    }

    /** As JSON, where the order of a map's entries does not matter. */
    private static JsonNode tree(Object record) throws IOException {
        return new ObjectMapper().readTree(record.toString());
    }

    @Property
    void anyTruncationIsRefused(@ForAll Topic topic, @ForAll long seed) {
        byte[] value = serializer.serialize(topic.shortName(), any(topic, seed));
        byte[] cut = Arrays.copyOf(value, new Random(seed).nextInt(value.length));

        Assertions.assertThatThrownBy(() -> deserializer(topic).deserialize(topic.shortName(), cut))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining(topic.shortName());
    }

    @Property
    void anyDamageGivesARecordOrACleanError(@ForAll Topic topic, @ForAll long seed) {
        byte[] value = serializer.serialize(topic.shortName(), any(topic, seed));
        Random random = new Random(seed);
        for (int i = 0; i <= random.nextInt(4); i++) {
            value[WireFormat.HEADER_BYTES + random.nextInt(value.length - WireFormat.HEADER_BYTES)] =
                    (byte) random.nextInt(256);
        }
        try {
            assertThat(deserializer(topic).deserialize(topic.shortName(), value))
                    .isNotNull();
        } catch (SerializationException refused) {
            assertThat(refused).hasMessageContaining(topic.shortName());
        }
    }

    private SpecificRecord any(Topic topic, long seed) {
        return Records.specific(topic.valueType(), Records.anyGeneric(topic.valueSchema(), seed));
    }

    private AvroDeserializer<? extends SpecificRecord> deserializer(Topic topic) {
        return new AvroDeserializer<>(topic.valueType(), registry);
    }

    private static Object readGeneric(Schema schema, byte[] value) throws IOException {
        return new GenericDatumReader<>(schema)
                .read(
                        null,
                        DecoderFactory.get()
                                .binaryDecoder(
                                        value, WireFormat.HEADER_BYTES, value.length - WireFormat.HEADER_BYTES, null));
    }
}
