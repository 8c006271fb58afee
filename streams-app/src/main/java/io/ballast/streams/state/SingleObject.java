/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.state;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.Schema;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.message.SchemaStore;
import org.apache.avro.specific.SpecificRecordBase;

/** Rows of one schema as bytes: Avro's single-object encoding, which names the schema version by its fingerprint. */
final class SingleObject<R extends SpecificRecordBase> {

    private static final int USUAL_BYTES = 256;

    private final BinaryMessageEncoder<R> encoder;
    private final BinaryMessageDecoder<R> decoder;

    SingleObject(Schema schema) {
        this(schema, StateSchemas.earlierVersions());
    }

    SingleObject(Schema schema, SchemaStore earlierVersions) {
        StateModel model = new StateModel();
        encoder = new BinaryMessageEncoder<>(model, schema);
        decoder = new BinaryMessageDecoder<>(model, schema, earlierVersions);
    }

    byte[] encode(R row) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_BYTES);
        try {
            encoder.encode(row, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot encode a " + row.getSchema().getName(), e);
        }
        return bytes.toByteArray();
    }

    R decode(byte[] bytes) {
        try {
            return decoder.decode(bytes, null);
        } catch (IOException e) {
            throw new UncheckedIOException("a stored row cannot be decoded: " + e.getMessage(), e);
        }
    }
}
