/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A scenario of real contracts: logs, and what the contracts themselves say positions are worth at some blocks. */
record LabChain(Path folder, JsonNode about, List<JsonNode> truth) {
    /** {@code Approval}, {@code ApprovalForAll} and {@code IncreaseObservationCardinalityNext}. */
    private static final Set<String> OF_NO_POSITION = Set.of(
            "0x8c5be1e5ebec7d5bd14f71427d1e84f3dd0314c0f7b2291e5b200ac8c7c3b925",
            "0x17307eab39ab6107e8899845ad3d59bd9653f200f220920489ca2b5937696c31",
            "0xac49e518f90a358f652e4400164f05a5d8f7e35e7747279bc3a93dbf584e125a");

    static LabChain read(Path folder) {
        try (Stream<String> lines = Files.lines(folder.resolve("truth.jsonl"))) {
            List<JsonNode> truth = lines.map(Replayed::parse).toList();
            JsonNode about = Replayed.parse(Files.readString(folder.resolve("manifest.json")));
            return new LabChain(folder, about, truth);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** With what was asked last only. */
    LabChain atItsEnd() {
        JsonNode last = truth.get(truth.size() - 1).get("cp");
        return new LabChain(
                folder,
                about,
                truth.stream().filter(line -> line.get("cp").equals(last)).toList());
    }

    /** Without pairs, and with those pools alone that are wanted: their manifest's entries. */
    LabChain ofPools(Predicate<JsonNode> wanted) {
        ObjectNode less = about.deepCopy();
        less.remove("pairs");
        ArrayNode pools = less.putArray("pools");
        about.get("pools").forEach(pool -> {
            if (wanted.test(pool)) {
                pools.add(pool);
            }
        });
        return new LabChain(
                folder,
                less,
                truth.stream()
                        .filter(line -> !line.has("pair"))
                        .filter(line -> !line.has("pool") || isIn(pools, line.get("pool")))
                        .toList());
    }

    private static boolean isIn(ArrayNode pools, JsonNode address) {
        return pools.findValues("address").contains(address);
    }

    /** What the manifest says of the pool that a line is about. */
    JsonNode pool(JsonNode line) {
        for (JsonNode pool : about.get("pools")) {
            if (pool.get("address").equals(line.get("pool"))) {
                return pool;
            }
        }
        throw new IllegalArgumentException("no such pool: " + line);
    }

    Path logs() {
        return folder.resolve("logs.jsonl");
    }

    /** What v3 pools and their position manager wrote, but what says nothing of positions; to be closed. */
    Stream<JsonNode> watchedLogs() {
        Set<String> contracts =
                new HashSet<>(Set.of(about.get("contracts").get("npm").asText()));
        about.get("pools").forEach(pool -> contracts.add(pool.get("address").asText()));
        try {
            return Files.lines(logs())
                    .map(Replayed::parse)
                    .filter(log -> contracts.contains(log.get("address").asText()))
                    .filter(log ->
                            !OF_NO_POSITION.contains(log.get("topics").path(0).asText()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Everything in the order of delivery, reorganisations too. */
    Path stream() {
        return folder.resolve("stream.jsonl");
    }

    /** Whom the v2 protocol fee is minted to; the truth does not speak of what it holds. */
    String protocolFeeRecipient() {
        return about.get("v2FeeTo").asText();
    }

    Path manifest() {
        return folder.resolve("manifest.json");
    }

    /** The truth's lines of one type. */
    List<JsonNode> truth(String type) {
        return truth.stream()
                .filter(line -> line.get("type").asText().equals(type))
                .toList();
    }

    /** Blocks at whose end the truth was asked, as the command takes them. */
    String checkpointBlocks() {
        return truth("checkpoint").stream()
                .map(checkpoint -> checkpoint.get("block").asText())
                .collect(Collectors.joining(","));
    }

    /** The same by the blocks' hashes; those that no reorganisation touched by their numbers. */
    String checkpointBlocksOfAllBranches() {
        return truth("checkpoint").stream()
                .map(checkpoint -> checkpoint.get(isOfABranch(checkpoint) ? "blockHash" : "block"))
                .map(JsonNode::asText)
                .collect(Collectors.joining(","));
    }

    private static boolean isOfABranch(JsonNode checkpoint) {
        return checkpoint.get("label").asText().startsWith("reorg-");
    }

    String nftId(JsonNode line) {
        return poolId("uniswap-v3", line.get("pool")) + "/nft:"
                + line.get("tokenId").asText();
    }

    String directId(JsonNode line) {
        return poolId("uniswap-v3", line.get("pool"))
                + "/" + line.get("owner").asText()
                + ":" + line.get("tickLower").asText()
                + ":" + line.get("tickUpper").asText();
    }

    String holderId(JsonNode line) {
        return poolId("uniswap-v2", line.get("pair")) + "/" + line.get("holder").asText();
    }

    private String poolId(String venue, JsonNode address) {
        return venue + ":" + about.get("chainId").asLong() + ":" + address.asText();
    }
}
