/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

import io.ballast.producers.sink.OutgoingRecord;
import io.ballast.producers.sink.RecordBlock;
import io.ballast.producers.sink.RecordSink;
import io.ballast.schemas.catalogue.Topic;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Hands blocks to the sink and counts. Mutable, single-threaded. */
final class Delivery {

    private final RecordSink sink;
    private final Map<Topic, Long> written = new EnumMap<>(Topic.class);
    private long before;
    private long records;
    private long deadLetters;

    Delivery(RecordSink sink) {
        this.sink = sink;
    }

    /** Feeds the lines of files to their end, and finishes the sink. */
    InputLines feed(List<Path> files, LineFeed feed, ReplayListener listener) {
        InputLines lines = new InputLines(files);
        lines.forEach(line -> {
            feed.accept(line);
            listener.advanced(lines.progress(feed.blocks(), records));
        });
        feed.end();
        finish();
        listener.advanced(lines.progress(feed.blocks(), records));
        return lines;
    }

    /** The source is at its end: all is committed when this returns. */
    void finish() {
        sink.finish();
    }

    void deliver(RecordBlock block) {
        if (block.records().isEmpty()) {
            return;
        }
        records += block.records().size();
        boolean writtenNow = sink.write(block) > 0;
        for (OutgoingRecord sent : block.records()) {
            deadLetters += sent.topic() == Topic.DEAD_LETTERS ? 1 : 0;
            if (writtenNow) {
                written.merge(sent.topic(), 1L, Long::sum);
            } else {
                before++;
            }
        }
    }

    Map<Topic, Long> written() {
        return written;
    }

    long before() {
        return before;
    }

    long deadLetters() {
        return deadLetters;
    }

    /** Records written, now or before. */
    long records() {
        return records;
    }
}
