/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.schema.ReferencePrice;
import io.ballast.schemas.catalogue.Topic;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;

/** Values of every topic with bytes that are others: a record, or the one exception that makes a dead letter of it. */
@Tag("fault")
class SpoiledRecordsPropertyTest {
    /** Avro's form of the highest length there can be: as zig-zag, in seven bits each. */
    private static final byte[] LONGEST = {(byte) 0xf0, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x0f};

    private final MockSchemaRegistryClient registry = new MockSchemaRegistryClient();
    private final AvroSerializer<SpecificRecord> serializer = new AvroSerializer<>(registry, true);

    @Property(tries = 3_000)
    void isARecordOrUnreadable(@ForAll Topic topic, @ForAll long seed) {
        Random random = new Random(seed);
        byte[] good = serializer.serialize(
                topic.shortName(), Records.specific(topic.valueType(), Records.anyGeneric(topic.valueSchema(), seed)));

        byte[] spoiled = spoiled(good, random);

        try {
            assertThat(deserializer(topic).deserialize(topic.shortName(), spoiled))
                    .isNotNull();
        } catch (SerializationException told) {
            assertThat(told).hasMessageContaining(topic.shortName());
        }
    }

    /** The header stays, or nothing else would be looked at. */
    private static byte[] spoiled(byte[] good, Random random) {
        byte[] spoiled = good.clone();
        int changes = 1 + random.nextInt(4);
        for (int change = 0; change < changes && spoiled.length > WireFormat.HEADER_BYTES; change++) {
            int at = WireFormat.HEADER_BYTES + random.nextInt(spoiled.length - WireFormat.HEADER_BYTES);
            if (random.nextInt(4) == 0) {
                spoiled = inserted(spoiled, at, LONGEST);
            } else {
                spoiled[at] = (byte) random.nextInt();
            }
        }
        return spoiled;
    }

    private static byte[] inserted(byte[] bytes, int at, byte[] more) {
        byte[] longer = Arrays.copyOf(bytes, bytes.length + more.length);
        System.arraycopy(bytes, at, longer, at + more.length, bytes.length - at);
        System.arraycopy(more, 0, longer, at, more.length);
        return longer;
    }

    @Test
    void aLengthThatIsALieTakesNoMemory() {
        byte[] good = serializer.serialize("prices", Records.price());
        byte[] lie = Arrays.copyOf(good, WireFormat.HEADER_BYTES + LONGEST.length + 3);
        System.arraycopy(LONGEST, 0, lie, WireFormat.HEADER_BYTES, LONGEST.length);

        assertThatThrownBy(() -> new AvroDeserializer<>(ReferencePrice.class, registry).deserialize("prices", lie))
                .isInstanceOf(SerializationException.class);
    }

    private AvroDeserializer<? extends SpecificRecord> deserializer(Topic topic) {
        return new AvroDeserializer<>(topic.valueType(), registry);
    }
}
