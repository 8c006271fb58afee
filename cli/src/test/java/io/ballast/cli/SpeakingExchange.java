/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;

/** An exchange on this machine, that says something to everybody every so often. */
public final class SpeakingExchange extends WebSocketServer implements AutoCloseable {
    private static final Duration BETWEEN = Duration.ofMillis(50);

    private final ScheduledExecutorService voice = Executors.newSingleThreadScheduledExecutor();
    private final CountDownLatch started = new CountDownLatch(1);
    private long said;

    /** @param words  the n-th thing that it says */
    public SpeakingExchange(LongFunction<String> words) throws InterruptedException {
        super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        setDaemon(true);
        start();
        started.await();
        voice.scheduleAtFixedRate(() -> broadcast(words.apply(said++)), 0, BETWEEN.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Coinbase, as it tells of trades of ETH-USD. */
    public static SpeakingExchange coinbase() throws InterruptedException {
        return new SpeakingExchange(n -> "{\"type\":\"match\",\"trade_id\":" + (n + 1)
                + ",\"price\":\"2999.5\",\"product_id\":\"ETH-USD\",\"time\":\"" + Instant.now() + "\"}");
    }

    /** Ends all connections; whoever comes again is welcome. */
    public void hangUp() {
        getConnections().forEach(WebSocket::close);
    }

    @Override
    public void onStart() {
        started.countDown();
    }

    @Override
    public void onOpen(WebSocket connection, ClientHandshake handshake) {
        // Everybody is spoken to.
    }

    @Override
    public void onMessage(WebSocket connection, String message) {
        // It speaks of one thing only.
    }

    @Override
    public void onClose(WebSocket connection, int code, String reason, boolean remote) {
        // They may come again.
    }

    @Override
    public void onError(WebSocket connection, Exception error) {
        // The connection is closed.
    }

    @Override
    public void close() {
        voice.shutdownNow();
        try {
            stop(0);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
