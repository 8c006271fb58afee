/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import io.ballast.producers.connection.Dialer;
import io.ballast.producers.connection.Link;
import io.ballast.producers.connection.LinkListener;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * JSON-RPC 2.0 over a websocket: one try, whose failure says what it is. The connection is made when a call needs one and kept for those that
 * follow; the call after one that was late gets a new one. One call at a time: thread-safe.
 */
public final class SocketRpc implements Rpc, AutoCloseable {

    private final Endpoint endpoint;
    private final RpcMessages messages;
    private final Dialer dialer;
    private final Duration timeout;
    private Line line = Line.none();
    private long calls;

    /** @param timeout  from the request to the answer's last character; of the handshake as well */
    public SocketRpc(Endpoint endpoint, Dialer dialer, Duration timeout) {
        this.endpoint = endpoint;
        this.messages = new RpcMessages(endpoint);
        this.dialer = dialer;
        this.timeout = timeout;
    }

    @Override
    public synchronized JsonNode call(String method, JsonNode parameters) {
        if (line.isOver()) {
            line = new Line();
            line.link = dialer.dial(endpoint.uri(), line);
        }
        await(line.open, method, RpcException.Kind.UNREACHABLE);
        long id = ++calls;
        CompletableFuture<JsonNode> answer = line.answer(id);
        line.link.send(RpcMessages.request(id, method, parameters));
        return messages.result(method, id, await(answer, method, whenCutOff(method)));
    }

    /** Logs that are too many for one message end the connection, on whichever side: fewer may do. */
    private static RpcException.Kind whenCutOff(String method) {
        return method.equals("eth_getLogs") ? RpcException.Kind.TOO_MUCH : RpcException.Kind.UNREACHABLE;
    }

    private <T> T await(CompletableFuture<T> future, String method, RpcException.Kind whenCutOff) {
        try {
            return future.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            line.abort();
            throw messages.late(method, timeout);
        } catch (ExecutionException ended) {
            throw messages.failed(
                    whenCutOff, method, endpoint.quoted(ended.getCause().getMessage()));
        } catch (InterruptedException interrupted) {
            line.abort();
            Thread.currentThread().interrupt();
            throw messages.failed(RpcException.Kind.STOPPED, method, "interrupted");
        }
    }

    /** A later call connects anew. */
    @Override
    public synchronized void close() {
        line.abort();
    }

    /** One connection and the call that is made over it. */
    private static final class Line implements LinkListener {

        private final CompletableFuture<Void> open = new CompletableFuture<>();
        private Link link;
        private long id;
        private CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        private Throwable end;

        static Line none() {
            Line none = new Line();
            none.ended("not connected yet");
            return none;
        }

        synchronized boolean isOver() {
            return end != null;
        }

        /** Of the call of that id, which is made next. */
        synchronized CompletableFuture<JsonNode> answer(long call) {
            id = call;
            answer = new CompletableFuture<>();
            if (end != null) {
                answer.completeExceptionally(end);
            }
            return answer;
        }

        void abort() {
            if (link != null) {
                link.abort();
            }
            ended("given up");
        }

        @Override
        public void opened() {
            open.complete(null);
        }

        @Override
        public synchronized void text(String message) {
            RpcMessages.read(message).filter(this::isToThisCall).ifPresent(answer::complete);
        }

        /** One to a call that was given up may come late. An error may have no id; there is but one call that it can be to. */
        private boolean isToThisCall(JsonNode json) {
            return json.path("id").asLong(-1) == id || json.path("id").isNull() && json.has("error");
        }

        @Override
        public void sign() {
            // A call has its own time.
        }

        @Override
        public synchronized void ended(String why) {
            end = new IllegalStateException(why);
            open.completeExceptionally(end);
            answer.completeExceptionally(end);
        }
    }
}
