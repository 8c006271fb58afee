/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ballast.cli.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A follower joins the pools of a chain in mid-life, is killed while it reads their state and time and again after that, and the
 * chain is reorganised meanwhile: in the end every position is worth what the contracts say at the last block, to the unit, and what
 * was staked before belongs to who staked it.
 */
@Tag("chaos")
class FollowedFromMidLifeIT {
    private static final Path SAMPLE = Path.of("src", "test", "resources", "lab-sample");
    /** More, and thousands of words of bitmap are to be read of a pool. */
    private static final int LEAST_SPACING = 10;

    /** One of the users, taken for a gauge: one NFT is sent there before the joint. */
    private static final String GAUGE = "0x9965507d1a55bcc2695c58ba16fb37d819b0a4dc";

    private static final String STAKED = "/nft:10";
    private static final String STAKER = "0x90f79bf6eb2c4f870365e785982e1f101e93b906";

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
        LabChain staked = StakedNfts.with(chain, GAUGE);
        long chainId = chain.about().get("chainId").asLong();
        try (RecordedNode node = new RecordedNode(chainId, blocks, new RecordedState(chain, joined));
                FollowedLab lab = new FollowedLab(
                        folder, staked, node.url(), FollowedLab.joined(chain, joined), Integer.toString(FINALITY))) {
            killed(lab.follower(), node, 1 + random.nextInt(MOST_CALLS_WHILE_JOINING), "eth_call");
            for (int kill = 0; kill < KILLS_AFTER_JOINING; kill++) {
                killed(lab.follower(), node, 1 + random.nextInt(MOST_BLOCKS_BETWEEN_KILLS), "eth_getLogs");
            }
            Process last = lab.follower(Long.toString(blocks.last()));
            assertThat(last.waitFor()).as(lab.said()).isEqualTo(ExitCode.OK);

            Replayed published = lab.published();
            assertIsWorthWhatTheContractsSay(staked, published);
            assertBelongsToWhoStakedIt(published.lastPositions());
        }
    }

    private static void killed(Process follower, RecordedNode node, int calls, String method)
            throws InterruptedException {
        node.after(calls, method, follower::destroyForcibly);
        assertThat(follower.waitFor()).as("it lives until it is killed").isEqualTo(137);
    }

    private static void assertBelongsToWhoStakedIt(Map<String, JsonNode> last) {
        assertThat(last.entrySet())
                .filteredOn(position -> position.getKey().endsWith(STAKED))
                .singleElement()
                .satisfies(position -> {
                    assertThat(position.getValue().get("owner").asText()).isEqualTo(STAKER);
                    assertThat(position.getValue().get("custodian").asText()).isEqualTo(GAUGE);
                });
    }

    private static void assertIsWorthWhatTheContractsSay(LabChain chain, Replayed published) {
        Map<String, JsonNode> last = published.lastPositions();
        SnapshotComparison comparison = SnapshotComparison.ofLast(chain, last);
        comparison.compareAll();
        assertThat(comparison.differences()).isEmpty();
        assertThat(comparison.compared()).isGreaterThan(80);
        assertThat(OpenNfts.of(last)).isEqualTo(OpenNfts.of(chain));
        assertThat(published.values("dead-letters")).isEmpty();
        assertThat(published.values("position-events"))
                .as("otherwise this shows little")
                .anyMatch(event -> event.get("removed").asBoolean());
        assertThat(published.values("pool-events"))
                .filteredOn(event -> event.get("kind").asText().equals("STATE"))
                .hasSize(chain.about().get("pools").size());
    }
}
