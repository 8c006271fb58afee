/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.schemas.serde;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificRecord;

/** A thread's own stream and encoder, used over and over: new ones for each record cost more than the encoding. */
final class EncodingBuffer {
    private static final int USUAL_BYTES = 512;
    private static final byte[] NO_HEADER_YET = new byte[WireFormat.HEADER_BYTES];

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_BYTES);
    private final BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);

    byte[] encode(int schemaId, DatumWriter<SpecificRecord> writer, SpecificRecord record) throws IOException {
        bytes.reset();
        bytes.write(NO_HEADER_YET);
        writer.write(record, encoder);
        encoder.flush();
        byte[] value = bytes.toByteArray();
        WireFormat.putHeader(value, schemaId);
        return value;
    }
}
