/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is wrong with a line or a log, it becomes a dead letter that says what and where; the rest goes on as if it were not there. */
class HostileInputIT {
    private static final LabChain CHAIN = LabChain.read(Path.of("src", "test", "resources", "lab-sample"));
    private static final BigInteger MAX_UINT128 = BigInteger.ONE.shiftLeft(128).subtract(BigInteger.ONE);

    @TempDir
    private Path folder;

    @Test
    void eachBecomesADeadLetter_andTheRestIsUnaffected() throws IOException {
        Path hostileFile = folder.resolve("hostile.jsonl");
        HostileLogs hostile = HostileLogs.on(CHAIN.logs());
        hostile.repeatLastLine();
        // Each goes behind the one before; the poison line alone, in the middle of the file, moves them on by one.
        long shortData = hostile.insertShortData(1);
        long upsideDown = hostile.insertMint(2, 6000, -6000, BigInteger.TEN);
        long tooMuch = hostile.insertMint(3, -6000, 6000, MAX_UINT128);
        long beyondUint128 = hostile.insertMint(4, -6000, 6000, MAX_UINT128.add(BigInteger.ONE));
        long burnOfNothing = hostile.insertBurn(5, -6000, 6000, BigInteger.TEN);
        long poison = hostile.insertLine(HostileLogs.NOT_JSON);
        assertThat(poison).isLessThan(shortData);
        hostile.truncate(hostileFile);

        Replayed clean = replay(CHAIN.logs(), "clean");
        Replayed replayed = replay(hostileFile, "hostile");

        List<JsonNode> letters = replayed.values("dead-letters");
        assertThat(letters).hasSize(7);
        assertUnreadable(letters, hostileFile, poison);
        assertUnreadable(letters, hostileFile, hostile.size());
        // The poison line, inserted before them, moved these on by one.
        assertUnreadable(letters, hostileFile, shortData + 1);
        assertUnreadable(letters, hostileFile, beyondUint128 + 1);
        assertRefused(letters, hostile.line(upsideDown + 1), "6000");
        assertRefused(letters, hostile.line(tooMuch + 1), MAX_UINT128.toString());
        assertRefused(letters, hostile.line(burnOfNothing + 1), "10");
        assertThat(latest(replayed)).isEqualTo(latest(clean));
        assertThat(replayed.summary().get("dead_letters").get("total").asInt()).isEqualTo(7);
        assertThat(replayed.captured().out()).contains("7 dead letters").contains("dead letter: ");
    }

    private Replayed replay(Path logs, String name) {
        return Replayed.run(
                folder.resolve(name), logs, "--pools", CHAIN.manifest(), "--snapshot-blocks", CHAIN.checkpointBlocks());
    }

    private static void assertUnreadable(List<JsonNode> letters, Path file, long line) {
        assertThat(letters)
                .filteredOn(letter -> letter.get("source_line").asLong() == line)
                .singleElement()
                .satisfies(letter -> {
                    assertThat(letter.get("stage").asText()).isEqualTo("SOURCE");
                    assertThat(letter.get("source_file").asText())
                            .endsWith(file.getFileName().toString());
                    assertThat(letter.get("reason").asText()).isNotBlank();
                    assertThat(letter.get("source_value").asText()).isNotBlank();
                });
    }

    private static void assertRefused(List<JsonNode> letters, JsonNode log, String value) {
        assertThat(letters)
                .filteredOn(letter -> letter.get("stage").asText().equals("BOOK"))
                .filteredOn(letter ->
                        letter.get("log_index").asInt() == log.get("logIndex").asInt())
                .singleElement()
                .satisfies(letter -> {
                    assertThat(letter.get("block_number").asLong())
                            .isEqualTo(log.get("blockNumber").asLong());
                    assertThat(letter.get("pool_id").asText())
                            .endsWith(log.get("address").asText());
                    assertThat(letter.get("source_topic").asText()).isEqualTo("ballast.position-events");
                    assertThat(letter.get("source_offset").isNull()).isFalse();
                    assertThat(letter.get("reason").asText()).contains(value);
                });
    }

    /** The last figures of each position, without what says when they were published. */
    private static Map<String, JsonNode> latest(Replayed replayed) {
        Map<String, JsonNode> latest = new TreeMap<>();
        replayed.snapshots()
                .forEach(position -> latest.put(
                        position.get("block_number") + " "
                                + position.get("position_id").asText(),
                        position));
        assertThat(latest).hasSizeGreaterThan(50);
        return latest;
    }
}
