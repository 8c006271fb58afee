/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ballast.cli.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A follower joins the pools of a chain in mid-life, is killed while it reads their state and time and again after that, and the
 * chain is reorganised meanwhile: in the end every position is worth what the contracts say at the last block, to the unit.
 */
@Tag("chaos")
class FollowedFromMidLifeIT {
    private static final Path SAMPLE = Path.of("src", "test", "resources", "lab-sample");
    /** More, and thousands of words of bitmap are to be read of a pool. */
    private static final int LEAST_SPACING = 10;

    private static final int FINALITY = 4;
    private static final int KILLS_AFTER_JOINING = 2;
    private static final int MOST_CALLS_WHILE_JOINING = 1_500;
    private static final int MOST_BLOCKS_BETWEEN_KILLS = 6;

    @TempDir
    private Path folder;

    @Test
    void everyPositionIsWorthWhatTheContractsSayAtTheLastBlock() throws IOException, InterruptedException {
        long seed = System.nanoTime();
        System.out.println("kills and reorganisations chosen with seed " + seed);
        Random random = new Random(seed);
        LabChain chain =
                LabChain.read(SAMPLE).ofPools(pool -> pool.get("tickSpacing").asInt() >= LEAST_SPACING);
        long joined = chain.truth("checkpoint").get(0).get("block").asLong();
        RecordedBlocks blocks = new RecordedBlocks(chain, joined + FINALITY, FINALITY - 1, random);
        long chainId = chain.about().get("chainId").asLong();
        try (RecordedNode node = new RecordedNode(chainId, blocks, new RecordedState(chain, joined));
                FollowedLab lab = new FollowedLab(folder, chain, node.url(), joined, Integer.toString(FINALITY))) {
            killed(lab.follower(), node, 1 + random.nextInt(MOST_CALLS_WHILE_JOINING), "eth_call");
            for (int kill = 0; kill < KILLS_AFTER_JOINING; kill++) {
                killed(lab.follower(), node, 1 + random.nextInt(MOST_BLOCKS_BETWEEN_KILLS), "eth_getLogs");
            }
            Process last = lab.follower(Long.toString(blocks.last()));
            assertThat(last.waitFor()).as(lab.said()).isEqualTo(ExitCode.OK);

            assertIsWorthWhatTheContractsSay(chain, lab.published());
        }
    }

    private static void killed(Process follower, RecordedNode node, int calls, String method)
            throws InterruptedException {
        node.after(calls, method, follower::destroyForcibly);
        assertThat(follower.waitFor()).as("it lives until it is killed").isEqualTo(137);
    }

    private static void assertIsWorthWhatTheContractsSay(LabChain chain, Replayed published) {
        Map<String, JsonNode> last = published.lastPositions();
        SnapshotComparison comparison = SnapshotComparison.ofLast(chain, last);
        comparison.compareAll();
        assertThat(comparison.differences()).isEmpty();
        assertThat(comparison.compared()).isGreaterThan(80);
        assertThat(openNfts(last)).isEqualTo(openNfts(chain));
        assertThat(published.values("dead-letters")).isEmpty();
        assertThat(published.values("position-events"))
                .as("otherwise this shows little")
                .anyMatch(event -> event.get("removed").asBoolean());
        assertThat(published.values("pool-events"))
                .filteredOn(event -> event.get("kind").asText().equals("STATE"))
                .hasSize(chain.about().get("pools").size());
    }

    /** What is published must not hold more than there is, either. */
    private static Set<String> openNfts(Map<String, JsonNode> last) {
        return last.entrySet().stream()
                .filter(position -> position.getKey().contains("/nft:"))
                .filter(position -> !position.getValue().isNull())
                .filter(position ->
                        !position.getValue().get("liquidity_raw").asText().equals("0"))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> openNfts(LabChain chain) {
        return chain.atItsEnd().truth("position").stream()
                .filter(line -> !line.get("liquidity").asText().equals("0"))
                .map(chain::nftId)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
