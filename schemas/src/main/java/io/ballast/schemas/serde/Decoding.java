/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.schemas.serde;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.FastReaderBuilder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;

/** A thread's own decoder and readers, one reader for each writer's schema; mutable, single-threaded. */
final class Decoding<T extends SpecificRecord> {
    private final SpecificData model;
    private final Schema readerSchema;
    private final WriterSchemas writerSchemas;
    private final Map<Integer, DatumReader<T>> readers = new HashMap<>();
    private BinaryDecoder decoder;

    Decoding(Class<T> type, WriterSchemas writerSchemas) {
        this.model = RecordModel.of(type);
        this.readerSchema = model.getSchema(type);
        this.writerSchemas = writerSchemas;
    }

    T decode(String topic, int schemaId, byte[] value) {
        DatumReader<T> reader = readerFor(topic, schemaId, value.length);
        try {
            decoder = DecoderFactory.get()
                    .binaryDecoder(value, WireFormat.HEADER_BYTES, value.length - WireFormat.HEADER_BYTES, decoder);
            T record = reader.read(null, decoder);
            requireEnd(topic, schemaId, value);
            return record;
        } catch (EOFException e) {
            throw unreadable("Truncated", "it ends within the record", topic, schemaId, value, e);
        } catch (IOException | RuntimeException e) {
            throw e instanceof SerializationException already
                    ? already
                    : unreadable("Unreadable", e.getMessage(), topic, schemaId, value, e);
        }
    }

    private DatumReader<T> readerFor(String topic, int schemaId, int valueBytes) {
        DatumReader<T> known = readers.get(schemaId);
        if (known != null) {
            return known;
        }
        Schema writerSchema = writerSchemas.schema(topic, schemaId, valueBytes);
        DatumReader<T> reader = fastReader(writerSchema);
        readers.put(schemaId, reader);
        return reader;
    }

    /** Built by hand, since a reader that is asked to be fast is so with no model but Avro's own. */
    private DatumReader<T> fastReader(Schema writerSchema) {
        try {
            return new FastReaderBuilder(model).createDatumReader(writerSchema, readerSchema);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void requireEnd(String topic, int schemaId, byte[] value) throws IOException {
        if (!decoder.isEnd()) {
            int trailing = decoder.inputStream().available();
            throw unreadable(
                    "Too long a", trailing + " bytes follow the end of the record", topic, schemaId, value, null);
        }
    }

    private SerializationException unreadable(
            String what, String why, String topic, int schemaId, byte[] value, Throwable cause) {
        return new SerializationException(
                what + " value on topic " + topic + ", schema id " + schemaId + ", " + value.length
                        + " bytes, to be read as " + readerSchema.getFullName() + ": " + why,
                cause);
    }
}
