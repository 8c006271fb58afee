/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ballast.cli.Captured;
import io.ballast.cli.ExitCode;
import io.ballast.cli.SharedData;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A chain in the order of delivery, reorganisations and all: at the heads of both branches everything is worth what the
 * contracts said there, and in the end nothing is left of the branches that were dropped.
 */
@Tag("fault")
class ReplayReorgsIT {
    @TempDir
    private Path out;

    @Test
    void bothBranchesAreWorthWhatTheContractsSaid() {
        LabChain chain = recorded();

        Replayed replayed = Replayed.run(
                out,
                chain.stream(),
                "--pools",
                chain.manifest(),
                "--snapshot-blocks",
                chain.checkpointBlocksOfAllBranches());

        List<JsonNode> snapshots = replayed.snapshots();
        SnapshotComparison comparison = SnapshotComparison.byHash(chain, snapshots);
        comparison.compareAll();
        assertThat(comparison.differences()).isEmpty();
        assertThat(comparison.compared()).isGreaterThan(4_000);
        assertThat(held(snapshots, chain.protocolFeeRecipient())).isEqualTo(held(chain));
        assertThat(blocks(snapshots, "block_number", "block_hash"))
                .isEqualTo(blocks(chain.truth("checkpoint"), "block", "blockHash"));
        assertThat(replayed.values("dead-letters")).isEmpty();
        assertThat(replayed.summary().get("lost").asLong()).isZero();
    }

    @Test
    void nothingIsLeftOfABranchThatWasDropped() {
        LabChain chain = recorded();
        String checkpoints = chain.checkpointBlocksOfAllBranches();

        Replayed stream = Replayed.run(
                out.resolve("stream"),
                chain.stream(),
                "--pools",
                chain.manifest(),
                "--snapshot-blocks",
                checkpoints + ",last");
        Replayed straight = Replayed.run(
                out.resolve("straight"), chain.logs(), "--pools", chain.manifest(), "--snapshot-blocks", "last");

        Map<String, JsonNode> last = stream.lastPositions();
        Map<String, JsonNode> expected = straight.lastPositions();
        assertThat(last).containsAllEntriesOf(expected);
        Set<String> leftOver = new TreeSet<>(last.keySet());
        leftOver.removeAll(expected.keySet());
        assertThat(leftOver).as("positions of dropped branches").isNotEmpty();
        assertThat(leftOver)
                .filteredOn(position -> !last.get(position).isNull())
                .isEmpty();
    }

    @Test
    void saysWhichBlockItNeverMet() {
        LabChain chain = recorded();
        String unknown = "0x" + "5e".repeat(32);

        Captured captured = Captured.run(
                "replay",
                chain.stream().toString(),
                "--pools",
                chain.manifest().toString(),
                "--snapshot-blocks",
                "last," + unknown,
                "--out",
                out.toString());

        assertThat(captured.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(captured.err()).contains("no snapshot of block " + unknown);
    }

    private static LabChain recorded() {
        return LabChain.read(SharedData.require("chain/lab-seed-102-reorgs"));
    }

    /** What is published must not hold more than there is, either: everything with liquidity, by block. */
    private static Set<String> held(List<JsonNode> snapshots, String except) {
        return snapshots.stream()
                .filter(record -> !record.get("owner").asText().equals(except))
                .filter(record -> !record.get("liquidity_raw").asText().equals("0"))
                .map(record -> record.get("block_hash").asText() + " "
                        + record.get("position_id").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> held(LabChain chain) {
        return Stream.of(
                        held(chain, "position", "liquidity", chain::nftId),
                        held(chain, "directPosition", "liquidity", chain::directId),
                        held(chain, "v2lp", "balance", chain::holderId))
                .flatMap(Set::stream)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> held(LabChain chain, String type, String amount, Function<JsonNode, String> id) {
        return chain.truth(type).stream()
                .filter(line -> !line.get(amount).asText().equals("0"))
                .map(line -> line.get("blockHash").asText() + " " + id.apply(line))
                .collect(Collectors.toSet());
    }

    private static Set<String> blocks(List<JsonNode> lines, String number, String hash) {
        return lines.stream()
                .map(line -> line.get(number).asText() + " " + line.get(hash).asText())
                .collect(Collectors.toSet());
    }
}
