/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.health;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Answers container engines and load balancers: {@code GET /livez} and {@code GET /readyz} give 200, or 503 when it is not
 * so, and the detail as one line of text.
 */
public final class HealthEndpoint implements AutoCloseable {

    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;

    private final HttpServer server;

    private HealthEndpoint(HttpServer server) {
        this.server = server;
    }

    /**
     * Listens from now on.
     *
     * @param health  asked at each request, on the endpoint's own thread
     * @throws IOException if the address is taken or not of this machine
     */
    public static HealthEndpoint start(InetSocketAddress address, Supplier<Health> health) throws IOException {
        HttpServer server = HttpServer.create(address, 0);
        server.createContext("/livez", exchange -> answer(exchange, health.get(), Health::live));
        server.createContext("/readyz", exchange -> answer(exchange, health.get(), Health::ready));
        server.start();
        return new HealthEndpoint(server);
    }

    private static void answer(HttpExchange exchange, Health health, Predicate<Health> asked) throws IOException {
        try (exchange) {
            byte[] detail = (health.detail() + "\n").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
            exchange.sendResponseHeaders(asked.test(health) ? OK : UNAVAILABLE, detail.length);
            exchange.getResponseBody().write(detail);
        }
    }

    /** The port that it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
