/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.chain;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ballast.risk.testdata.SharedData;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Chains of real contracts, logs in, against what the contracts answered: every figure to the unit. */
class LabChainTest {

    @ParameterizedTest
    @ValueSource(strings = {"lab-seed-101", "lab-seed-102-reorgs"})
    void shouldAnswerAsTheContractsDid_onEveryBranch(String run) {
        String folder = "chain/" + run;
        JsonNode manifest = SharedData.json(folder + "/manifest.json");
        Map<String, List<JsonNode>> truth = SharedData.jsonLines(folder + "/truth.jsonl").stream()
                .collect(groupingBy(line -> line.get("blockHash").asText()));
        ReplayedChain chain = new ReplayedChain(manifest.get("v2FeeTo").isTextual());
        Set<String> blocksChecked = new HashSet<>();
        String block = "";
        for (JsonNode delivered : deliveries(folder, manifest)) {
            String op = delivered.path("op").asText("log");
            String next = blockOf(op, delivered);
            if (!next.equals(block)) {
                checkBlock(chain, truth, block, blocksChecked);
                block = next;
            }
            deliver(chain, op, delivered);
        }
        checkBlock(chain, truth, block, blocksChecked);
        assertThat(blocksChecked).isEqualTo(truth.keySet());
    }

    private static String blockOf(String op, JsonNode delivered) {
        return switch (op) {
            case "log" -> delivered.get("blockHash").asText();
            case "block" -> delivered.get("hash").asText();
            default -> "";
        };
    }

    private static List<JsonNode> deliveries(String folder, JsonNode manifest) {
        boolean withReorgs = manifest.get("params").path("reorgs").intValue() > 0;
        return SharedData.jsonLines(folder + (withReorgs ? "/stream.jsonl" : "/logs.jsonl"));
    }

    private static void deliver(ReplayedChain chain, String op, JsonNode delivered) {
        if (op.equals("reorg")) {
            Set<String> dropped = new HashSet<>();
            delivered.get("dropped").forEach(hash -> dropped.add(hash.asText()));
            chain.takeBack(dropped);
        } else if (op.equals("log") && !delivered.get("removed").booleanValue()) {
            chain.apply(EvmLog.of(delivered));
        }
    }

    private static void checkBlock(
            ReplayedChain chain, Map<String, List<JsonNode>> truth, String block, Set<String> blocksChecked) {
        List<JsonNode> lines = truth.get(block);
        // A dropped block comes again as removed logs: by then the chain stands elsewhere.
        if (lines != null && blocksChecked.add(block)) {
            lines.forEach(new ContractTruth(chain)::check);
        }
    }
}
