/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.connection;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;

/** A websocket on this machine that says what a test says. */
public final class SpeakingServer extends WebSocketServer implements AutoCloseable {

    private final Function<String, List<String>> answers;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Set<WebSocket> subscribers = ConcurrentHashMap.newKeySet();
    private final AtomicInteger opened = new AtomicInteger();
    private final CountDownLatch started = new CountDownLatch(1);

    /** @param answers  what it says to what it is asked */
    public SpeakingServer(Function<String, List<String>> answers) {
        super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        this.answers = answers;
        setReuseAddr(true);
        setConnectionLostTimeout(0);
        setDaemon(true);
        start();
        awaitStart();
    }

    private void awaitStart() {
        try {
            started.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** All that it was asked, on whichever connection. */
    public List<String> asked() {
        return asked;
    }

    /** Connections made so far. */
    public int opened() {
        return opened.get();
    }

    /** Says something to whoever listens. */
    public void say(String message) {
        broadcast(message);
    }

    /** Says something to those who have asked for something and were answered, as exchanges do. */
    public void sayToSubscribers(String message) {
        broadcast(message, subscribers);
    }

    /** Says good-bye to all. */
    public void goAway() {
        getConnections().forEach(connection -> connection.close(1001, "going away"));
    }

    @Override
    public void onStart() {
        started.countDown();
    }

    @Override
    public void onOpen(WebSocket connection, ClientHandshake handshake) {
        opened.incrementAndGet();
    }

    @Override
    public void onMessage(WebSocket connection, String message) {
        answers.apply(message).stream().filter(answer -> connection.isOpen()).forEach(connection::send);
        asked.add(message);
        subscribers.add(connection);
    }

    @Override
    public void onClose(WebSocket connection, int code, String reason, boolean remote) {
        subscribers.remove(connection);
    }

    @Override
    public void onError(WebSocket connection, Exception error) {
        // The connection is closed; the client sees it.
    }

    @Override
    public void close() {
        try {
            stop(0);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
