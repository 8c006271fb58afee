/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

import static io.ballast.producers.replay.LogLines.blockHash;
import static io.ballast.producers.replay.LogLines.pairCreated;
import static io.ballast.producers.replay.LogLines.sync;
import static io.ballast.producers.replay.LogLines.timestamp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.ballast.producers.files.InputException;
import io.ballast.producers.pools.PoolCatalogue;
import io.ballast.producers.sink.MemorySink;
import io.ballast.producers.sink.RecordBlock;
import io.ballast.schema.DeadLetter;
import io.ballast.schema.PriceTick;
import io.ballast.schemas.catalogue.Topic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogReplayTest {

    @TempDir
    Path folder;

    private Path file(String... lines) throws IOException {
        return named("logs.jsonl", String.join("\n", lines) + "\n");
    }

    private Path named(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static Replayed replay(Path file) {
        return Replayed.of(LogReplayOptions.of(file, PoolCatalogue.empty(1)));
    }

    private static Replayed replay(Path file, Path blocks) {
        return Replayed.of(new LogReplayOptions(
                List.of(file), PoolCatalogue.empty(1), Optional.of(blocks), SnapshotRequest.none()));
    }

    private static List<DeadLetter> letters(Replayed replayed) {
        return replayed.sink().values(Topic.DEAD_LETTERS, DeadLetter.class);
    }

    @Test
    void aBlockIsOneStep() throws IOException {
        Replayed replayed = replay(file(pairCreated(1), sync(1, 1), sync(1, 2), sync(3, 0)));

        assertThat(replayed.sink().blocks())
                .extracting(RecordBlock::blockNumber, block -> block.records().size())
                .containsExactly(tuple(1L, 3), tuple(3L, 1));
        assertThat(replayed.sink().finished()).isTrue();
        ReplaySummary summary = replayed.summary();
        assertThat(summary.lines()).isEqualTo(4);
        assertThat(summary.items()).isEqualTo(4);
        assertThat(summary.blocks()).isEqualTo(2);
        assertThat(summary.records()).isEqualTo(4);
        assertThat(summary.recordsByTopic()).containsEntry(Topic.POOLS, 1L).containsEntry(Topic.PRICE_TICKS, 3L);
        assertThat(summary.deadLetters()).isZero();
    }

    @Test
    void aBlockMayGoOnInTheNextFile() throws IOException {
        Path first = named("1.jsonl", pairCreated(1) + "\n" + sync(2, 0) + "\n");
        Path second = named("2.jsonl", sync(2, 1) + "\n");

        Replayed replayed = Replayed.of(new LogReplayOptions(
                List.of(first, second), PoolCatalogue.empty(1), Optional.empty(), SnapshotRequest.none()));

        assertThat(replayed.sink().blocks())
                .extracting(RecordBlock::blockNumber)
                .containsExactly(1L, 2L);
    }

    @Test
    void numbersMayBeHexOrDecimalStrings() throws IOException {
        String hex = sync(26, 10)
                .replace("\"blockNumber\":26", "\"blockNumber\":\"0x1A\"")
                .replace("\"logIndex\":10", "\"logIndex\":\"0xa\"")
                .replace(":" + timestamp(26), ":\"" + timestamp(26) + "\"");

        PriceTick tick = replay(file(pairCreated(1), hex))
                .sink()
                .values(Topic.PRICE_TICKS, PriceTick.class)
                .get(0);

        assertThat(tick.getBlockNumber()).isEqualTo(26);
        assertThat(tick.getLogIndex()).isEqualTo(10);
        assertThat(tick.getEventTime().getEpochSecond()).isEqualTo(timestamp(26));
    }

    @Test
    void addressesAndHashesAreLowered() throws IOException {
        String upper = sync(2, 0).replace(LogLines.PAIR, "0x" + "B1".repeat(20));

        assertThat(replay(file(pairCreated(1), upper)).sink().records(Topic.PRICE_TICKS))
                .singleElement()
                .satisfies(record -> assertThat(record.key()).endsWith(LogLines.PAIR));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "\"blockNumber\":2| \"blockNumber\":null| blockNumber is missing",
                "\"blockNumber\":2| \"blockNumber\":-2| blockNumber -2 is negative",
                "\"blockNumber\":2| \"blockNumber\":2.5| blockNumber is 2.5, not a whole number",
                "\"blockNumber\":2| \"blockNumber\":\"0x10000000000000000\"| is above 9223372036854775807",
                "\"logIndex\":5| \"logIndex\":-1| logIndex -1 is negative",
                "\"logIndex\":5| \"logIndex\":2147483647| logIndex 2147483647 is above 2147483646",
                "\"logIndex\":5| \"logIndex\":\"five\"| logIndex is \"five\", not a whole number",
                "\"removed\":false| \"removed\":\"no\"| removed is \"no\", not true or false",
                "\"address\":\"0xb1b1| \"address\":\"0xb1| address is \"0xb1b1b1",
                "\"data\":\"0x00| \"data\":\"0x0| not 0x and an even number of hex digits",
                "\"topics\":[| \"topics\":[\"0x12\",| topic 0 is \"0x12\", not 0x and 64 hex digits",
                "\"blockTimestamp\":1700000024| \"blockTimestamp\":1700000024000| is above 253402300799",
                "{\"address\"| {\"op\":\"burn\",\"address\"| op is [burn], not log, block or reorg",
                "{\"address\"| {\"logIndex\":1,\"address\"| Duplicate field 'logIndex'",
            })
    void aLineThatCannotBeReadBecomesADeadLetter(String what, String instead, String reason) throws IOException {
        String bad = sync(2, 5).replace(what, instead);
        assertThat(bad).isNotEqualTo(sync(2, 5));
        Path file = file(pairCreated(1), sync(2, 4), bad, sync(2, 6), sync(3, 0));

        Replayed replayed = replay(file);

        assertThat(letters(replayed)).singleElement().satisfies(letter -> {
            assertThat(letter.getReason()).startsWith(file + ":3: ").contains(reason);
            assertThat(letter.getSourceLine()).isEqualTo(3);
            assertThat(StandardCharsets.UTF_8.decode(letter.getSourceValue()).toString())
                    .isEqualTo(bad);
        });
        assertThat(replayed.sink().values(Topic.PRICE_TICKS, PriceTick.class))
                .as("the rest goes on")
                .hasSize(3);
        assertThat(replayed.summary().deadLetters()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "{\"address\": | this is no JSON",
                "[]            | a log is a JSON object, this is []",
                "{} {}         | this is no JSON",
                "null          | a log is a JSON object, this is null",
                "{\"op\":\"block\",\"number\":5} | hash is missing",
                "{\"op\":\"reorg\"}              | ancestor is missing",
            })
    void soDoesALineThatIsNoLog(String bad, String reason) throws IOException {
        Replayed replayed = replay(file(pairCreated(1), bad, sync(2, 6)));

        assertThat(letters(replayed)).singleElement().satisfies(letter -> assertThat(letter.getReason())
                .contains(":2: ")
                .contains(reason));
        assertThat(replayed.sink().records(Topic.PRICE_TICKS)).hasSize(1);
    }

    @Test
    void aLineThatIsNoTextKeepsItsBytes() throws IOException {
        byte[] junk = {(byte) 0xc3, 0x28, (byte) 0xff, 0x00};
        Path file = folder.resolve("logs.jsonl");
        Files.write(file, (pairCreated(1) + "\n").getBytes(StandardCharsets.UTF_8));
        Files.write(file, junk, java.nio.file.StandardOpenOption.APPEND);

        assertThat(letters(replay(file)))
                .singleElement()
                .satisfies(letter -> assertThat(letter.getSourceValue().array()).isEqualTo(junk));
    }

    @Test
    void aLastLineThatWasCutOffIsNamedSo() throws IOException {
        String cut = sync(3, 0).substring(0, 100);
        Path file = named("logs.jsonl", pairCreated(1) + "\n" + sync(2, 0) + "\n" + cut);

        Replayed replayed = replay(file);

        assertThat(letters(replayed)).singleElement().satisfies(letter -> assertThat(letter.getReason())
                .contains(":3: ")
                .endsWith("the file may be cut off here"));
        assertThat(replayed.sink().records(Topic.PRICE_TICKS)).hasSize(1);
    }

    @Test
    void ofAVeryLongLineTheBeginningIsKept() throws IOException {
        String junk = "x".repeat(2_000_000);

        assertThat(letters(replay(file(pairCreated(1), junk)))).singleElement().satisfies(letter -> {
            assertThat(letter.getSourceValue().remaining()).isEqualTo(512 * 1024);
            assertThat(letter.getReason()).endsWith("(of its 2000000 bytes the first 524288 are kept)");
        });
    }

    @Test
    void aFileOfAnotherKindIsDeadLettersOnly() throws IOException {
        String[] junk = new String[1200];
        java.util.Arrays.fill(junk, "time,price");

        Replayed replayed = replay(file(junk));

        assertThat(letters(replayed)).hasSize(1200);
        assertThat(replayed.summary().deadLetters()).isEqualTo(1200);
    }

    @Test
    void exactRepeatsAreDroppedWhereverTheyStand() throws IOException {
        List<String> lines = List.of(pairCreated(1), sync(2, 0), sync(2, 1), sync(3, 0));
        List<String> repeated = List.of(
                pairCreated(1),
                pairCreated(1),
                sync(2, 0),
                pairCreated(1),
                sync(2, 1),
                sync(2, 0),
                sync(3, 0),
                sync(2, 1));

        Replayed once = replay(file(lines.toArray(String[]::new)));
        Replayed twice = replay(file(repeated.toArray(String[]::new)));

        assertThat(twice.sink().blocks()).isEqualTo(once.sink().blocks());
        assertThat(twice.summary().repeats()).isEqualTo(4);
    }

    @Test
    void anotherLogOfTheSameIdentityIsADeadLetter() throws IOException {
        String other = sync(2, 0).replace("7d1", "7d9").replace("7d0", "7d9");

        Replayed replayed = replay(file(pairCreated(1), sync(2, 0), other));

        assertThat(letters(replayed)).singleElement().satisfies(letter -> assertThat(letter.getReason())
                .contains("was there before with another content"));
    }

    @Test
    void aLogThatWasTakenBackMayComeAgain() throws IOException {
        Replayed replayed = replay(file(pairCreated(1), sync(2, 0), sync(2, 1, 0, true), sync(2, 0)));

        assertThat(replayed.sink().values(Topic.PRICE_TICKS, PriceTick.class))
                .extracting(PriceTick::getRemoved)
                .containsExactly(false, true, false);
        assertThat(replayed.summary().repeats()).isZero();
    }

    @Test
    void timesComeFromABlocksFileWhereLogsLackThem() throws IOException {
        Path logs = file(without(pairCreated(1)), without(sync(2, 0)), without(sync(3, 0)));
        Path blocks = named("blocks.jsonl", header(1) + "\n" + header(2) + "\n");

        Replayed replayed = replay(logs, blocks);

        assertThat(replayed.sink().values(Topic.PRICE_TICKS, PriceTick.class))
                .singleElement()
                .satisfies(
                        tick -> assertThat(tick.getEventTime().getEpochSecond()).isEqualTo(timestamp(2)));
        assertThat(letters(replayed)).singleElement().satisfies(letter -> {
            assertThat(letter.getReason()).contains("block 3 ").contains("has no time");
            assertThat(letter.getBlockNumber()).isEqualTo(3);
        });
    }

    @Test
    void timesComeFromTheBlocksOtherLogs() throws IOException {
        Replayed replayed = replay(file(pairCreated(1), without(sync(2, 0)), sync(2, 1)));

        assertThat(replayed.sink().records(Topic.PRICE_TICKS)).hasSize(2);
        assertThat(letters(replayed)).isEmpty();
    }

    @Test
    void withoutAnyTimeTheUserIsToldWhatToGive() throws IOException {
        Path logs = file(without(pairCreated(1)), without(sync(2, 0)));

        assertThatThrownBy(() -> replay(logs))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(logs + ":1: block 1 ")
                .hasMessageContaining("--blocks FILE");
    }

    @Test
    void aBlocksFileThatCannotBeReadIsAnError() throws IOException {
        Path logs = file(without(pairCreated(1)));
        Path blocks = named("blocks.jsonl", header(1) + "\n{\"number\":2}\n");

        assertThatThrownBy(() -> replay(logs, blocks)).hasMessage(blocks + ":2: hash is missing");
    }

    private static String without(String line) {
        return line.replaceAll("\"blockTimestamp\":\\d+,", "");
    }

    private static String header(long block) {
        return "{\"number\":" + block + ",\"hash\":\"" + blockHash(block, 1) + "\",\"timestamp\":" + timestamp(block)
                + "}";
    }

    @Test
    void progressGoesToTheEnd() throws IOException {
        Path file = file(pairCreated(1), sync(2, 0), sync(3, 0));
        List<ReplayListener.Progress> heard = new ArrayList<>();

        new LogReplay(LogReplayOptions.of(file, PoolCatalogue.empty(1)), new MemorySink(), heard::add, () -> 0).run();

        ReplayListener.Progress last = heard.get(heard.size() - 1);
        assertThat(last).isEqualTo(new ReplayListener.Progress(Files.size(file), Files.size(file), 3, 3, 3));
    }

    @Test
    void theFingerprintChangesWithTheInputAndTheOptions() throws IOException {
        Path file = file(pairCreated(1), sync(2, 0));
        LogReplayOptions options = LogReplayOptions.of(file, PoolCatalogue.empty(1));
        String before = options.source();

        assertThat(before).startsWith("evm-logs/4 logs.jsonl sha256:").isEqualTo(options.source());
        assertThat(LogReplayOptions.of(file, PoolCatalogue.empty(2)).source()).isNotEqualTo(before);
        file(pairCreated(1), sync(2, 1));
        assertThat(options.source()).isNotEqualTo(before);
    }
}
