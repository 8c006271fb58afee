/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

import static io.ballast.producers.replay.LogLines.block;
import static io.ballast.producers.replay.LogLines.blockHash;
import static io.ballast.producers.replay.LogLines.pairCreated;
import static io.ballast.producers.replay.LogLines.sync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.producers.pools.PoolCatalogue;
import io.ballast.producers.sink.OutgoingRecord;
import io.ballast.schema.PoolDefinition;
import io.ballast.schema.PoolEvent;
import io.ballast.schema.PoolEventKind;
import io.ballast.schema.PriceTick;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotReplayTest {

    @TempDir
    Path folder;

    /** The story of a replay: ticks as block.branch, snapshots in brackets, what is taken back with a minus. */
    private List<String> story(String snapshotBlocks, String... lines) throws IOException {
        Path file = Files.writeString(folder.resolve("logs.jsonl"), String.join("\n", lines) + "\n");
        return Replayed.of(new LogReplayOptions(
                        List.of(file), PoolCatalogue.empty(1), Optional.empty(), SnapshotRequest.parse(snapshotBlocks)))
                .sink()
                .records()
                .stream()
                .map(OutgoingRecord::value)
                .map(SnapshotReplayTest::told)
                .toList();
    }

    private static String told(SpecificRecord record) {
        if (record instanceof PriceTick tick) {
            return sign(tick.getRemoved()) + tick.getBlockNumber() + branch(tick.getBlockHash());
        }
        if (record instanceof PoolEvent event && event.getKind() == PoolEventKind.SNAPSHOT) {
            return sign(event.getRemoved()) + "[" + event.getBlockNumber() + branch(event.getBlockHash()) + "]";
        }
        return record instanceof PoolDefinition ? "pool" : record.toString();
    }

    private static String sign(boolean removed) {
        return removed ? "-" : "";
    }

    private static String branch(String hash) {
        return hash == null ? "?" : "." + Integer.parseInt(hash.substring(64), 16);
    }

    @Test
    void aSnapshotFollowsTheLastRecordOfItsBlock() throws IOException {
        assertThat(story("2,3", pairCreated(1), sync(2, 0), sync(2, 1), sync(3, 0), sync(4, 0)))
                .containsExactly("pool", "2.1", "2.1", "[2.1]", "3.1", "[3.1]", "4.1");
    }

    @Test
    void aBlockWithoutLogsHasTheStateThatWasLeft() throws IOException {
        assertThat(story("3,4", pairCreated(1), sync(2, 0), sync(6, 0)))
                .containsExactly("pool", "2.1", "[3?]", "[4?]", "6.1");
    }

    @Test
    void aBlockThatIsHeardOfHasItsHash() throws IOException {
        assertThat(story("3", pairCreated(1), sync(2, 0), block(3, 1), block(4, 1), sync(4, 0)))
                .containsExactly("pool", "2.1", "[3.1]", "4.1");
    }

    @Test
    void theEndOfTheInputEndsItsLastBlock() throws IOException {
        assertThat(story("2,9,last", pairCreated(1), sync(2, 0))).containsExactly("pool", "2.1", "[2.1]", "[9?]");
        assertThat(story("last", pairCreated(1), sync(2, 0))).containsExactly("pool", "2.1", "[2.1]");
    }

    @Test
    void beforeTheFirstBlockThereIsNothingToAskFor() throws IOException {
        assertThat(story("0", pairCreated(1), sync(2, 0))).containsExactly("pool", "2.1");
    }

    @Test
    void aReorganisationTakesSnapshotsBackAndAsksAgain() throws IOException {
        assertThat(story(
                        "2,3,4",
                        pairCreated(1),
                        sync(2, 0),
                        sync(3, 0),
                        sync(4, 0),
                        "{\"op\":\"reorg\",\"ancestor\":2}",
                        sync(3, 1, 0, true),
                        sync(4, 1, 0, true),
                        sync(3, 2, 0, false),
                        sync(4, 2, 0, false),
                        sync(5, 2, 0, false)))
                .containsExactly(
                        "pool", "2.1", "[2.1]", "3.1", "[3.1]", "4.1", "[4.1]", "-[4.1]", "-[3.1]", "-3.1", "-4.1",
                        "3.2", "[3.2]", "4.2", "[4.2]", "5.2");
    }

    @Test
    void removedLogsAloneTellAReorganisationInEitherOrder() throws IOException {
        List<String> head = List.of("pool", "2.1", "3.1", "[3.1]", "4.1", "[4.1]");
        assertThat(story(
                        "3,4",
                        pairCreated(1),
                        sync(2, 0),
                        sync(3, 0),
                        sync(4, 0),
                        sync(4, 1, 0, true),
                        sync(3, 1, 0, true),
                        sync(3, 2, 0, false)))
                .startsWith(head.toArray(String[]::new))
                .endsWith("-[4.1]", "-4.1", "-[3.1]", "-3.1", "3.2", "[3.2]", "[4?]");
        assertThat(story(
                        "3,4",
                        pairCreated(1),
                        sync(2, 0),
                        sync(3, 0),
                        sync(4, 0),
                        sync(3, 1, 0, true),
                        sync(4, 1, 0, true),
                        sync(3, 2, 0, false)))
                .startsWith(head.toArray(String[]::new))
                .endsWith("-[4.1]", "-[3.1]", "-3.1", "-4.1", "3.2", "[3.2]", "[4?]");
    }

    @Test
    void aBlockOfOneBranchIsAskedForByItsHash() throws IOException {
        String[] lines = {
            pairCreated(1),
            block(2, 1),
            sync(2, 0),
            block(3, 1),
            sync(3, 0),
            block(4, 1),
            "{\"op\":\"reorg\",\"ancestor\":2}",
            sync(3, 1, 0, true),
            block(3, 2),
            sync(3, 2, 0, false),
            block(4, 2),
            sync(4, 2, 0, false)
        };
        String head = blockHash(4, 1);

        assertThat(story(head, lines)).containsExactly("pool", "2.1", "3.1", "[4.1]", "-[4.1]", "-3.1", "3.2", "4.2");
        assertThat(story(blockHash(3, 1) + "," + blockHash(4, 2), lines))
                .containsExactly("pool", "2.1", "3.1", "[3.1]", "-[3.1]", "-3.1", "3.2", "4.2", "[4.2]");
        assertThat(story("2,3," + head + "," + blockHash(3, 2), lines))
                .as("a block meant by number and by hash is asked once")
                .containsExactly(
                        "pool", "2.1", "[2.1]", "3.1", "[3.1]", "[4.1]", "-[4.1]", "-[3.1]", "-3.1", "3.2", "[3.2]",
                        "4.2");
    }

    @Test
    void aChainThatReturnsToABranchIsAskedThereAgain() throws IOException {
        assertThat(story(
                        blockHash(3, 1),
                        pairCreated(1),
                        sync(3, 1, 0, false),
                        sync(3, 1, 0, true),
                        sync(3, 2, 0, false),
                        sync(3, 2, 0, true),
                        sync(3, 1, 0, false)))
                .containsExactly("pool", "3.1", "[3.1]", "-[3.1]", "-3.1", "3.2", "-3.2", "3.1", "[3.1]");
    }

    @Test
    void aBlockAskedForByHashThatComesInPiecesOrLateIsAskedOnce() throws IOException {
        assertThat(story(blockHash(2, 1), pairCreated(1), sync(3, 0), sync(2, 0), sync(4, 0), sync(2, 1), sync(5, 0)))
                .containsExactly("pool", "3.1", "2.1", "[2.1]", "4.1", "2.1", "5.1");
    }

    @Test
    void hashesThatNeverCameAreTold() throws IOException {
        Path file = Files.writeString(folder.resolve("logs.jsonl"), pairCreated(1) + "\n" + sync(2, 0) + "\n");

        ReplaySummary summary = Replayed.of(new LogReplayOptions(
                        List.of(file),
                        PoolCatalogue.empty(1),
                        Optional.empty(),
                        SnapshotRequest.parse(blockHash(2, 1) + "," + blockHash(2, 9))))
                .summary();

        assertThat(summary.unmetSnapshots()).containsExactly(blockHash(2, 9));
    }

    @Test
    void aReorganisationDeeperThanABookGoesBackIsTold() throws IOException {
        assertThat(notes(64)).isEmpty();
        assertThat(notes(65)).singleElement().asString().contains("took back 65 blocks", "goes back 64");
    }

    private List<String> notes(int depth) throws IOException {
        List<String> lines = new ArrayList<>(List.of(pairCreated(1), sync(2, 0)));
        IntStream.rangeClosed(3, depth + 2).forEach(number -> lines.add(block(number, 1)));
        lines.add("{\"op\":\"reorg\",\"ancestor\":2}");
        lines.add(sync(3, 2, 0, false));
        Path file = Files.write(folder.resolve("deep.jsonl"), lines);
        return Replayed.of(LogReplayOptions.of(file, PoolCatalogue.empty(1)))
                .summary()
                .notes();
    }

    @Test
    void aSnapshotHasTheTimeOfTheLastBlockThatWas() throws IOException {
        Path file = Files.writeString(folder.resolve("logs.jsonl"), pairCreated(1) + "\n" + sync(2, 0) + "\n");
        List<OutgoingRecord> records = Replayed.of(new LogReplayOptions(
                        List.of(file), PoolCatalogue.empty(1), Optional.empty(), SnapshotRequest.parse("7")))
                .sink()
                .records();

        PoolEvent snapshot = (PoolEvent) records.get(2).value();
        assertThat(snapshot.getEventTime().getEpochSecond()).isEqualTo(LogLines.timestamp(2));
        assertThat(records.get(2).timestampMs()).isEqualTo(LogLines.timestamp(2) * 1000 + 1);
        assertThat(blockHash(2, 1)).isEqualTo(((PriceTick) records.get(1).value()).getBlockHash());
    }

    @Test
    void requestsAreReadFromText() {
        assertThat(SnapshotRequest.parse(" 110, 40,LAST").blocks()).containsExactly(40L, 110L);
        assertThat(SnapshotRequest.parse("last").last()).isTrue();
        String hash = blockHash(40, 0xAB);
        SnapshotRequest mixed =
                SnapshotRequest.parse("40, " + hash.toUpperCase(Locale.ROOT).replace("0X", "0x"));
        assertThat(mixed.blocks()).containsExactly(40L);
        assertThat(mixed.hashes()).containsExactly(hash);
        assertThatThrownBy(() -> SnapshotRequest.parse("40,-1"))
                .hasMessage("[-1] is neither a block number, nor a block hash (0x and 64 hex digits), nor last");
        assertThatThrownBy(() -> SnapshotRequest.parse("0xabc")).hasMessageContaining("[0xabc]");
    }
}
