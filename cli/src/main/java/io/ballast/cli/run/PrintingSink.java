/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.run;

import io.ballast.producers.sink.OutgoingRecord;
import io.ballast.producers.sink.PoolSequences;
import io.ballast.producers.sink.RecordBlock;
import io.ballast.producers.sink.RecordSink;
import java.io.PrintStream;

/** Prints what would be sent: one JSON line for each record, numbered as it would be. */
final class PrintingSink implements RecordSink {
    private final PrintStream out;
    private final PoolSequences sequences;

    PrintingSink(PrintStream out, String producerId) {
        this.out = out;
        this.sequences = new PoolSequences(producerId);
    }

    @Override
    public int write(RecordBlock block) {
        block.records().forEach(sequences::number);
        for (OutgoingRecord sent : block.records()) {
            out.println("{\"topic\":\"" + sent.topic().shortName() + "\",\"key\":\"" + sent.key() + "\",\"timestamp\":"
                    + sent.timestampMs() + ",\"value\":" + sent.value() + "}");
        }
        out.flush();
        return block.records().size();
    }

    @Override
    public void flush() {
        out.flush();
    }

    @Override
    public void finish() {
        out.flush();
    }

    @Override
    public void close() {
        out.flush();
    }
}
