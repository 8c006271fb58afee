/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.stream;

import io.ballast.desk.api.Parameters;
import io.ballast.desk.api.ProblemException;
import io.ballast.desk.query.Ordering;
import io.ballast.desk.query.Query;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.sse.SseClient;
import io.javalin.http.sse.SseHandler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** {@code GET /api/v1/stream}: server-sent events, first all, then what changes, four times a second. */
public final class StreamApi implements AutoCloseable {
    private static final Duration INTERVAL = Duration.ofMillis(250);
    private static final String CHANNELS = "ballast.channels";
    private static final String EVENTS = "text/event-stream";
    private static final String USUAL_CHANNELS = "status,kpi,positions,alerts";
    private static final long CLOSE_SECONDS = 2;

    private final Channels channels;
    private final String epoch;
    private final int most;
    private final AtomicInteger open = new AtomicInteger();
    private final Ticker ticker = new Ticker(INTERVAL);
    private final ExecutorService writers = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "desk-stream");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * @param epoch  names this run of the desk
     * @param most  streams at once
     */
    public StreamApi(Channels channels, String epoch, int most) {
        this.channels = channels;
        this.epoch = epoch;
        this.most = most;
        ticker.start();
    }

    /** Adds its route. */
    public void route(RoutesConfig routes) {
        SseHandler events = new SseHandler(this::accept);
        routes.get("/api/v1/stream", request -> {
            requireEvents(request);
            // Before the stream begins: after that nothing can be refused any more.
            request.attribute(CHANNELS, wanted(request));
            if (open.get() >= most) {
                throw ProblemException.unavailable("there are " + most + " streams already");
            }
            events.handle(request);
        });
    }

    private static void requireEvents(Context request) {
        String accept = request.header("Accept");
        if (accept == null || !accept.contains(EVENTS)) {
            throw ProblemException.badRequest("a stream is " + EVENTS + ", which the request does not accept");
        }
    }

    private List<Channel> wanted(Context request) {
        Query query = Parameters.query(request);
        Ordering ordering = Parameters.ordering(request);
        int limit = Parameters.limit(request).orElse(Parameters.USUAL_ROWS);
        String names = request.queryParam("channels");
        List<Channel> wanted = new ArrayList<>();
        for (String name : (names == null ? USUAL_CHANNELS : names).split(",")) {
            wanted.add(channels.channel(name, query, ordering, limit));
        }
        return wanted;
    }

    private void accept(SseClient client) {
        client.keepAlive();
        open.incrementAndGet();
        client.onClose(open::decrementAndGet);
        List<Channel> wanted = client.ctx().attribute(CHANNELS);
        ClientStream stream =
                new ClientStream(client, wanted, epoch, client.ctx().header("Last-Event-ID"));
        writers.execute(() -> stream.run(ticker));
    }

    @Override
    public void close() {
        ticker.close();
        writers.shutdown();
        try {
            if (!writers.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                writers.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
