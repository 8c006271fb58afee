/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nonsense among real contracts' logs: each piece becomes a dead letter, and every other figure stays as it is. */
@Tag("fault")
class HostileInputIT {
    private static final Path SAMPLE = Path.of("src", "test", "resources", "lab-sample");
    private static final String MINT = "0x7a53080ba414158be7ec69b987b5fb7d07dee101fe85488f0853ae16239d0bde";
    private static final String BURN = "0x0c396cd989a39f4459b5fa1aed6a9a8dcdbc45908acfd67e028cd568da98982c";
    private static final String STRANGER = "0x00000000000000000000000000000000deadbeef";
    private static final String NO_JSON = "not a log at all";

    @TempDir
    private Path folder;

    private final LabChain chain = LabChain.read(SAMPLE);

    @Test
    void nonsenseIsSetAsideAndTheRestStaysExact() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(chain.logs()));
        int at = lastLineOfSomeBlock(lines);
        ObjectNode mint = firstOf(lines, MINT);
        JsonNode place = Replayed.parse(lines.get(at - 1));
        String mintOfNoRange = log(mint, MINT, place, 900, 600, 600, BigInteger.ONE);
        String mintOfTooMuch = log(mint, MINT, place, 901, 0, 600, BigInteger.ONE.shiftLeft(128));
        String burnOfNothing = log(mint, BURN, place, 902, 0, 600, BigInteger.TEN);
        BigInteger maxUint128 = BigInteger.ONE.shiftLeft(128).subtract(BigInteger.ONE);
        String mintOfMoreThanATickHolds = log(mint, MINT, place, 903, 0, 600, maxUint128);
        String mintCutShort = cutShort(log(mint, MINT, place, 904, 0, 600, BigInteger.ONE));
        lines.addAll(
                at,
                List.of(NO_JSON, mintOfNoRange, mintOfTooMuch, burnOfNothing, mintOfMoreThanATickHolds, mintCutShort));
        String truncated = lines.get(lines.size() - 1).substring(0, 100);
        Path file = Files.writeString(folder.resolve("hostile.jsonl"), String.join("\n", lines) + "\n" + truncated);

        Replayed replayed = Replayed.run(
                folder.resolve("out"),
                file,
                "--pools",
                chain.manifest(),
                "--snapshot-blocks",
                chain.checkpointBlocks());

        SnapshotComparison comparison = SnapshotComparison.byNumber(chain, replayed.snapshots());
        comparison.compareAll();
        assertThat(comparison.differences()).isEmpty();
        List<JsonNode> letters = replayed.values("dead-letters");
        assertThat(letters).hasSize(7);
        assertSetAside(letters, "SOURCE", at + 1, NO_JSON);
        assertSetAside(letters, "SOURCE", at + 3, mintOfTooMuch);
        assertSetAside(letters, "SOURCE", at + 6, mintCutShort);
        assertSetAside(letters, "SOURCE", lines.size() + 1, truncated);
        assertRefused(letters, 900, "tickLower 600 must be below tickUpper 600");
        assertRefused(letters, 902, "10");
        assertRefused(letters, 903, maxUint128.toString());
        assertThat(replayed.captured().out()).contains("7 dead letters");
        assertThat(replayed.summary().get("lost").asLong()).isZero();
    }

    private static void assertSetAside(List<JsonNode> letters, String stage, int line, String original) {
        assertThat(letters).anySatisfy(letter -> {
            assertThat(letter.get("stage").asText()).isEqualTo(stage);
            assertThat(letter.get("source_file").asText()).endsWith("hostile.jsonl");
            assertThat(letter.get("source_line").asInt()).isEqualTo(line);
            assertThat(letter.get("reason").asText()).isNotBlank();
            assertThat(new String(
                            Base64.getDecoder()
                                    .decode(letter.get("source_value").asText()),
                            StandardCharsets.UTF_8))
                    .isEqualTo(original);
        });
    }

    private static void assertRefused(List<JsonNode> letters, int logIndex, String reason) {
        assertThat(letters).anySatisfy(letter -> {
            assertThat(letter.get("stage").asText()).isEqualTo("BOOK");
            assertThat(letter.get("log_index").asInt()).isEqualTo(logIndex);
            assertThat(letter.get("reason").asText()).contains(reason);
            assertThat(letter.get("source_topic").asText()).isEqualTo("ballast.position-events");
            assertThat(letter.get("source_offset").isNumber()).isTrue();
            assertThat(letter.get("pool_id").asText()).startsWith("uniswap-v3:");
        });
    }

    /** The number of a line, from 1, in the middle of the file that is the last of its block. */
    private static int lastLineOfSomeBlock(List<String> lines) {
        int at = lines.size() / 2;
        while (block(lines.get(at - 1)) == block(lines.get(at))) {
            at++;
        }
        return at;
    }

    private static long block(String line) {
        return Replayed.parse(line).get("blockNumber").asLong();
    }

    private static ObjectNode firstOf(List<String> lines, String topic0) {
        return (ObjectNode) lines.stream()
                .map(Replayed::parse)
                .filter(log -> log.get("topics").path(0).asText().equals(topic0))
                .findFirst()
                .orElseThrow();
    }

    private static String log(
            ObjectNode model, String topic0, JsonNode place, int logIndex, int lower, int upper, BigInteger liquidity) {
        ObjectNode log = model.deepCopy();
        for (String field : List.of("blockNumber", "blockHash", "blockTimestamp", "transactionHash")) {
            log.set(field, place.get(field));
        }
        log.put("logIndex", logIndex);
        ArrayNode topics = log.putArray("topics");
        topics.add(topic0)
                .add(word(new BigInteger(STRANGER.substring(2), 16)))
                .add(word(BigInteger.valueOf(lower)))
                .add(word(BigInteger.valueOf(upper)));
        String amounts = plain(liquidity) + plain(BigInteger.ONE) + plain(BigInteger.ONE);
        log.put("data", "0x" + (topic0.equals(MINT) ? plain(BigInteger.ONE) : "") + amounts);
        return log.toString();
    }

    private static String cutShort(String log) {
        ObjectNode cut = (ObjectNode) Replayed.parse(log);
        String data = cut.get("data").asText();
        return cut.put("data", data.substring(0, data.length() - 32)).toString();
    }

    private static String word(BigInteger value) {
        return "0x" + plain(value);
    }

    private static String plain(BigInteger value) {
        return String.format("%064x", value);
    }
}
