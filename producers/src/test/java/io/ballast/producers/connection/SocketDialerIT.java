/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may go wrong before a link is open. */
class SocketDialerIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(1);
    private static final long PATIENCE_S = 20;

    /** Hears how it ends. */
    private static final class Ending implements LinkListener {

        private final CompletableFuture<String> why = new CompletableFuture<>();

        @Override
        public void opened() {
            why.complete("it opened");
        }

        @Override
        public void text(String message) {
            why.complete("it spoke");
        }

        @Override
        public void sign() {
            why.complete("it lives");
        }

        @Override
        public void ended(String reason) {
            why.complete(reason);
        }
    }

    private static String endOf(String address) throws Exception {
        Ending ending = new Ending();
        new SocketDialer(HttpClient.newHttpClient(), TIMEOUT, 1000).dial(URI.create(address), ending);
        return ending.why.get(PATIENCE_S, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 301, 403, 404, 429, 503})
    void anAnswerThatIsNoWebsocketNamesItsStatus(int status) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        try {
            assertThat(endOf("ws://127.0.0.1:" + server.getAddress().getPort())).contains(Integer.toString(status));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void nobodyThereIsARefusal() throws Exception {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }

        assertThat(endOf("ws://127.0.0.1:" + port)).startsWith("ConnectException: ");
    }

    @Test
    void somebodyWhoSaysNothingIsATimeout() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(endOf("ws://127.0.0.1:" + silent.getLocalPort())).contains("imed out");
        }
    }

    @Test
    void somebodyWhoDoesNotEncryptIsATlsError() throws Exception {
        try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture.runAsync(() -> sayHello(plain));

            assertThat(endOf("wss://127.0.0.1:" + plain.getLocalPort())).contains("SSL");
        }
    }

    private static void sayHello(ServerSocket plain) {
        try (Socket socket = plain.accept()) {
            socket.getInputStream().read();
            socket.getOutputStream().write("hello, who is there?\r\n".getBytes(StandardCharsets.UTF_8));
        } catch (IOException ended) {
            // The client has seen enough.
        }
    }
}
