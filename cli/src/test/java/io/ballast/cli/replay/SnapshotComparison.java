/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Holds snapshots against what the contracts said, unit by unit, and keeps what differs. */
final class SnapshotComparison {
    private final LabChain chain;
    private final String block;
    private final Map<String, JsonNode> snapshots = new HashMap<>();
    private final List<String> differences = new ArrayList<>();
    private int compared;

    private SnapshotComparison(LabChain chain, String block, List<JsonNode> snapshotRecords, String recordBlock) {
        this.chain = chain;
        this.block = block;
        snapshotRecords.forEach(record -> snapshots.put(
                at(record.get(recordBlock), record.get("position_id").asText()), record));
    }

    /** Of a chain without reorganisations: blocks are told apart by their numbers. */
    static SnapshotComparison byNumber(LabChain chain, List<JsonNode> snapshotRecords) {
        return new SnapshotComparison(chain, "block", snapshotRecords, "block_number");
    }

    /** Of several branches, told apart by the blocks' hashes. */
    static SnapshotComparison byHash(LabChain chain, List<JsonNode> snapshotRecords) {
        return new SnapshotComparison(chain, "blockHash", snapshotRecords, "block_hash");
    }

    /**
     * Of the last figures of each position, which have to be those of the chain's last block, whenever they were published.
     *
     * @param positions  by their ids
     */
    static SnapshotComparison ofLast(LabChain chain, Map<String, JsonNode> positions) {
        SnapshotComparison comparison = new SnapshotComparison(chain.atItsEnd(), "block", List.of(), "block_number");
        long block = comparison.chain.truth("checkpoint").get(0).get("block").asLong();
        positions.forEach((id, figures) -> comparison.snapshots.put(at(LongNode.valueOf(block), id), figures));
        return comparison;
    }

    void compareAll() {
        chain.truth("position").forEach(this::compareNft);
        chain.truth("directPosition").forEach(this::compareDirect);
        chain.truth("v2lp").forEach(this::compareHolder);
    }

    private void compareNft(JsonNode truth) {
        JsonNode found = find(truth, chain.nftId(truth));
        compare(truth, found, "owner", truth.get("owner").asText());
        compare(truth, found, "liquidity_raw", truth.get("liquidity").asText());
        compareAmounts(truth, found, "burn", "principal");
        compareAmounts(truth, found, "owed", "owed");
    }

    private void compareDirect(JsonNode truth) {
        JsonNode found = find(truth, chain.directId(truth));
        compareAmounts(truth, found, "burn", "principal");
        compare(truth, found, "owed0_raw", exitLessBurn(truth, "0"));
        compare(truth, found, "owed1_raw", exitLessBurn(truth, "1"));
    }

    private void compareHolder(JsonNode truth) {
        JsonNode found = find(truth, chain.holderId(truth));
        compare(truth, found, "liquidity_raw", truth.get("balance").asText());
        compareAmounts(truth, found, "remove", "principal");
    }

    private void compareAmounts(JsonNode truth, JsonNode found, String truthName, String ourName) {
        for (String token : List.of("0", "1")) {
            JsonNode expected = truth.get(truthName + token);
            compare(truth, found, ourName + token + "_raw", expected.isNull() ? null : expected.asText());
        }
    }

    private void compare(JsonNode truth, JsonNode found, String field, String expected) {
        compared++;
        JsonNode actual = found == null ? null : found.get(field);
        String text = actual == null || actual.isNull() ? null : actual.asText();
        if (found == null || !Objects.equals(text, expected)) {
            differences.add(
                    field + " should be " + expected + ", is " + (found == null ? "not there" : text) + ": " + truth);
        }
    }

    private static String exitLessBurn(JsonNode truth, String token) {
        BigInteger exit = new BigInteger(truth.get("exit" + token).asText());
        return exit.subtract(new BigInteger(truth.get("burn" + token).asText())).toString();
    }

    private JsonNode find(JsonNode truth, String positionId) {
        return snapshots.get(at(truth.get(block), positionId));
    }

    private static String at(JsonNode block, String positionId) {
        return block.asText() + " " + positionId;
    }

    List<String> differences() {
        return differences;
    }

    int compared() {
        return compared;
    }
}
