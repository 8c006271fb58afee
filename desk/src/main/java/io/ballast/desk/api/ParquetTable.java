/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.jerolba.carpet.CarpetWriter;
import com.jerolba.carpet.TimeUnit;
import com.jerolba.carpet.model.FieldType;
import com.jerolba.carpet.model.FieldTypes;
import com.jerolba.carpet.model.WriteRecordModelType;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * Rows as Parquet: the very values of the JSON, with types; unknown ones null, times as timestamps of microseconds in UTC. As a file
 * ends with its table of contents, one that was cut off cannot be read, which is as it should be.
 */
final class ParquetTable implements RowTable {

    /** Held in memory until it is full, for each export that runs: much less than the 128 MB of the format's own default. */
    private static final long ROW_GROUP_BYTES = 8L << 20;

    private final CarpetWriter<ObjectNode> writer;

    ParquetTable(OutputStream out, List<Column> columns) throws IOException {
        writer = new CarpetWriter.Builder<>(out, ObjectNode.class)
                .withConf(new PlainParquetConfiguration())
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .withRowGroupSize(ROW_GROUP_BYTES)
                .withDefaultTimeUnit(TimeUnit.MICROS)
                .withWriteRecordModel(model(columns))
                .build();
    }

    private static WriteRecordModelType<ObjectNode> model(List<Column> columns) {
        WriteRecordModelType<ObjectNode> model = FieldTypes.writeRecordModel(ObjectNode.class);
        columns.forEach(column -> model.withField(
                column.name(), type(column.type()), row -> value(row.path(column.name()), column.type())));
        return model;
    }

    private static FieldType type(Column.Type type) {
        return switch (type) {
            case TEXT -> FieldTypes.STRING;
            case WHOLE -> FieldTypes.LONG;
            case FIGURE -> FieldTypes.DOUBLE;
            case YES_NO -> FieldTypes.BOOLEAN;
            case TIME -> FieldTypes.INSTANT;
            case LIST -> FieldTypes.LIST.ofType(FieldTypes.STRING);
        };
    }

    private static Object value(JsonNode value, Column.Type type) {
        if (value.isNull() || value.isMissingNode()) {
            return null;
        }
        return switch (type) {
            case TEXT -> value.asText();
            case WHOLE -> value.longValue();
            case FIGURE -> value.isTextual() ? Double.valueOf(value.textValue()) : value.doubleValue();
            case YES_NO -> value.booleanValue();
            case TIME -> Instant.parse(value.textValue());
            case LIST -> texts(value);
        };
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    @Override
    public void write(ObjectNode row) throws IOException {
        writer.write(row);
    }

    /** Also closes what it is written to. */
    @Override
    public void close() throws IOException {
        writer.close();
    }
}
