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

/** Something that can be sent into the input topics, from its beginning to its end. */
public interface ReplayInput {
    /** Names it, with a fingerprint: the same input gives the same records. */
    String source();

    /** Sends it all; returns when all is committed. */
    ReplaySummary send(RecordSink sink, ReplayListener listener);

    static ReplayInput of(LogReplayOptions logs) {
        return new ReplayInput() {
            @Override
            public String source() {
                return logs.source();
            }

            @Override
            public ReplaySummary send(RecordSink sink, ReplayListener listener) {
                return new LogReplay(logs, sink, listener, System::nanoTime).run();
            }
        };
    }

    static ReplayInput of(BarReplayOptions bars) {
        return new ReplayInput() {
            @Override
            public String source() {
                return bars.source();
            }

            @Override
            public ReplaySummary send(RecordSink sink, ReplayListener listener) {
                return new MinuteBarReplay(bars, sink, listener, System::nanoTime).run();
            }
        };
    }

    static ReplayInput of(OptionChainOptions options) {
        return new ReplayInput() {
            @Override
            public String source() {
                return options.source();
            }

            @Override
            public ReplaySummary send(RecordSink sink, ReplayListener listener) {
                return new OptionChainReplay(options, sink, listener, System::nanoTime).run();
            }
        };
    }

    static ReplayInput of(MarketReplayOptions market) {
        return new ReplayInput() {
            @Override
            public String source() {
                return market.source();
            }

            @Override
            public ReplaySummary send(RecordSink sink, ReplayListener listener) {
                return new MarketReplay(market, sink, listener, System::nanoTime).run();
            }
        };
    }
}
