/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** What is said to a node and heard of it in JSON-RPC 2.0, over whichever transport. */
final class RpcMessages {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Endpoint endpoint;

    RpcMessages(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    static String request(long id, String method, JsonNode parameters) {
        ObjectNode request =
                JSON.createObjectNode().put("jsonrpc", "2.0").put("id", id).put("method", method);
        request.set("params", parameters);
        return request.toString();
    }

    /** A JSON object; empty if it is none. */
    static Optional<JsonNode> read(byte[] message) {
        try {
            return Optional.ofNullable(JSON.readTree(message)).filter(JsonNode::isObject);
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    /** A JSON object; empty if it is none. */
    static Optional<JsonNode> read(String message) {
        try {
            return Optional.ofNullable(JSON.readTree(message)).filter(JsonNode::isObject);
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    /**
     * What an answer gives.
     *
     * @throws RpcException if it is an error, or none to this call
     */
    JsonNode result(String method, long id, JsonNode answer) {
        JsonNode error = answer.get("error");
        if (error != null && !error.isNull()) {
            String words = error.path("message").asText();
            int code = error.path("code").asInt();
            throw failed(RpcErrors.kind(code, words), method, "error " + code + " " + endpoint.quoted(words));
        }
        if (answer.path("id").asLong(-1) != id || !answer.has("result")) {
            throw failed(RpcException.Kind.MALFORMED, method, "its answer is of another call, or has no result");
        }
        return answer.get("result");
    }

    RpcException late(String method, Duration timeout) {
        return failed(RpcException.Kind.TIMEOUT, method, "no answer in " + timeout.toMillis() + " ms");
    }

    RpcException failed(RpcException.Kind kind, String method, String why) {
        return failed(kind, method, why, Optional.empty());
    }

    RpcException failed(RpcException.Kind kind, String method, String why, Optional<Duration> retryAfter) {
        return new RpcException(kind, endpoint.masked() + " " + method + ": " + why, retryAfter);
    }
}
