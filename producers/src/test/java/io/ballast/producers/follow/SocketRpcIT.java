/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.ballast.producers.connection.SocketDialer;
import io.ballast.producers.connection.SpeakingServer;
import io.ballast.producers.rpc.Endpoint;
import io.ballast.producers.rpc.RpcException;
import io.ballast.producers.rpc.SocketRpc;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calls over a real websocket, with what nodes and networks do to it. */
class SocketRpcIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration SOON = Duration.ofMillis(300);
    private static final int MAX_CHARS = 20_000;

    private final FakeChain chain = new FakeChain();
    private Function<String, List<String>> says = this::truth;
    private final SpeakingServer node = new SpeakingServer(question -> says.apply(question));
    private SocketRpc rpc = rpc(node.getPort(), PATIENCE);

    private static SocketRpc rpc(int port, Duration timeout) {
        return new SocketRpc(
                Endpoint.of("ws://127.0.0.1:" + port + "/v3/SECRET"),
                new SocketDialer(HttpClient.newHttpClient(), timeout, MAX_CHARS),
                timeout);
    }

    private List<String> truth(String question) {
        try {
            return List.of(
                    FakeNode.answer(chain, FakeChain.json().readTree(question)).toString());
        } catch (JsonProcessingException none) {
            throw new UncheckedIOException(none);
        }
    }

    @AfterEach
    void stop() {
        rpc.close();
        node.close();
    }

    private JsonNode chainId() {
        return rpc.call("eth_chainId", JsonNodeFactory.instance.arrayNode());
    }

    private JsonNode logs() {
        return rpc.call(
                "eth_getLogs",
                JsonNodeFactory.instance
                        .arrayNode()
                        .add(JsonNodeFactory.instance
                                .objectNode()
                                .put("fromBlock", "0x0")
                                .put("toBlock", "0x" + Long.toHexString(chain.head()))));
    }

    private RpcException.Kind failure(Runnable call) {
        RpcException[] failure = new RpcException[1];
        assertThatThrownBy(call::run).isInstanceOfSatisfying(RpcException.class, failed -> failure[0] = failed);
        assertThat(failure[0]).hasMessageNotContaining("SECRET").hasMessageContaining("127.0.0.1");
        return failure[0].kind();
    }

    @Test
    void allCallsGoOverOneConnection() {
        assertThat(chainId().asText()).isEqualTo("0x4d");
        assertThat(logs()).hasSize(1);

        assertThat(node.opened()).isEqualTo(1);
    }

    @Test
    void aChainIsFollowedOverAWebsocketAlone() {
        for (int block = 0; block < 30; block++) {
            chain.append(1, 1);
        }
        Followed followed = new Followed(rpc, false, Finality.ofDepth(8));

        followed.steps(20);
        chain.drop(3);
        for (int block = 0; block < 5; block++) {
            chain.append(1, 0);
        }
        followed.steps(20);

        assertThat(followed.standing()).containsExactlyElementsOf(chain.watchedLogs());
    }

    @Test
    void anErrorSaysWhatItIs() {
        chain.limit(0, 1);

        assertThat(failure(this::logs)).isEqualTo(RpcException.Kind.TOO_MUCH);
        assertThat(chainId().asText()).isEqualTo("0x4d");
    }

    @Test
    void anErrorWithoutAnIdIsToTheCallThatThereIs() {
        says = question ->
                List.of("{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":429,\"message\":\"too many requests\"}}");

        assertThat(failure(this::chainId)).isEqualTo(RpcException.Kind.RATE_LIMITED);
    }

    @Test
    void afterACutTheNextCallConnectsAgain() {
        chainId();
        node.goAway();

        await().atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(RpcException.class)
                .until(() -> chainId().asText().equals("0x4d"));
        assertThat(node.opened()).isEqualTo(2);
    }

    @Test
    void afterSilenceTheNextCallConnectsAgain() {
        rpc = rpc(node.getPort(), SOON);
        says = question -> List.of();
        assertThat(failure(this::chainId)).isEqualTo(RpcException.Kind.TIMEOUT);

        says = this::truth;
        await().atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(RpcException.class)
                .until(() -> chainId().asText().equals("0x4d"));
        assertThat(node.opened()).isGreaterThan(1);
    }

    @Test
    void anAnswerThatIsTooLongIsTooMuch() {
        chain.append(100, 0);

        assertThat(failure(this::logs)).isEqualTo(RpcException.Kind.TOO_MUCH);
        assertThat(chainId().asText()).isEqualTo("0x4d");
    }

    @Test
    void cutOffWhileLogsAreAwaitedFewerMayDo() {
        says = question -> {
            node.goAway();
            return List.of();
        };

        assertThat(failure(this::logs)).isEqualTo(RpcException.Kind.TOO_MUCH);
        assertThat(failure(this::chainId)).isEqualTo(RpcException.Kind.UNREACHABLE);
    }

    @Test
    void anAnswerToAnotherCallIsNone() {
        says = question -> List.of(
                "{\"jsonrpc\":\"2.0\",\"id\":99,\"result\":\"0x1\"}",
                truth(question).get(0));

        assertThat(chainId().asText()).isEqualTo("0x4d");
    }

    @Test
    void nobodyThereIsUnreachable() throws InterruptedException {
        node.stop();

        assertThat(failure(this::chainId)).isEqualTo(RpcException.Kind.UNREACHABLE);
    }
}
