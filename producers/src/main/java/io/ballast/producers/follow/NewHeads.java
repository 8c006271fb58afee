/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.follow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ballast.producers.connection.Conversation;
import io.ballast.producers.rpc.Endpoint;
import io.ballast.producers.rpc.Quantity;
import io.ballast.producers.rpc.RpcErrors;
import io.ballast.producers.rpc.RpcException;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Asks a node for its new heads ({@code eth_subscribe}), and tells of each that comes. What a head says beyond its number is not
 * looked at: blocks and logs are asked for and checked as without it. Mutable; heard by one thread at a time, asked by others.
 */
final class NewHeads implements Conversation {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CHAIN = 1;
    private static final int SUBSCRIPTION = 2;
    private static final List<String> OPENING = List.of(
            "{\"jsonrpc\":\"2.0\",\"id\":" + CHAIN + ",\"method\":\"eth_chainId\",\"params\":[]}",
            "{\"jsonrpc\":\"2.0\",\"id\":" + SUBSCRIPTION + ",\"method\":\"eth_subscribe\",\"params\":[\"newHeads\"]}");
    private static final Reaction OF_USE = new Reaction(true, List.of(), Optional.empty());
    private static final Reaction OF_NO_USE = new Reaction(false, List.of(), Optional.empty());

    private final Endpoint endpoint;
    private final long chainId;
    private final LongConsumer onHead;
    private volatile long heads;
    private volatile Optional<String> refusal = Optional.empty();

    /**
     * @param chainId  EIP-155 id that the node must have
     * @param onHead  hears the number of each new head; must not wait
     */
    NewHeads(Endpoint endpoint, long chainId, LongConsumer onHead) {
        this.endpoint = endpoint;
        this.chainId = chainId;
        this.onHead = onHead;
    }

    /** Heads told of. */
    long heads() {
        return heads;
    }

    /** Why this node will never give any; empty: it may. */
    Optional<String> refusal() {
        return refusal;
    }

    @Override
    public List<String> opening() {
        return OPENING;
    }

    @Override
    public Optional<String> ping() {
        return Optional.empty();
    }

    @Override
    public Reaction hear(String message) {
        JsonNode json = json(message);
        if (json.path("method").asText().equals("eth_subscription")) {
            return head(json.at("/params/result/number"));
        }
        if (json.path("error").isObject()) {
            return error(json.get("error"));
        }
        if (json.path("id").asInt() == CHAIN) {
            chain(json.path("result"));
        }
        return OF_NO_USE;
    }

    private static JsonNode json(String message) {
        try {
            return JSON.readTree(message);
        } catch (JsonProcessingException none) {
            return JSON.missingNode();
        }
    }

    private Reaction head(JsonNode number) {
        try {
            long head = Quantity.of(number, "a head's number");
            heads++;
            onHead.accept(head);
            return OF_USE;
        } catch (RpcException none) {
            return OF_NO_USE;
        }
    }

    private void chain(JsonNode answer) {
        try {
            long its = Quantity.of(answer, "eth_chainId");
            if (its != chainId) {
                refusal = Optional.of("it is a node of chain " + its + ", not " + chainId);
            }
        } catch (RpcException none) {
            refusal = Optional.of("it does not tell its chain");
        }
    }

    private Reaction error(JsonNode error) {
        String words = endpoint.quoted(error.path("message").asText());
        int code = error.path("code").asInt();
        String why = "it does not subscribe: error " + code + " " + words;
        if (RpcErrors.kind(code, words) == RpcException.Kind.REFUSED) {
            refusal = Optional.of(why);
            return OF_NO_USE;
        }
        return new Reaction(false, List.of(), Optional.of(why));
    }
}
