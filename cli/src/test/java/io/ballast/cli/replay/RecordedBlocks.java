/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A recorded chain that comes into being once more. Now and then blocks come first in another form, which dies: of the last of
 * them only the first transactions, so that everything on the dead branch is possible too.
 */
final class RecordedBlocks {
    private static final int ONE_IN = 4;

    /** @param logs  as a node gives them */
    record Block(long number, String hash, String parent, long timestampS, List<ObjectNode> logs) {}

    private final List<Block> all;
    private final int deepest;
    private final Random random;
    private final List<Block> standing = new ArrayList<>();
    private final Map<String, Block> byHash = new HashMap<>();
    private int dying;

    /**
     * @param head  number of the last block that is there from the beginning
     * @param deepest  most blocks that die at once
     */
    RecordedBlocks(LabChain chain, long head, int deepest, Random random) {
        this.all = read(chain);
        this.deepest = deepest;
        this.random = random;
        all.subList(0, (int) head + 1).forEach(this::add);
    }

    private static List<Block> read(LabChain chain) {
        Map<Long, List<ObjectNode>> logs = new HashMap<>();
        long last = 0;
        for (ObjectNode log : logs(chain)) {
            last = log.get("blockNumber").asLong();
            logs.computeIfAbsent(last, number -> new ArrayList<>()).add(log);
        }
        List<Block> blocks = new ArrayList<>();
        String parent = "0x" + "0".repeat(64);
        long timestampS = 0;
        for (long number = 0; number <= last; number++) {
            List<ObjectNode> ofBlock = logs.getOrDefault(number, List.of());
            // The record has no word of blocks without logs.
            String hash = ofBlock.isEmpty()
                    ? invented(number, 0)
                    : ofBlock.get(0).get("blockHash").asText();
            timestampS = ofBlock.isEmpty()
                    ? timestampS
                    : ofBlock.get(0).get("blockTimestamp").asLong();
            blocks.add(new Block(
                    number,
                    hash,
                    parent,
                    timestampS,
                    ofBlock.stream().map(RecordedBlocks::quantities).toList()));
            parent = hash;
        }
        return blocks;
    }

    private static List<ObjectNode> logs(LabChain chain) {
        try {
            return Files.readAllLines(chain.logs()).stream()
                    .map(line -> (ObjectNode) Replayed.parse(line))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static ObjectNode quantities(ObjectNode log) {
        ObjectNode copy = log.deepCopy();
        for (String field : List.of("blockNumber", "blockTimestamp", "transactionIndex", "logIndex")) {
            copy.put(field, hex(log.get(field).asLong()));
        }
        return copy;
    }

    static String hex(long value) {
        return "0x" + Long.toHexString(value);
    }

    private static String invented(long number, int branch) {
        return String.format("0x%032x%032x", number + 1, branch);
    }

    private void add(Block block) {
        standing.add(block);
        byHash.put(block.hash(), block);
    }

    /** A new block, or several that will die, or those in their place. */
    void goOn() {
        if (dying > 0) {
            standing.subList(standing.size() - dying, standing.size()).clear();
            // One longer than what it replaces.
            for (int block = dying; block >= 0; block--) {
                addNext();
            }
            dying = 0;
        } else if (random.nextInt(ONE_IN) == 0) {
            branchOff(1 + random.nextInt(deepest));
        } else if (standing.size() < all.size()) {
            addNext();
        }
    }

    private void addNext() {
        add(all.get(standing.size()));
    }

    private void branchOff(int blocks) {
        // The last block is never one that dies: whoever stops there must have the right one.
        dying = Math.min(blocks, all.size() - 1 - standing.size());
        for (int left = dying; left > 0; left--) {
            Block block = all.get(standing.size());
            add(another(block, standing.get(standing.size() - 1).hash(), left == 1));
        }
    }

    private Block another(Block block, String parent, boolean cutShort) {
        String hash = invented(block.number(), byHash.size());
        long transactions = block.logs().stream()
                .map(log -> log.get("transactionIndex"))
                .distinct()
                .count();
        List<ObjectNode> logs = block.logs().stream()
                .filter(log ->
                        !cutShort || Long.decode(log.get("transactionIndex").asText()) < transactions / 2)
                .map(log -> log.deepCopy().put("blockHash", hash))
                .toList();
        return new Block(block.number(), hash, parent, block.timestampS(), logs);
    }

    long last() {
        return all.size() - 1;
    }

    /** As they stand now, from 0 on. */
    List<Block> standing() {
        return standing;
    }

    /** Of whichever branch; null if there is none. */
    Block withHash(JsonNode hash) {
        return byHash.get(hash.asText());
    }
}
