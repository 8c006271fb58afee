/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.state;

import io.ballast.schemas.catalogue.Topic;
import io.ballast.streams.record.Coordinates;
import io.ballast.streams.record.StoredRecord;
import java.nio.ByteBuffer;

/** Stored form of records as they were read. */
final class SourceRows {

    private final String topicPrefix;
    private final SingleObject<SourceRow> rows = new SingleObject<>(SourceRow.getClassSchema());

    SourceRows(String topicPrefix) {
        this.topicPrefix = topicPrefix;
    }

    byte[] encode(StoredRecord record) {
        Coordinates from = record.from();
        return rows.encode(new SourceRow(
                from.topic().shortName(),
                from.partition(),
                from.offset(),
                record.timestampMs(),
                ByteBuffer.wrap(record.value())));
    }

    StoredRecord decode(byte[] stored) {
        SourceRow row = rows.decode(stored);
        return new StoredRecord(
                coordinates(row.getTopic(), topicPrefix, row.getPartition(), row.getOffset()),
                row.getTimestampMs(),
                row.getValue().array());
    }

    static Coordinates coordinates(String shortName, String topicPrefix, int partition, long offset) {
        Topic topic = Topic.named(shortName, topicPrefix)
                .orElseThrow(() -> new IllegalStateException("a stored record is of an unknown topic " + shortName));
        return new Coordinates(topic, topic.fullName(topicPrefix), partition, offset);
    }
}
