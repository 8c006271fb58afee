/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A receiver in this process: it remembers what it was told, and answers as a test wants. */
final class FakeReceiver implements AutoCloseable {
    private final HttpServer server;
    private final List<Told> told = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private volatile Map<String, String> headers = Map.of();

    /** One request, and how it was answered. */
    record Told(String path, String authorization, String contentType, JsonNode body, int status) {}

    FakeReceiver() {
        server = open();
        server.createContext("/", this::answer);
        server.start();
    }

    private static HttpServer open() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            int answered = status;
            told.add(new Told(
                    exchange.getRequestURI().getPath(),
                    exchange.getRequestHeaders().getFirst("Authorization"),
                    exchange.getRequestHeaders().getFirst("Content-Type"),
                    new JsonMapper().readTree(exchange.getRequestBody()),
                    answered));
            headers.forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(answered, -1);
        }
    }

    /** From now on. */
    void answers(int newStatus, Map<String, String> newHeaders) {
        headers = newHeaders;
        status = newStatus;
    }

    List<Told> told() {
        return List.copyOf(told);
    }

    /** What was answered with 200. */
    List<JsonNode> accepted() {
        return told.stream().filter(one -> one.status() == 200).map(Told::body).toList();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
