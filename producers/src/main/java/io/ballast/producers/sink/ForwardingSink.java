/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.sink;

/** Hands everything on to another sink; subclasses change some of it. */
public abstract class ForwardingSink implements RecordSink {

    private final RecordSink sink;

    protected ForwardingSink(RecordSink sink) {
        this.sink = sink;
    }

    @Override
    public int write(RecordBlock block) {
        return sink.write(block);
    }

    @Override
    public void flush() {
        sink.flush();
    }

    @Override
    public void finish() {
        sink.finish();
    }

    @Override
    public void close() {
        sink.close();
    }
}
