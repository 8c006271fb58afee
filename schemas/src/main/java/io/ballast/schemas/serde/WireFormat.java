/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.schemas.serde;

import java.nio.ByteBuffer;
import org.apache.kafka.common.errors.SerializationException;

/**
 * The Confluent wire format: one magic byte 0, the schema's id as a big-endian 4-byte integer, then Avro binary.
 *
 * @see <a href="https://docs.confluent.io/platform/current/schema-registry/fundamentals/serdes-develop/index.html">Wire
 *     format</a>
 */
final class WireFormat {
    static final byte MAGIC = 0;
    static final int HEADER_BYTES = 5;

    private WireFormat() {}

    /** Subject under which the value schema of a topic is registered: the topic-name strategy. */
    static String valueSubject(String topic) {
        return topic + "-value";
    }

    /** Writes the header of a value into the first {@link #HEADER_BYTES} bytes. */
    static void putHeader(byte[] value, int schemaId) {
        ByteBuffer.wrap(value).put(MAGIC).putInt(schemaId);
    }

    /**
     * Id of the schema that a value was written with.
     *
     * @throws SerializationException if the value is too short for a header or does not start with the magic byte
     */
    static int schemaId(String topic, byte[] value) {
        if (value.length == 0) {
            throw new SerializationException("Empty value on topic " + topic
                    + ": 0 bytes, where the wire format has at least " + HEADER_BYTES
                    + " (only null is a tombstone)");
        }
        if (value[0] != MAGIC) {
            throw new SerializationException(String.format(
                    "Wrong magic byte 0x%02x on topic %s: the wire format starts with 0x00; value of %d bytes",
                    value[0], topic, value.length));
        }
        if (value.length < HEADER_BYTES) {
            throw new SerializationException("Truncated value on topic " + topic + ": " + value.length
                    + " bytes, where the magic byte and the schema id alone take " + HEADER_BYTES);
        }
        return ByteBuffer.wrap(value).getInt(1);
    }
}
