/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.replay;

import io.ballast.producers.replay.BarReplayOptions;
import io.ballast.producers.replay.LogReplay;
import io.ballast.producers.replay.LogReplayOptions;
import io.ballast.producers.replay.MarketReplay;
import io.ballast.producers.replay.MarketReplayOptions;
import io.ballast.producers.replay.MinuteBarReplay;
import io.ballast.producers.replay.OptionChainOptions;
import io.ballast.producers.replay.OptionChainReplay;
import io.ballast.producers.replay.ReplayListener;
import io.ballast.producers.replay.ReplaySummary;
import io.ballast.producers.sink.RecordSink;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** Something that can be sent into the input topics, from its beginning to its end. */
public final class ReplayInput {
    private final Supplier<String> source;
    private final BiFunction<RecordSink, ReplayListener, ReplaySummary> replay;

    private ReplayInput(Supplier<String> source, BiFunction<RecordSink, ReplayListener, ReplaySummary> replay) {
        this.source = source;
        this.replay = replay;
    }

    static ReplayInput of(LogReplayOptions logs) {
        return new ReplayInput(
                logs::source, (sink, listener) -> new LogReplay(logs, sink, listener, System::nanoTime).run());
    }

    static ReplayInput of(BarReplayOptions bars) {
        return new ReplayInput(
                bars::source, (sink, listener) -> new MinuteBarReplay(bars, sink, listener, System::nanoTime).run());
    }

    static ReplayInput of(OptionChainOptions options) {
        return new ReplayInput(
                options::source,
                (sink, listener) -> new OptionChainReplay(options, sink, listener, System::nanoTime).run());
    }

    static ReplayInput of(MarketReplayOptions market) {
        return new ReplayInput(
                market::source, (sink, listener) -> new MarketReplay(market, sink, listener, System::nanoTime).run());
    }

    /** Names it, with a fingerprint, for which all of it is read: the same input gives the same records. */
    public String source() {
        return source.get();
    }

    /** Sends it all; returns when all is committed. */
    public ReplaySummary send(RecordSink sink, ReplayListener listener) {
        return replay.apply(sink, listener);
    }
}
