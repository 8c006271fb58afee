/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a follower asks a node of an EVM chain (Ethereum execution-apis). Numbers are exact. */
public final class EthNode {

    private static final Pattern HASH = Pattern.compile("0x[0-9a-fA-F]{64}");
    private static final Pattern EMPTY_BLOOM = Pattern.compile("0x0*");

    private static final int WORD_DIGITS = 64;

    private final Rpc rpc;

    public EthNode(Rpc rpc) {
        this.rpc = rpc;
    }

    /** The highest block. */
    public EthBlock latest() {
        return block("latest")
                .orElseThrow(() -> new RpcException(RpcException.Kind.UNAVAILABLE, "the node has no latest block"));
    }

    /**
     * The block of a tag such as {@code finalized}; empty if there is none.
     *
     * @throws RpcException if the node does not know the tag
     */
    public Optional<EthBlock> block(String tag) {
        return header(rpc.call("eth_getBlockByNumber", array().add(tag).add(false)));
    }

    /** The block at a number on the node's chain as it is now; empty if that is not so long. */
    public Optional<EthBlock> block(long number) {
        Optional<EthBlock> found = block(Quantity.hex(number));
        found.filter(block -> block.number() != number).ifPresent(block -> {
            throw malformed("asked for block " + number + ", the node gives " + block.number());
        });
        return found;
    }

    /** A block of whatever branch; empty if the node does not have it. */
    public Optional<EthBlock> blockByHash(String hash) {
        return header(rpc.call("eth_getBlockByHash", array().add(hash).add(false)));
    }

    /** The logs of blocks from the first number to the last, as the node gives them. */
    public List<JsonNode> logs(long from, long to, LogQuery query) {
        ObjectNode filter = query.json().put("fromBlock", Quantity.hex(from)).put("toBlock", Quantity.hex(to));
        return list(rpc.call("eth_getLogs", array().add(filter)));
    }

    /** All logs of the block with that hash: none of another branch can be among them (EIP-234). */
    public List<JsonNode> logsOf(String blockHash) {
        ObjectNode filter = LogQuery.all().json().put("blockHash", blockHash);
        return list(rpc.call("eth_getLogs", array().add(filter)));
    }

    /** What a contract's function gives at the head, as hex; it may revert, which is an {@link RpcException}. */
    public String call(String contract, String data) {
        return call(contract, data, "latest");
    }

    /**
     * The words that a contract's function gives at the end of a block.
     *
     * @param atLeast  how many there must be
     * @throws RpcException if it reverts, or the node has no state of so long ago, or gives something else
     */
    public List<BigInteger> call(String contract, String data, long block, int atLeast) {
        String hex = call(contract, data, Quantity.hex(block));
        if (!hex.matches("0x(?:[0-9a-fA-F]{64})*+") || hex.length() < 2 + WORD_DIGITS * atLeast) {
            throw malformed(contract + " gives [" + hex.substring(0, Math.min(hex.length(), 80)) + "] for "
                    + data.substring(0, Math.min(data.length(), 10)) + " at block " + block + ", not " + atLeast
                    + " words: it is another contract than listed, or was not there yet");
        }
        List<BigInteger> words = new ArrayList<>();
        for (int at = 2; at < hex.length(); at += WORD_DIGITS) {
            words.add(new BigInteger(hex.substring(at, at + WORD_DIGITS), 16));
        }
        return words;
    }

    private String call(String contract, String data, String block) {
        ObjectNode call =
                JsonNodeFactory.instance.objectNode().put("to", contract).put("data", data);
        return rpc.call("eth_call", array().add(call).add(block)).asText();
    }

    private static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    private static List<JsonNode> list(JsonNode logs) {
        if (!logs.isArray()) {
            throw malformed("eth_getLogs gives no array");
        }
        List<JsonNode> list = new ArrayList<>(logs.size());
        logs.forEach(list::add);
        return list;
    }

    private static Optional<EthBlock> header(JsonNode block) {
        if (block.isNull()) {
            return Optional.empty();
        }
        JsonNode bloom = block.path("logsBloom");
        return Optional.of(new EthBlock(
                Quantity.of(block.get("number"), "a block's number"),
                hash(block, "hash"),
                hash(block, "parentHash"),
                Quantity.of(block.get("timestamp"), "a block's timestamp"),
                bloom.isTextual() && !EMPTY_BLOOM.matcher(bloom.asText()).matches()));
    }

    private static String hash(JsonNode block, String field) {
        String text = block.path(field).asText();
        if (!HASH.matcher(text).matches()) {
            throw malformed("a block's " + field + " is [" + text + "], not 0x and 64 hex digits");
        }
        return text.toLowerCase(Locale.ROOT);
    }

    private static RpcException malformed(String what) {
        return new RpcException(RpcException.Kind.MALFORMED, what);
    }
}
