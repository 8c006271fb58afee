/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

import io.ballast.producers.sink.MemorySink;

/** A replay into memory. */
record Replayed(MemorySink sink, ReplaySummary summary) {

    static Replayed of(LogReplayOptions options) {
        return of(options, new MemorySink());
    }

    /** As a producer of that id writes it. */
    static Replayed of(LogReplayOptions options, String producerId) {
        return of(options, new MemorySink(producerId));
    }

    private static Replayed of(LogReplayOptions options, MemorySink sink) {
        return new Replayed(sink, new LogReplay(options, sink, ReplayListener.SILENT, () -> 0).run());
    }

    static Replayed of(BarReplayOptions options) {
        MemorySink sink = new MemorySink();
        return new Replayed(sink, new MinuteBarReplay(options, sink, ReplayListener.SILENT, () -> 0).run());
    }

    static Replayed of(OptionChainOptions options) {
        MemorySink sink = new MemorySink();
        return new Replayed(sink, new OptionChainReplay(options, sink, ReplayListener.SILENT, () -> 0).run());
    }

    static Replayed of(MarketReplayOptions options) {
        MemorySink sink = new MemorySink();
        return new Replayed(sink, new MarketReplay(options, sink, ReplayListener.SILENT, () -> 0).run());
    }
}
