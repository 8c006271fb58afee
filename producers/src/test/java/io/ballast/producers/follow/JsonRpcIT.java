/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.ballast.producers.rpc.Endpoint;
import io.ballast.producers.rpc.JsonRpc;
import io.ballast.producers.rpc.RpcException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Over a real connection, with what servers do wrong. */
class JsonRpcIT {

    private static final Duration TIMEOUT = Duration.ofMillis(400);

    private FakeNode node;

    @BeforeEach
    void start() throws IOException {
        node = new FakeNode(new FakeChain());
    }

    @AfterEach
    void stop() {
        node.close();
    }

    private RpcException failure() {
        return failure(node.url());
    }

    private static RpcException failure(String url) {
        JsonRpc rpc = new JsonRpc(Endpoint.of(url + "/v3/SECRET"), JsonRpc.client(TIMEOUT), TIMEOUT);
        RpcException[] failure = new RpcException[1];
        assertThatThrownBy(() -> rpc.call("eth_chainId", JsonNodeFactory.instance.arrayNode()))
                .isInstanceOfSatisfying(RpcException.class, failed -> failure[0] = failed);
        assertThat(failure[0]).hasMessageNotContaining("SECRET").hasMessageContaining("127.0.0.1");
        return failure[0];
    }

    @Test
    void anAnswerIsTheResult() {
        JsonRpc rpc = new JsonRpc(Endpoint.of(node.url()), JsonRpc.client(TIMEOUT), TIMEOUT);

        assertThat(rpc.call("eth_chainId", JsonNodeFactory.instance.arrayNode()).asText())
                .isEqualTo("0x4d");
    }

    /** As a server that has websockets on the same port does. */
    @Test
    void aServerThatRefusesToChangeOverToAnotherProtocolIsNotAskedTo() {
        node.fault(exchange -> {
            boolean asked = exchange.getRequestHeaders().containsKey("Upgrade");
            if (asked) {
                FakeNode.send(exchange, 405, "Invalid HTTP method");
            }
            return asked;
        });

        JsonRpc rpc = new JsonRpc(Endpoint.of(node.url()), JsonRpc.client(TIMEOUT), TIMEOUT);

        assertThat(rpc.call("eth_chainId", JsonNodeFactory.instance.arrayNode()).asText())
                .isEqualTo("0x4d");
    }

    @Test
    void silenceIsATimeout() {
        CountDownLatch over = new CountDownLatch(1);
        node.fault(exchange -> silent(over));

        assertThat(failure().kind()).isEqualTo(RpcException.Kind.TIMEOUT);
        over.countDown();
    }

    @Test
    void silenceInTheMiddleOfAnAnswerIsATimeout() {
        CountDownLatch over = new CountDownLatch(1);
        node.fault(exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            return silent(over);
        });

        assertThat(failure().kind()).isEqualTo(RpcException.Kind.TIMEOUT);
        over.countDown();
    }

    private static boolean silent(CountDownLatch over) {
        try {
            over.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
        return true;
    }

    @Test
    void http429SaysHowLongToWait() {
        node.fault(exchange -> {
            exchange.getResponseHeaders().add("Retry-After", "60");
            FakeNode.send(exchange, 429, "");
            return true;
        });

        RpcException failure = failure();
        assertThat(failure.kind()).isEqualTo(RpcException.Kind.RATE_LIMITED);
        assertThat(failure.retryAfter()).contains(Duration.ofSeconds(60));
    }

    @Test
    void aProxysErrorPageIsNotTheNodesAnswer() {
        node.fault(exchange -> {
            FakeNode.send(exchange, 502, "<html>bad gateway");
            return true;
        });

        assertThat(failure().kind()).isEqualTo(RpcException.Kind.UNAVAILABLE);
    }

    @Test
    void whatIsNoJsonIsMalformed() {
        node.fault(exchange -> {
            FakeNode.send(exchange, 200, "{\"result\":");
            return true;
        });

        assertThat(failure().kind()).isEqualTo(RpcException.Kind.MALFORMED);
    }

    @Test
    void aWrongKeyIsRefused() {
        node.fault(exchange -> {
            FakeNode.send(exchange, 401, "who are you");
            return true;
        });

        assertThat(failure().kind()).isEqualTo(RpcException.Kind.REFUSED);
    }

    @Test
    void aNodeThatDoesNotEncryptIsUnreachableOverTls() throws IOException {
        try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture.runAsync(() -> sayHello(plain));

            RpcException failure = failure("https://127.0.0.1:" + plain.getLocalPort());

            assertThat(failure.kind()).isEqualTo(RpcException.Kind.UNREACHABLE);
            assertThat(failure).hasMessageContaining("SSL");
        }
    }

    private static void sayHello(ServerSocket plain) {
        try (Socket socket = plain.accept()) {
            socket.getInputStream().read();
            socket.getOutputStream().write("hello, who is there?\r\n".getBytes(StandardCharsets.UTF_8));
            // To close with anything unread would reset the connection, and might take the answer back.
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException ended) {
            // The client has seen enough.
        }
    }

    @Test
    void nobodyThereIsUnreachable() {
        node.close();

        assertThat(failure().kind()).isEqualTo(RpcException.Kind.UNREACHABLE);
    }
}
