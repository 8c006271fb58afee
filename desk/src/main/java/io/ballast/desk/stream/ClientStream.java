/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.stream;

import io.javalin.http.sse.SseClient;
import java.util.List;

/**
 * One open stream, with a thread of its own that waits for ticks and for the client. Whoever stops reading stops this thread alone,
 * until the server gives the connection up.
 */
final class ClientStream {
    private static final int TICKS_PER_HEARTBEAT = 60;

    private final SseClient client;
    private final List<Channel> channels;
    private final String epoch;
    private final long[] seen;

    ClientStream(SseClient client, List<Channel> channels, String epoch, String lastEventId) {
        this.client = client;
        this.channels = List.copyOf(channels);
        this.epoch = epoch;
        this.seen = Resumption.seen(lastEventId, epoch, channels.size());
    }

    /** Tells news until the client has gone or the ticker ends. */
    void run(Ticker ticker) {
        long tick = ticker.current();
        int quiet = 0;
        while (!client.terminated()) {
            quiet = tellNews() ? 0 : quiet + 1;
            if (quiet >= TICKS_PER_HEARTBEAT) {
                client.sendComment("alive");
                quiet = 0;
            }
            tick = ticker.awaitAfter(tick);
            if (tick == Ticker.ENDED) {
                client.close();
                return;
            }
        }
    }

    private boolean tellNews() {
        boolean told = false;
        for (int index = 0; index < channels.size() && !client.terminated(); index++) {
            Told news = channels.get(index).since(seen[index]);
            seen[index] = news.version();
            if (news.data() != null) {
                client.sendEvent(channels.get(index).name(), news.data(), Resumption.id(epoch, seen));
                told = true;
            }
        }
        return told;
    }
}
