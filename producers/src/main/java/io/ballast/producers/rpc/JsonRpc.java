/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** JSON-RPC 2.0 over HTTP to one endpoint: one try, whose failure says what it is. Thread-safe. */
public final class JsonRpc implements Rpc {

    private static final int MAX_ANSWER_BYTES = 64 * 1024 * 1024;
    private static final int OK = 200;
    private static final int FIRST_ERROR = 400;
    private static final int TOO_LARGE = 413;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int FIRST_SERVER_ERROR = 500;
    private static final long MAX_RETRY_AFTER_S = 600;

    private final Endpoint endpoint;
    private final RpcMessages messages;
    private final HttpClient http;
    private final Duration timeout;
    private final AtomicLong ids = new AtomicLong();

    /** @param timeout  from the request to the answer's last byte */
    public JsonRpc(Endpoint endpoint, HttpClient http, Duration timeout) {
        this.endpoint = endpoint;
        this.messages = new RpcMessages(endpoint);
        this.http = http;
        this.timeout = timeout;
    }

    /** Of a node's whole answers; redirects are not followed, they would carry keys elsewhere. */
    public static HttpClient client(Duration timeout) {
        return HttpClient.newBuilder()
                .connectTimeout(timeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public JsonNode call(String method, JsonNode parameters) {
        long id = ids.incrementAndGet();
        String request = RpcMessages.request(id, method, parameters);
        return messages.result(method, id, answer(method, exchange(method, request)));
    }

    /** Without TLS the client would ask each server to change over to HTTP/2, which those of websockets refuse. */
    private HttpClient.Version version() {
        return endpoint.uri().getScheme().equals("https") ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1;
    }

    private HttpResponse<byte[]> exchange(String method, String request) {
        HttpRequest post = HttpRequest.newBuilder(endpoint.uri())
                .timeout(timeout)
                .version(version())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(request))
                .build();
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(post, head -> new BoundedBody(MAX_ANSWER_BYTES));
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            answer.cancel(true);
            throw messages.late(method, timeout);
        } catch (ExecutionException failed) {
            throw broken(method, failed.getCause());
        } catch (InterruptedException interrupted) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw messages.failed(RpcException.Kind.STOPPED, method, "interrupted");
        }
    }

    private RpcException broken(String method, Throwable cause) {
        if (cause instanceof HttpTimeoutException) {
            return messages.late(method, timeout);
        }
        if (cause instanceof BoundedBody.TooLong) {
            return messages.failed(RpcException.Kind.TOO_MUCH, method, cause.getMessage());
        }
        return messages.failed(RpcException.Kind.UNREACHABLE, method, classes(cause));
    }

    /** From the outside in. Messages of the transport may name the address: they are not told. */
    private static String classes(Throwable cause) {
        return Stream.iterate(cause, Objects::nonNull, Throwable::getCause)
                .map(error -> error.getClass().getSimpleName())
                .distinct()
                .collect(Collectors.joining(" by "));
    }

    private JsonNode answer(String method, HttpResponse<byte[]> response) {
        int status = response.statusCode();
        Optional<JsonNode> json = RpcMessages.read(response.body());
        if (status == TOO_MANY_REQUESTS) {
            throw messages.failed(RpcException.Kind.RATE_LIMITED, method, "HTTP 429", retryAfter(response));
        }
        // Some send a proper JSON-RPC error with a status that is none of 200.
        if (status != OK && json.filter(answer -> answer.has("error")).isEmpty()) {
            throw messages.failed(kind(status), method, "HTTP " + status, retryAfter(response));
        }
        return json.orElseThrow(() -> messages.failed(RpcException.Kind.MALFORMED, method, "its answer is no JSON"));
    }

    private static RpcException.Kind kind(int status) {
        if (status == TOO_LARGE) {
            return RpcException.Kind.TOO_MUCH;
        }
        return status >= FIRST_SERVER_ERROR || status < FIRST_ERROR
                ? RpcException.Kind.UNAVAILABLE
                : RpcException.Kind.REFUSED;
    }

    /** In seconds; the date form is rare and depends on clocks, it is left alone. */
    private static Optional<Duration> retryAfter(HttpResponse<byte[]> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("[0-9]{1,6}"))
                .map(value -> Duration.ofSeconds(Math.min(Long.parseLong(value), MAX_RETRY_AFTER_S)));
    }
}
