/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.schemas.serde;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;

/** Answers every request as a registry that has just registered schema 7, and remembers who asked; a token server too. */
final class FakeRegistry implements AutoCloseable {
    private final HttpServer server;
    private final String scheme;
    private final List<String> authorizations = new CopyOnWriteArrayList<>();

    private FakeRegistry(HttpServer server, String scheme) {
        this.server = server;
        this.scheme = scheme;
        server.createContext("/subjects", this::register);
        server.createContext(
                "/token",
                exchange -> answer(
                        exchange,
                        "{\"access_token\":\"" + UnsignedToken.VALUE
                                + "\",\"token_type\":\"bearer\",\"expires_in\":3600}"));
        server.start();
    }

    static FakeRegistry http() throws IOException {
        return new FakeRegistry(HttpServer.create(anyPort(), 0), "http");
    }

    static FakeRegistry https(SSLContext tls) throws IOException {
        HttpsServer server = HttpsServer.create(anyPort(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        return new FakeRegistry(server, "https");
    }

    private static InetSocketAddress anyPort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    String url() {
        return scheme + "://" + address();
    }

    String address() {
        return "localhost:" + server.getAddress().getPort();
    }

    /** The Authorization headers of the requests, in order; "none" where there was none. */
    List<String> authorizations() {
        return authorizations;
    }

    private void register(HttpExchange exchange) throws IOException {
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        authorizations.add(authorization == null ? "none" : authorization);
        answer(exchange, "{\"id\":7}");
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        exchange.getRequestBody().readAllBytes();
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
