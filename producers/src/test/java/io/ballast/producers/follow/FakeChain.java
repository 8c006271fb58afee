/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.follow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ballast.producers.rpc.Rpc;
import io.ballast.producers.rpc.RpcException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A chain with one pair, made by a factory in block 1, and a node that tells of it as JSON-RPC does: written from the
 * specification, sharing nothing with the code that asks. Thread-safe.
 */
final class FakeChain implements Rpc {

    static final long CHAIN_ID = 77;
    static final String FACTORY = address(0xfac);
    static final String TOKEN0 = address(0x10);
    static final String TOKEN1 = address(0x11);
    static final String PAIR = address(0x9a);
    static final String STRANGER = address(0x5717);

    static final String SYNC = "0x1c411e9a96e071241c2f21f7726b17ae89e3cab4c78be50e062b03a9fffbbad1";
    private static final String PAIR_CREATED = "0x0d3648bd0f6ba80134a33ba9275ac585d9d315f0ad8355cddefde31afa28d0e9";
    private static final String FULL_BLOOM = "0x" + "ff".repeat(256);
    private static final String EMPTY_BLOOM = "0x" + "00".repeat(256);

    static final String TRANSFER = "0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef";

    /** ERC-721: an NFT goes from one to another, or comes into being. */
    record Transfer(String manager, long tokenId, String from, String to) {}

    private record Block(long number, String hash, String parent, List<ObjectNode> logs) {}

    private final List<Block> chain = new ArrayList<>();
    private final Map<String, Block> all = new HashMap<>();
    private int maxResults = Integer.MAX_VALUE;
    private long maxBlocks = Long.MAX_VALUE;
    private long finalDepth = 8;
    private long made;

    FakeChain() {
        append(0, 0);
        append(0, 0);
    }

    static String address(long value) {
        return String.format("0x%040x", value);
    }

    private static String word(String hex) {
        return "0x" + "0".repeat(66 - hex.length()) + hex.substring(2);
    }

    private static String hex(long value) {
        return "0x" + Long.toHexString(value);
    }

    /** Queries that would give more logs, or reach over more blocks, are refused. */
    synchronized void limit(int results, long blocks) {
        maxResults = results;
        maxBlocks = blocks;
    }

    synchronized long head() {
        return chain.size() - 1;
    }

    synchronized String hashAt(long number) {
        return chain.get((int) number).hash();
    }

    /** A new block with so many logs of the pair, and others of a contract that nobody watches. */
    synchronized void append(int syncs, int others) {
        long number = chain.size();
        String hash = String.format("0x%024x%040x", number, ++made);
        String parent =
                chain.isEmpty() ? word("0x0") : chain.get(chain.size() - 1).hash();
        List<ObjectNode> logs = new ArrayList<>();
        if (number == 1) {
            logs.add(log(
                    FACTORY,
                    number,
                    hash,
                    0,
                    word(PAIR) + "0".repeat(63) + "1",
                    PAIR_CREATED,
                    word(TOKEN0),
                    word(TOKEN1)));
        }
        for (int i = 0; i < syncs + others; i++) {
            String data = String.format("0x%064x%064x", 1_000_000 + made, 2_000_000 + i);
            logs.add(log(i < syncs ? PAIR : STRANGER, number, hash, logs.size(), data, SYNC));
        }
        Block block = new Block(number, hash, parent, logs);
        chain.add(block);
        all.put(hash, block);
    }

    /** A new block in which NFTs are transferred. */
    synchronized void append(Transfer... transfers) {
        append(0, 0);
        Block block = chain.get(chain.size() - 1);
        for (Transfer transfer : transfers) {
            block.logs()
                    .add(log(
                            transfer.manager(),
                            block.number(),
                            block.hash(),
                            block.logs().size(),
                            "0x",
                            TRANSFER,
                            word(transfer.from()),
                            word(transfer.to()),
                            String.format("0x%064x", transfer.tokenId())));
        }
    }

    /** Takes back so many blocks, which the caller replaces. */
    synchronized void drop(int depth) {
        for (int i = 0; i < depth && chain.size() > 2; i++) {
            chain.remove(chain.size() - 1);
        }
    }

    private static ObjectNode log(String contract, long number, String hash, int index, String data, String... topics) {
        ObjectNode log = JsonNodeFactory.instance
                .objectNode()
                .put("address", contract)
                .put("data", data)
                .put("blockNumber", hex(number))
                .put("blockHash", hash)
                .put("blockTimestamp", hex(timestamp(number)))
                .put("transactionHash", String.format("0x%064x", number * 1000 + index))
                .put("transactionIndex", hex(index))
                .put("logIndex", hex(index))
                .put("removed", false);
        ArrayNode list = log.putArray("topics");
        for (String topic : topics) {
            list.add(topic);
        }
        return log;
    }

    private static long timestamp(long number) {
        return 1_700_000_000L + 12 * number;
    }

    /** {@code blockHash:logIndex} of the pair's and the factory's logs up to a block, in order. */
    synchronized List<String> watchedLogs() {
        return chain.stream()
                .flatMap(block -> block.logs().stream())
                .filter(log -> !log.get("address").asText().equals(STRANGER))
                .map(log -> log.get("blockHash").asText() + ":"
                        + Integer.decode(log.get("logIndex").asText()))
                .toList();
    }

    /** All logs of the chain as JSON lines. */
    synchronized List<String> lines() {
        return chain.stream()
                .flatMap(block -> block.logs().stream())
                .map(ObjectNode::toString)
                .toList();
    }

    @Override
    public synchronized JsonNode call(String method, JsonNode parameters) {
        return switch (method) {
            case "eth_chainId" -> TextNode.valueOf(hex(CHAIN_ID));
            case "eth_getBlockByNumber" -> byNumber(parameters.get(0).asText());
            case "eth_getBlockByHash" -> header(all.get(parameters.get(0).asText()));
            case "eth_getLogs" -> logs(parameters.get(0));
            case "eth_call" -> token(parameters.get(0).get("data").asText());
            default -> throw new RpcException(RpcException.Kind.REFUSED, "no method " + method);
        };
    }

    private JsonNode byNumber(String tag) {
        long number =
                switch (tag) {
                    case "latest" -> head();
                    case "finalized" -> head() - finalDepth;
                    default -> Long.decode(tag);
                };
        return number < 0 || number > head() ? NullNode.instance : header(chain.get((int) number));
    }

    private static JsonNode header(Block block) {
        if (block == null) {
            return NullNode.instance;
        }
        return JsonNodeFactory.instance
                .objectNode()
                .put("number", hex(block.number()))
                .put("hash", block.hash())
                .put("parentHash", block.parent())
                .put("timestamp", hex(timestamp(block.number())))
                .put("logsBloom", block.logs().isEmpty() ? EMPTY_BLOOM : FULL_BLOOM);
    }

    private JsonNode logs(JsonNode filter) {
        ArrayNode found = JsonNodeFactory.instance.arrayNode();
        for (Block block : blocks(filter)) {
            block.logs().stream().filter(log -> matches(log, filter)).forEach(found::add);
        }
        if (found.size() > maxResults && !filter.has("blockHash")) {
            throw new RpcException(RpcException.Kind.TOO_MUCH, "query returned more than " + maxResults + " results");
        }
        return found;
    }

    private List<Block> blocks(JsonNode filter) {
        if (filter.has("blockHash")) {
            Block block = all.get(filter.get("blockHash").asText());
            if (block == null) {
                throw new RpcException(RpcException.Kind.UNAVAILABLE, "unknown block");
            }
            return List.of(block);
        }
        long from = Long.decode(filter.get("fromBlock").asText());
        long to = Math.min(head(), Long.decode(filter.get("toBlock").asText()));
        if (to - from + 1 > maxBlocks) {
            throw new RpcException(RpcException.Kind.TOO_MUCH, "block range is too wide");
        }
        return chain.subList((int) from, (int) to + 1);
    }

    private static boolean matches(ObjectNode log, JsonNode filter) {
        if (filter.has("address") && !holds(filter.get("address"), log.get("address"))) {
            return false;
        }
        JsonNode places = filter.path("topics");
        for (int i = 0; i < places.size(); i++) {
            JsonNode topic = log.get("topics").get(i);
            if (!places.get(i).isNull() && (topic == null || !holds(places.get(i), topic))) {
                return false;
            }
        }
        return true;
    }

    private static boolean holds(JsonNode values, JsonNode value) {
        for (JsonNode one : values) {
            if (one.equals(value)) {
                return true;
            }
        }
        return false;
    }

    private static JsonNode token(String data) {
        String symbol = String.format("0x%064x%064x", 32, 3) + "544b4e" + "0".repeat(58);
        return TextNode.valueOf(data.equals("0x313ce567") ? String.format("0x%064x", 6) : symbol);
    }

    /** As text, for a server. */
    static ObjectMapper json() {
        return new ObjectMapper();
    }
}
