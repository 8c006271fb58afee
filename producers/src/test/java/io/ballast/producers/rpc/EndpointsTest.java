/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EndpointsTest {

    private final Map<String, Rpc> nodes = new HashMap<>();
    private final List<Duration> pauses = new ArrayList<>();
    private boolean stopped;
    private long nanos;

    private Endpoints endpoints(String... urls) {
        return new Endpoints(
                List.of(urls).stream().map(Endpoint::of).toList(),
                endpoint -> (method, parameters) ->
                        nodes.get(endpoint.uri().getHost()).call(method, parameters),
                7,
                1e9,
                new SplittableRandom(1),
                () -> nanos += 1000,
                pause -> {
                    pauses.add(pause);
                    return !stopped;
                });
    }

    private static Rpc node(String chainId, String name) {
        return (method, parameters) -> switch (method) {
            case "eth_chainId" -> TextNode.valueOf(chainId);
            case "eth_getBlockByNumber" -> JsonNodeFactory.instance.objectNode().put("hash", "0x" + name);
            default -> TextNode.valueOf(name);
        };
    }

    private static Rpc failing(RpcException.Kind kind, int times, Rpc then) {
        int[] left = {times};
        return (method, parameters) -> {
            if (left[0]-- > 0) {
                throw new RpcException(kind, "fails", Optional.of(Duration.ofSeconds(60)));
            }
            return then.call(method, parameters);
        };
    }

    private static String ask(Endpoints endpoints) {
        JsonNode answer = endpoints.call("web3_clientVersion", JsonNodeFactory.instance.arrayNode());
        return answer.asText();
    }

    private static List<String> excluded(Endpoints endpoints) {
        return endpoints.counts().endpoints().stream()
                .filter(counts -> counts.excluded().isPresent())
                .map(EndpointCounts::endpoint)
                .toList();
    }

    @Test
    void theNextOneIsAskedWhenOneFailsWithoutWaiting() {
        nodes.put("a", failing(RpcException.Kind.UNREACHABLE, 99, node("0x7", "a")));
        nodes.put("b", node("0x7", "b"));
        Endpoints endpoints = endpoints("http://a", "http://b");

        assertThat(ask(endpoints)).isEqualTo("b");
        assertThat(pauses).isEmpty();
        assertThat(endpoints.counts().failOvers()).isEqualTo(1);
    }

    @Test
    void aNodeThatWantsToBeLeftAloneIs() {
        nodes.put("a", failing(RpcException.Kind.RATE_LIMITED, 3, node("0x7", "a")));

        assertThat(ask(endpoints("http://a"))).isEqualTo("a");
        assertThat(pauses).hasSize(3).allMatch(pause -> pause.toSeconds() >= 60);
    }

    @Test
    void aNodeOfAnotherChainIsNeverUsed() {
        nodes.put("a", node("0x1", "a"));
        nodes.put("b", failing(RpcException.Kind.UNAVAILABLE, 2, node("0x7", "b")));

        assertThat(ask(endpoints("http://a", "http://b"))).isEqualTo("b");
    }

    @Test
    void onlyNodesOfAnotherChainIsAnError() {
        nodes.put("a", node("0x1", "a"));
        Endpoints endpoints = endpoints("http://a");

        assertThatThrownBy(() -> ask(endpoints)).hasMessageContaining("chain 1, not 7");
    }

    @Test
    void aNodeThatHasAnotherFinalBlockIsNeverUsed() {
        nodes.put("a", node("0x7", "a"));
        nodes.put("b", node("0x7", "b"));
        nodes.put("c", node("0x7", "a"));
        Endpoints endpoints = endpoints("http://a", "http://b", "http://c");
        assertThat(ask(endpoints)).isEqualTo("a");
        endpoints.agreeOn(5, "0xa");
        endpoints.turn();

        assertThat(ask(endpoints))
                .as("b is on another branch, c says the same as a")
                .isEqualTo("a");
        assertThat(excluded(endpoints)).containsExactly("http://b");
    }

    @Test
    void aNodeThatLacksTheFinalBlockIsAskedLater() {
        nodes.put("a", node("0x7", "a"));
        nodes.put(
                "b",
                (method, parameters) -> method.equals("eth_getBlockByNumber")
                        ? NullNode.instance
                        : node("0x7", "b").call(method, parameters));
        Endpoints endpoints = endpoints("http://a", "http://b");
        ask(endpoints);
        endpoints.agreeOn(5, "0xa");
        endpoints.turn();

        assertThat(ask(endpoints)).isEqualTo("a");
        assertThat(excluded(endpoints)).isEmpty();
    }

    @Test
    void whatTheCallerCanDoBetterAboutIsHandedOn() {
        nodes.put("a", node("0x7", "a"));
        Endpoints endpoints = endpoints("http://a");
        ask(endpoints);
        nodes.put("a", failing(RpcException.Kind.TOO_MUCH, 1, node("0x7", "a")));

        assertThatThrownBy(() -> ask(endpoints))
                .isInstanceOfSatisfying(
                        RpcException.class, failed -> assertThat(failed.kind()).isEqualTo(RpcException.Kind.TOO_MUCH));
    }

    @Test
    void refusedByAllIsRefused() {
        nodes.put("a", node("0x7", "a"));
        nodes.put("b", node("0x7", "b"));
        Endpoints endpoints = endpoints("http://a", "http://b");
        ask(endpoints);
        nodes.put("a", failing(RpcException.Kind.REFUSED, 9, node("0x7", "a")));
        nodes.put("b", failing(RpcException.Kind.REFUSED, 9, node("0x7", "b")));

        assertThatThrownBy(() -> ask(endpoints)).hasMessageContaining("fails");
    }

    @Test
    void whatNoneHasIsGivenUpWhereOneCanDoWithout() {
        nodes.put("a", node("0x7", "a"));
        nodes.put("b", node("0x7", "b"));
        Endpoints endpoints = endpoints("http://a", "http://b");
        ask(endpoints);
        nodes.put("a", failing(RpcException.Kind.UNAVAILABLE, 99, node("0x7", "a")));
        nodes.put("b", failing(RpcException.Kind.UNAVAILABLE, 99, node("0x7", "b")));

        assertThatThrownBy(() -> endpoints.whereThere().call("eth_getLogs", JsonNodeFactory.instance.arrayNode()))
                .isInstanceOfSatisfying(RpcException.class, failed -> assertThat(failed.kind())
                        .isEqualTo(RpcException.Kind.UNAVAILABLE));
        assertThat(pauses).as("not at once: it may be an outage").hasSizeGreaterThan(5);
        assertThat(ask(endpoints)).as("asked for good, it is waited for").isIn("a", "b");
    }

    @Test
    void waitingEndsWhenToldToStop() {
        stopped = true;
        nodes.put("a", failing(RpcException.Kind.UNREACHABLE, 99, node("0x7", "a")));
        Endpoints endpoints = endpoints("http://a");

        assertThatThrownBy(() -> ask(endpoints))
                .isInstanceOfSatisfying(
                        RpcException.class, failed -> assertThat(failed.kind()).isEqualTo(RpcException.Kind.STOPPED));
    }
}
