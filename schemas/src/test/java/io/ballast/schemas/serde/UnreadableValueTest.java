/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.schema.ReferencePrice;
import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.net.ConnectException;
import java.util.Arrays;
import org.apache.kafka.common.errors.SerializationException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each way in which a value can be wrong has its own message, with topic, schema id and length. */
class UnreadableValueTest {
    private static final String TOPIC = "ballast.reference-prices";

    private final MockSchemaRegistryClient registry = new MockSchemaRegistryClient();
    private final AvroDeserializer<ReferencePrice> deserializer =
            new AvroDeserializer<>(ReferencePrice.class, registry);
    private byte[] good;

    @BeforeEach
    void writeAGoodOne() {
        good = new AvroSerializer<ReferencePrice>(registry, true).serialize(TOPIC, Records.price());
    }

    @Test
    void empty() {
        assertUnreadable(new byte[0], "Empty value", TOPIC, "0 bytes");
    }

    @Test
    void wrongMagicByte() {
        good[0] = '{';
        assertUnreadable(good, "magic byte 0x7b", TOPIC, good.length + " bytes");
    }

    @Test
    void shorterThanAHeader() {
        assertUnreadable(Arrays.copyOf(good, 4), "Truncated", TOPIC, "4 bytes");
    }

    @Test
    void unknownSchemaId() {
        good[1] = 0x7f;
        int id = 0x7f000000 + registryId();
        assertUnreadable(good, "Unknown schema id " + id, TOPIC, good.length + " bytes");
    }

    @Test
    void truncated() {
        assertUnreadable(
                Arrays.copyOf(good, good.length - 1),
                "Truncated",
                TOPIC,
                "schema id " + registryId(),
                (good.length - 1) + " bytes",
                "io.ballast.schema.ReferencePrice");
    }

    @Test
    void trailingBytes() {
        assertUnreadable(
                Arrays.copyOf(good, good.length + 3),
                "3 bytes follow the end of the record",
                TOPIC,
                "schema id " + registryId(),
                (good.length + 3) + " bytes");
    }

    @Test
    void writtenAsAnotherRecord() {
        byte[] mint = new AvroSerializer<>(registry, true).serialize("other", Records.mint());
        assertUnreadable(mint, "io.ballast.schema.PositionEvent", TOPIC, "io.ballast.schema.ReferencePrice");
    }

    @Test
    void registryThatIsDownIsNotTheRecordsFault() {
        assertThatThrownBy(
                        () -> new AvroDeserializer<>(ReferencePrice.class, new DownRegistry()).deserialize(TOPIC, good))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("schema id " + registryId());
        assertThatThrownBy(() ->
                        new AvroSerializer<ReferencePrice>(new DownRegistry(), true).serialize(TOPIC, Records.price()))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining(TOPIC + "-value");
    }

    @Test
    void credentialsRefusedAreNotTheRecordsFault() {
        assertNotTheRecordsFault(401, 40101);
    }

    @Test
    void addressThatIsNoRegistryIsNotTheRecordsFault() {
        assertNotTheRecordsFault(404, 0);
    }

    private void assertNotTheRecordsFault(int status, int code) {
        SchemaRegistryClient refusing = new MockSchemaRegistryClient() {
            @Override
            public ParsedSchema getSchemaById(int id) throws RestClientException {
                throw new RestClientException("no", status, code);
            }
        };
        assertThatThrownBy(() -> new AvroDeserializer<>(ReferencePrice.class, refusing).deserialize(TOPIC, good))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining(Integer.toString(status));
    }

    @Test
    void onceWarmTheRegistryMayGo() {
        FailingLater later = new FailingLater();
        AvroSerde<ReferencePrice> serde = new AvroSerde<>(ReferencePrice.class, later, true);
        byte[] first = serde.serializer().serialize(TOPIC, Records.price());
        serde.deserializer().deserialize(TOPIC, first);
        later.down = true;

        byte[] second = serde.serializer().serialize(TOPIC, Records.price());

        assertThat(serde.deserializer().deserialize(TOPIC, second)).isEqualTo(Records.price());
    }

    private int registryId() {
        try {
            return registry.getLatestSchemaMetadata(TOPIC + "-value").getId();
        } catch (IOException | RestClientException e) {
            throw new AssertionError(e);
        }
    }

    private void assertUnreadable(byte[] value, String... parts) {
        ThrowingCallable read = () -> deserializer.deserialize(TOPIC, value);
        assertThatThrownBy(read).isInstanceOf(SerializationException.class).hasMessageContainingAll(parts);
    }

    /** Fails every call that our code makes. */
    private static final class DownRegistry extends FailingLater {
        DownRegistry() {
            down = true;
        }
    }

    private static class FailingLater extends MockSchemaRegistryClient {
        boolean down;

        @Override
        public ParsedSchema getSchemaById(int id) throws IOException, RestClientException {
            if (down) {
                throw new ConnectException("Connection refused");
            }
            return super.getSchemaById(id);
        }

        @Override
        public int register(String subject, ParsedSchema schema) throws IOException, RestClientException {
            if (down) {
                throw new ConnectException("Connection refused");
            }
            return super.register(subject, schema);
        }
    }
}
