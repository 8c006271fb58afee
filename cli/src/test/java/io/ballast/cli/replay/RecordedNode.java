/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.ballast.cli.replay.RecordedBlocks.Block;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A node of a recorded chain: JSON-RPC over HTTP. The chain goes on at a look at its head, once the newest block's logs were asked
 * for: whoever follows sees every branch.
 */
final class RecordedNode implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SOME_BLOOM = "0x" + "ff".repeat(256);
    private static final String NO_BLOOM = "0x" + "00".repeat(256);

    private final RecordedBlocks blocks;
    private final RecordedState state;
    private final String chainId;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private String askedLast = "";
    private String countedMethod = "";
    private int callsLeft;
    private Runnable then;

    /** @param state  what contracts say, at whichever block they are asked */
    RecordedNode(long chainId, RecordedBlocks blocks, RecordedState state) throws IOException {
        this.chainId = RecordedBlocks.hex(chainId);
        this.blocks = blocks;
        this.state = state;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Does something, once, when so many more calls of a method have come. */
    synchronized void after(int calls, String method, Runnable what) {
        countedMethod = method;
        callsLeft = calls;
        then = what;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode request = JSON.readTree(exchange.getRequestBody());
            ObjectNode answer = JSON.createObjectNode().put("jsonrpc", "2.0");
            answer.set("id", request.get("id"));
            answer.set("result", answer(request.get("method").asText(), request.get("params")));
            byte[] body = answer.toString().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private synchronized JsonNode answer(String method, JsonNode parameters) {
        if (method.equals(countedMethod) && --callsLeft == 0) {
            then.run();
        }
        return switch (method) {
            case "eth_chainId" -> TextNode.valueOf(chainId);
            case "eth_getBlockByNumber" -> header(numbered(parameters.get(0).asText()));
            case "eth_getBlockByHash" -> header(blocks.withHash(parameters.get(0)));
            case "eth_getLogs" -> logs(parameters.get(0));
            case "eth_call" -> called(parameters.get(0));
            default -> throw new IllegalArgumentException("no method " + method);
        };
    }

    private JsonNode called(JsonNode call) {
        return TextNode.valueOf(
                state.call(call.get("to").asText(), call.get("data").asText()));
    }

    private Block numbered(String tag) {
        List<Block> standing = blocks.standing();
        if (tag.equals("latest")) {
            if (standing.get(standing.size() - 1).hash().equals(askedLast)) {
                blocks.goOn();
            }
            return standing.get(standing.size() - 1);
        }
        long number = Long.decode(tag);
        return number < standing.size() ? standing.get((int) number) : null;
    }

    private static JsonNode header(Block block) {
        if (block == null) {
            return NullNode.instance;
        }
        return JSON.createObjectNode()
                .put("number", RecordedBlocks.hex(block.number()))
                .put("hash", block.hash())
                .put("parentHash", block.parent())
                .put("timestamp", RecordedBlocks.hex(block.timestampS()))
                .put("logsBloom", block.logs().isEmpty() ? NO_BLOOM : SOME_BLOOM);
    }

    private JsonNode logs(JsonNode filter) {
        ArrayNode found = JsonNodeFactory.instance.arrayNode();
        for (Block block : asked(filter)) {
            block.logs().stream().filter(log -> matches(log, filter)).forEach(found::add);
        }
        return found;
    }

    private List<Block> asked(JsonNode filter) {
        if (filter.has("blockHash")) {
            Block block = blocks.withHash(filter.get("blockHash"));
            askedLast = block.hash();
            return List.of(block);
        }
        List<Block> standing = blocks.standing();
        long to =
                Math.min(standing.size() - 1, Long.decode(filter.get("toBlock").asText()));
        return standing.subList(Long.decode(filter.get("fromBlock").asText()).intValue(), (int) to + 1);
    }

    private static boolean matches(JsonNode log, JsonNode filter) {
        boolean matches = !filter.has("address") || isAmong(filter.get("address"), log.get("address"));
        JsonNode places = filter.path("topics");
        for (int i = 0; i < places.size(); i++) {
            matches &= places.get(i).isNull()
                    || isAmong(places.get(i), log.get("topics").path(i));
        }
        return matches;
    }

    private static boolean isAmong(JsonNode values, JsonNode value) {
        for (JsonNode one : values) {
            if (one.equals(value)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
