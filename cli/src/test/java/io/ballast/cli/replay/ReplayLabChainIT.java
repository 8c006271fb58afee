/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ballast.cli.SharedData;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs of real contracts go in; what the contracts themselves said every position was worth comes out, to the unit. */
class ReplayLabChainIT {
    private static final Path SAMPLE = Path.of("src", "test", "resources", "lab-sample");

    @TempDir
    private Path out;

    @Test
    void everyPositionIsWorthWhatTheContractsSaid_inTheSampleThatWeShip() {
        assertExact(LabChain.read(SAMPLE));
    }

    @Test
    void everyPositionIsWorthWhatTheContractsSaid_inTheRecordedScenario() {
        assertExact(LabChain.read(SharedData.require("chain/lab-seed-101")));
    }

    private void assertExact(LabChain chain) {
        Replayed replayed = Replayed.run(
                out, chain.logs(), "--pools", chain.manifest(), "--snapshot-blocks", chain.checkpointBlocks());

        SnapshotComparison comparison = SnapshotComparison.byNumber(chain, replayed.snapshots());
        comparison.compareAll();

        assertThat(comparison.differences()).isEmpty();
        assertThat(comparison.compared()).isGreaterThan(300);
        assertThat(openNfts(replayed)).isEqualTo(nfts(chain));
        assertThat(replayed.values("dead-letters")).isEmpty();
        assertThat(replayed.summary().get("lost").asLong()).isZero();
    }

    /** What is published must not hold more liquidity than there is, either. */
    private static Set<String> openNfts(Replayed replayed) {
        return replayed.snapshots().stream()
                .filter(record -> record.get("kind").asText().equals("NFT"))
                .filter(record -> !record.get("liquidity_raw").asText().equals("0"))
                .map(record -> record.get("block_number") + " "
                        + record.get("position_id").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> nfts(LabChain chain) {
        return chain.truth("position").stream()
                .filter((JsonNode line) -> !line.get("liquidity").asText().equals("0"))
                .map(line -> line.get("block") + " " + chain.nftId(line))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
