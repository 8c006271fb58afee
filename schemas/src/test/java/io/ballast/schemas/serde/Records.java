/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.schemas.serde;

import io.ballast.schema.PositionEvent;
import io.ballast.schema.PositionEventKind;
import io.ballast.schema.ReferencePrice;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.RandomData;

/** Records for tests. */
final class Records {
    static final Instant NOON = Instant.parse("2021-05-05T12:00:00.123456Z");

    private Records() {}

    static ReferencePrice price() {
        return ReferencePrice.newBuilder()
                .setInstrumentId("coinbase:ETH-USD")
                .setPrice(3400.25)
                .setEventTime(NOON)
                .build();
    }

    static PositionEvent mint() {
        return PositionEvent.newBuilder()
                .setPoolId("uniswap-v3:1:0x01")
                .setKind(PositionEventKind.MINT)
                .setOwner("0xaa")
                .setTickLower(-887272)
                .setTickUpper(887272)
                .setLiquidityRaw("340282366920938463463374607431768211455")
                .setBlockNumber(12_376_729L)
                .setLogIndex(3)
                .setEventTime(NOON)
                .build();
    }

    /** Any record of that schema; the same for the same seed. */
    static Object anyGeneric(Schema schema, long seed) {
        return new RandomData(schema, 1, seed, true).iterator().next();
    }

    /** The same datum, as Avro's own reader makes it from bytes of Avro's own writer. */
    static SpecificRecord specific(Class<? extends SpecificRecord> type, Object generic) {
        Schema schema = SpecificData.get().getSchema(type);
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
            new GenericDatumWriter<>(schema).write(generic, encoder);
            encoder.flush();
            return new SpecificDatumReader<>(type)
                    .read(null, DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
