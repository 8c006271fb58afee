/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.ballast.cli.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@link FollowedFromMidLifeIT} with a live node and real contracts: followers are killed at any moment of a chain that is reorganised,
 * and in the end the topics hold its logs once each, and every position is worth what the contracts say at the last block. Needs Node
 * and the lab: {@code -Dballast.lab.home=the folder of its run.mjs}; skipped without. {@code -Dballast.lab.seed} repeats a run's chain
 * and lives.
 */
class FollowedLiveLabIT {
    private static final int KILLS = 5;
    private static final int KILLS_WHILE_JOINING = 2;
    /** A joint takes longer, on an idle machine too: thousands of words of bitmap are read. */
    private static final int LONGEST_LIFE_WHILE_JOINING_MS = 2_500;

    private static final int LONGEST_LIFE_MS = 15_000;
    private static final Duration BETWEEN_BLOCKS = Duration.ofSeconds(1);
    private static final int FINALITY = 2 * LiveLab.DEEPEST_REORG;
    private static final long NOTHING_BEFORE = -1;

    @TempDir
    private Path folder;

    private final long seed = Long.getLong("ballast.lab.seed", System.nanoTime() & 0xffff_ffffL);
    private final Random random = new Random(seed);

    @Test
    void attachedAtTheStartAndLookingForBlocks() throws IOException, InterruptedException {
        Path home = lab();
        LabChain chain = LiveLab.played(home, folder.resolve("fast"), seed);
        try (LiveLab live = LiveLab.slowly(home, folder.resolve("slow"), seed, BETWEEN_BLOCKS)) {
            live.awaitBegun();
            try (FollowedLab lab = followed(chain, live.url(), FollowedLab.fromTheStart())) {
                for (int kill = 0; kill < KILLS; kill++) {
                    killed(lab.follower(), lab, LONGEST_LIFE_MS);
                }
                followToTheEnd(lab, live, chain);
                assertAllIsThere(chain, NOTHING_BEFORE, lab.published());
            }
        }
    }

    @Test
    void joinedInMidLifeOverAWebsocketAlone() throws IOException, InterruptedException {
        Path home = lab();
        LabChain played = LiveLab.played(home, folder.resolve("fast"), seed).ofPools(pool -> true);
        LabChain chain = StakedNfts.with(played, anyUser(played));
        long joined = firstOfNoBranch(chain);
        try (LiveLab live = LiveLab.slowly(home, folder.resolve("slow"), seed, BETWEEN_BLOCKS)) {
            live.awaitBegun();
            live.awaitBlock(joined + FINALITY);
            try (FollowedLab lab = followed(chain, live.socketUrl(), FollowedLab.joined(chain, joined))) {
                for (int kill = 0; kill < KILLS_WHILE_JOINING; kill++) {
                    killed(lab.follower(), lab, LONGEST_LIFE_WHILE_JOINING_MS);
                }
                assertThat(lab.hasJoined()).as("killed before the joint").isFalse();
                for (int kill = KILLS_WHILE_JOINING; kill < KILLS; kill++) {
                    Process follower = lab.follower();
                    lab.awaitJoined(follower);
                    killed(follower, lab, LONGEST_LIFE_MS);
                }
                followToTheEnd(lab, live, chain);
                assertAllIsThere(chain, joined, lab.published());
            }
        }
    }

    /** Who is taken for a gauge: others may have sent NFTs there before the joint. */
    private String anyUser(LabChain chain) {
        JsonNode users = chain.about().get("users");
        return users.get(random.nextInt(users.size())).asText();
    }

    private Path lab() {
        String home = System.getProperty("ballast.lab.home", "");
        assumeTrue(!home.isEmpty(), "no lab: give the folder of its run.mjs in ballast.lab.home");
        System.out.println("chain and lives chosen with seed " + seed);
        return Path.of(home);
    }

    private FollowedLab followed(LabChain chain, String urls, Map<String, String> attached) throws IOException {
        return new FollowedLab(folder, chain, urls, attached, Integer.toString(FINALITY));
    }

    private static long firstOfNoBranch(LabChain chain) {
        return chain.truth("checkpoint").stream()
                .filter(checkpoint -> !checkpoint.get("label").asText().startsWith("reorg-"))
                .findFirst()
                .orElseThrow()
                .get("block")
                .asLong();
    }

    private void killed(Process follower, FollowedLab lab, int longestLifeMs) throws IOException, InterruptedException {
        int lifeMs = random.nextInt(longestLifeMs);
        assertThat(follower.waitFor(lifeMs, TimeUnit.MILLISECONDS))
                .as(lab.said())
                .isFalse();
        follower.destroyForcibly().waitFor();
    }

    private static void followToTheEnd(FollowedLab lab, LiveLab live, LabChain chain)
            throws IOException, InterruptedException {
        assertThat(live.isOver()).as("it was killed while blocks came").isFalse();
        List<JsonNode> last = chain.atItsEnd().truth("checkpoint");
        assertThat(lab.follower(last.get(0).get("block").asText()).waitFor())
                .as(lab.said())
                .isEqualTo(ExitCode.OK);
        assertThat(live.awaitOver().about().get("sha256"))
                .as("the chain followed is the one that was played")
                .isEqualTo(chain.about().get("sha256"));
    }

    private static void assertAllIsThere(LabChain chain, long after, Replayed published) {
        StandingLogs standing = StandingLogs.of(published, "uniswap-v3");
        assertThat(standing.all()).isEqualTo(StandingLogs.of(chain, after));
        assertThat(standing.removed()).as("otherwise this shows little").isPositive();
        Map<String, JsonNode> last = published.lastPositions();
        SnapshotComparison comparison = SnapshotComparison.ofLast(chain, last);
        comparison.compareAll();
        System.out.println(report(chain, standing, comparison));
        assertThat(comparison.differences()).isEmpty();
        assertThat(OpenNfts.of(last)).isEqualTo(OpenNfts.of(chain));
        assertThat(published.values("dead-letters")).isEmpty();
    }

    private static String report(LabChain chain, StandingLogs standing, SnapshotComparison comparison) {
        JsonNode counts = chain.about().get("counts");
        return counts.get("blocks") + " blocks and " + counts.get("orphanedBlocks") + " dropped, "
                + counts.get("v3SwapEvents") + " swaps, " + counts.get("livePositions") + " NFTs; "
                + standing.all().size() + " logs stand, " + standing.removed() + " records take one back; "
                + comparison.compared() + " values compared, "
                + comparison.differences().size() + " differ";
    }
}
