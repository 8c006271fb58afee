/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.connection;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * A link over the JDK's websocket, which answers pings by itself, takes one send at a time and gives messages in parts. The next
 * part is asked for when the last was dealt with, so nothing piles up here. Binary messages are a sign of life and no more.
 *
 * <p>If the other side is gone without a word just while a message is dealt with, the JDK may never tell:
 * only pings find out.
 */
final class SocketLink implements Link, WebSocket.Listener {

    /** Sends that may wait for those before: who does not read what we ask for is not there. */
    private static final int MOST_WAITING = 1_000;

    private final LinkListener listener;
    private final MessageText message;

    private WebSocket socket;
    private CompletableFuture<WebSocket> sends = CompletableFuture.completedFuture(null);
    private int waiting;
    private boolean over;

    SocketLink(LinkListener listener, int maxMessageChars) {
        this.listener = listener;
        this.message = new MessageText(maxMessageChars);
    }

    /** The handshake failed. */
    void failed(Throwable cause) {
        end(reason(cause));
    }

    /** What it is, and what is at the bottom of it: the one without the other says little. */
    private static String reason(Throwable cause) {
        Throwable error = cause instanceof CompletionException && cause.getCause() != null ? cause.getCause() : cause;
        Throwable root = error;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String words = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        return error.getClass().getSimpleName() + ": " + words;
    }

    @Override
    public void onOpen(WebSocket opened) {
        synchronized (this) {
            if (over) {
                opened.abort();
                return;
            }
            socket = opened;
        }
        listener.opened();
        opened.request(1);
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        try {
            message.add(part, last).ifPresentOrElse(listener::text, listener::sign);
            from.request(1);
        } catch (MessageText.TooLong tooLong) {
            end(tooLong.getMessage());
        }
        return null;
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket from, ByteBuffer part, boolean last) {
        return heard(from);
    }

    @Override
    public CompletionStage<?> onPing(WebSocket from, ByteBuffer content) {
        return heard(from);
    }

    @Override
    public CompletionStage<?> onPong(WebSocket from, ByteBuffer content) {
        return heard(from);
    }

    private CompletionStage<?> heard(WebSocket from) {
        listener.sign();
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int status, String words) {
        end("closed by the other side: " + status + (words.isEmpty() ? "" : " " + words));
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        end(reason(error));
    }

    private void end(String why) {
        if (stop()) {
            listener.ended(why);
        }
    }

    @Override
    public void send(String text) {
        enqueue(open -> open.sendText(text, true));
    }

    @Override
    public void ping() {
        enqueue(open -> open.sendPing(ByteBuffer.allocate(0)));
    }

    private void enqueue(Function<WebSocket, CompletableFuture<WebSocket>> send) {
        if (!isTaken(send)) {
            end("what we send is not read");
        }
    }

    private synchronized boolean isTaken(Function<WebSocket, CompletableFuture<WebSocket>> send) {
        if (over || socket == null) {
            return true;
        }
        if (waiting >= MOST_WAITING) {
            return false;
        }
        waiting++;
        WebSocket open = socket;
        sends = sends.thenCompose(before -> send.apply(open));
        sends.whenComplete((sent, error) -> sent(error));
        return true;
    }

    private void sent(Throwable error) {
        synchronized (this) {
            waiting--;
        }
        if (error != null) {
            end(reason(error));
        }
    }

    @Override
    public void close() {
        enqueue(open -> open.sendClose(WebSocket.NORMAL_CLOSURE, "").whenComplete((sent, error) -> open.abort()));
        synchronized (this) {
            over = true;
        }
    }

    @Override
    public void abort() {
        stop();
    }

    /** False if it was over before. */
    private boolean stop() {
        WebSocket open;
        synchronized (this) {
            if (over) {
                return false;
            }
            over = true;
            open = socket;
        }
        if (open != null) {
            open.abort();
        }
        return true;
    }
}
