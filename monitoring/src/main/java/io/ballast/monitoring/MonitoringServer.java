/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.monitoring;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves what a process tells of itself: {@code /metrics} for Prometheus, {@code /health/live}, and {@code /health/ready} (also
 * {@code /health}), which is 503 with reasons while it does not do what it is there for. Nobody has to sign in and nothing can be
 * changed; addresses other than loopback ones are for networks that one trusts.
 */
public final class MonitoringServer implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(MonitoringServer.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> METHODS = Set.of("GET", "HEAD");
    private static final String JSON_TYPE = "application/json";
    private static final int THREADS = 2;
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int FAILED = 500;
    private static final int UNAVAILABLE = 503;

    private record Answer(int status, String type, String body) {}

    private final HttpServer server;
    private final ExecutorService threads;
    private final Monitored monitored;

    private MonitoringServer(HttpServer server, Monitored monitored) {
        this.server = server;
        this.monitored = monitored;
        this.threads = Executors.newFixedThreadPool(THREADS, MonitoringServer::daemon);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "monitoring");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Begins to serve.
     *
     * @param address  port 0: any that is free
     * @throws IOException if it cannot listen there: the port is taken, or the address not one of this machine
     */
    public static MonitoringServer start(InetSocketAddress address, Monitored monitored) throws IOException {
        MonitoringServer serving = new MonitoringServer(HttpServer.create(address, 0), monitored);
        serving.server.createContext("/", serving::handle);
        serving.server.setExecutor(serving.threads);
        serving.server.start();
        return serving;
    }

    /** Where it serves. */
    public URI address() {
        InetSocketAddress bound = server.getAddress();
        String host = bound.getAddress().getHostAddress();
        String inUri = host.contains(":") ? "[" + host + "]" : host;
        return URI.create("http://" + inUri + ":" + bound.getPort());
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = METHODS.contains(exchange.getRequestMethod())
                    ? answer(exchange.getRequestURI().getPath())
                    : new Answer(METHOD_NOT_ALLOWED, JSON_TYPE, "{}");
            send(exchange, answer);
        }
    }

    private Answer answer(String path) {
        try {
            return switch (path) {
                case "/metrics" -> new Answer(OK, PrometheusText.CONTENT_TYPE, PrometheusText.of(monitored.readings()));
                case "/health/live" -> new Answer(OK, JSON_TYPE, "{\"live\":true}");
                case "/health", "/health/ready" -> readiness(monitored.health());
                default -> new Answer(NOT_FOUND, JSON_TYPE, "{}");
            };
        } catch (RuntimeException failed) {
            log.error("Could not tell {}", path, failed);
            return new Answer(FAILED, JSON_TYPE, "{}");
        }
    }

    private static Answer readiness(Health health) {
        ObjectNode told = JSON.createObjectNode().put("ready", health.isReady());
        health.reasons().forEach(told.putArray("reasons")::add);
        health.warnings().forEach(told.putArray("warnings")::add);
        return new Answer(health.isReady() ? OK : UNAVAILABLE, JSON_TYPE, told.toString());
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answer.type());
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(answer.status(), -1);
            return;
        }
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
    }

    /** Ends at once. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
