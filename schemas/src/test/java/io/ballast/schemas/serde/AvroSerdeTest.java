/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.schema.PoolEvent;
import io.ballast.schema.PoolEventKind;
import io.ballast.schema.PositionEvent;
import io.ballast.schema.ReferencePrice;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;

class AvroSerdeTest {
    private static final String TOPIC = "ballast.reference-prices";

    private final MockSchemaRegistryClient registry = new MockSchemaRegistryClient();
    private final AvroSerde<ReferencePrice> serde = new AvroSerde<>(ReferencePrice.class, registry, true);

    @Test
    void writesMagicByteThenIdThenAvroBinary() throws Exception {
        byte[] value = serde.serializer().serialize(TOPIC, Records.price());

        ByteBuffer read = ByteBuffer.wrap(value);
        assertThat(read.get()).isZero();
        assertThat(read.getInt())
                .isEqualTo(registry.getLatestSchemaMetadata(TOPIC + "-value").getId());
        // Avro specification: a string is its length as zig-zag varint (16 -> 0x20), then UTF-8.
        assertThat(read.get()).isEqualTo((byte) 0x20);
        byte[] instrument = new byte[16];
        read.get(instrument);
        assertThat(new String(instrument, StandardCharsets.UTF_8)).isEqualTo("coinbase:ETH-USD");
        assertThat(read.order(ByteOrder.LITTLE_ENDIAN).getDouble()).isEqualTo(3400.25);
    }

    @Test
    void readsBackWhatItWrote() {
        byte[] value = serde.serializer().serialize(TOPIC, Records.price());

        assertThat(serde.deserializer().deserialize(TOPIC, value)).isEqualTo(Records.price());
    }

    @Test
    void tombstoneStaysNull() {
        assertThat(serde.serializer().serialize(TOPIC, null)).isNull();
        assertThat(serde.deserializer().deserialize(TOPIC, (byte[]) null)).isNull();
    }

    @Test
    void registersTheContractAsWrittenInTheSchemaFile() throws Exception {
        serde.serializer().serialize(TOPIC, Records.price());

        String registered = registry.getLatestSchemaMetadata(TOPIC + "-value").getSchema();
        assertThat(registered).doesNotContain("avro.java.string").contains("USD per unit of the base asset");
    }

    @Test
    void asksForEachTopicAndClassOnce() throws Exception {
        AvroSerializer<SpecificRecord> many = new AvroSerializer<>(registry, true);
        many.serialize("a", Records.price());
        many.serialize("a", Records.price());
        many.serialize("b", Records.mint());

        assertThat(registry.getAllSubjectsByPrefix("")).containsExactlyInAnyOrder("a-value", "b-value");
    }

    @Test
    void missingSchemaIsAnErrorWhenRegisteringIsNotAllowed() {
        AvroSerializer<ReferencePrice> serializer = new AvroSerializer<>(registry, false);

        assertThatThrownBy(() -> serializer.serialize(TOPIC, Records.price()))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("io.ballast.schema.ReferencePrice")
                .hasMessageContaining(TOPIC + "-value")
                .hasMessageContaining("auto.register.schemas");
    }

    @Test
    void schemaRegisteredFromItsFileIsFoundWhenRegisteringIsNotAllowed() throws Exception {
        Schema file = new Schema.Parser().parse(new File("src/main/schema-history/reference-prices/2.avsc"));
        int id = registry.register(TOPIC + "-value", new AvroSchema(file));

        byte[] value = new AvroSerializer<ReferencePrice>(registry, false).serialize(TOPIC, Records.price());

        assertThat(ByteBuffer.wrap(value).getInt(1)).isEqualTo(id);
    }

    @Test
    void recordThatBreaksItsSchemaIsRefusedByName() {
        assertThatThrownBy(() -> serde.serializer().serialize(TOPIC, new ReferencePrice()))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("io.ballast.schema.ReferencePrice")
                .hasMessageContaining(TOPIC);
    }

    @Test
    void afterARefusedRecordTheNextOneIsWhole() {
        assertThatThrownBy(() -> serde.serializer().serialize(TOPIC, new ReferencePrice()))
                .isInstanceOf(SerializationException.class);

        byte[] value = serde.serializer().serialize(TOPIC, Records.price());

        assertThat(serde.deserializer().deserialize(TOPIC, value)).isEqualTo(Records.price());
    }

    @Test
    void newerWritersExtraFieldIsIgnoredAndUnknownSymbolIsUnknown() throws Exception {
        Schema newer = SchemaBuilder.record("PoolEvent")
                .namespace("io.ballast.schema")
                .fields()
                .requiredString("added_first")
                .requiredString("pool_id")
                .name("kind")
                .type(SchemaBuilder.enumeration("PoolEventKind").symbols("UNKNOWN", "PAUSED"))
                .noDefault()
                .requiredLong("block_number")
                .requiredInt("log_index")
                .name("event_time")
                .type(LogicalTypes.timestampMicros().addToSchema(Schema.create(Schema.Type.LONG)))
                .noDefault()
                .endRecord();
        int id = registry.register("t-value", new AvroSchema(newer));
        byte[] value = generic(newer, id);

        PoolEvent read = new AvroDeserializer<>(PoolEvent.class, registry).deserialize("t", value);

        assertThat(read.getPoolId()).isEqualTo("p");
        assertThat(read.getKind()).isEqualTo(PoolEventKind.UNKNOWN);
        assertThat(read.getEventTime()).isEqualTo(Records.NOON);
        assertThat(read.getTick()).isNull();
        assertThat(read.getRemoved()).isFalse();
    }

    private static byte[] generic(Schema schema, int id) throws IOException {
        GenericRecord record = new GenericData.Record(schema);
        record.put("added_first", "x");
        record.put("pool_id", "p");
        record.put("kind", new GenericData.EnumSymbol(schema.getField("kind").schema(), "PAUSED"));
        record.put("block_number", 1L);
        record.put("log_index", 2);
        record.put("event_time", Records.NOON.getEpochSecond() * 1_000_000 + Records.NOON.getNano() / 1_000);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(ByteBuffer.allocate(5).put((byte) 0).putInt(id).array());
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        new GenericDatumWriter<>(schema).write(record, encoder);
        return bytes.toByteArray();
    }

    @Test
    void keysAreRefused() {
        assertThatThrownBy(() -> serde.configure(Map.of(), true)).isInstanceOf(ConfigException.class);
    }

    @Test
    void oneSerdeServesManyThreads() throws Exception {
        AvroSerde<PositionEvent> shared = new AvroSerde<>(PositionEvent.class, registry, true);
        List<Integer> wrong = IntStream.range(0, 2_000)
                .parallel()
                .filter(i -> {
                    PositionEvent event = Records.mint();
                    event.setLogIndex(i);
                    event.setOwner("0x" + "a".repeat(i % 50));
                    byte[] value = shared.serializer().serialize("t", event);
                    return !shared.deserializer().deserialize("t", value).equals(event);
                })
                .boxed()
                .toList();

        assertThat(wrong).isEmpty();
    }
}
