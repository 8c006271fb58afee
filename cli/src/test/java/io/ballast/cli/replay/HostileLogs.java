/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A log file with lines in it that no chain would give, placed at the end of blocks in its middle. */
final class HostileLogs {
    static final String STRANGER = "0x000000000000000000000000000000000000bad1";
    static final String NOT_JSON = "{\"address\": \"0x12";
    private static final int FAR_BEHIND = 9000;
    private static final String MINT = "0x7a53080ba414158be7ec69b987b5fb7d07dee101fe85488f0853ae16239d0bde";
    private static final String BURN = "0x0c396cd989a39f4459b5fa1aed6a9a8dcdbc45908acfd67e028cd568da98982c";
    private static final BigInteger UINT256 = BigInteger.ONE.shiftLeft(256);

    private final List<String> lines;

    private HostileLogs(List<String> lines) {
        this.lines = lines;
    }

    static HostileLogs on(Path logs) throws IOException {
        return new HostileLogs(new ArrayList<>(Files.readAllLines(logs)));
    }

    /** Puts a line in the middle of the file; gives its number, from 1. */
    long insertLine(String line) {
        int index = lines.size() / 2;
        lines.add(index, line);
        return index + 1L;
    }

    /** A mint into a direct slot of a stranger, after all logs of the block of the last real mint. */
    long insertMint(int logIndex, int tickLower, int tickUpper, BigInteger liquidity) {
        // sender, liquidity, amount0, amount1
        return insert(
                logIndex,
                MINT,
                tickLower,
                tickUpper,
                word(BigInteger.ONE) + word(liquidity) + word(BigInteger.ONE).repeat(2));
    }

    /** A burn from that slot. */
    long insertBurn(int logIndex, int tickLower, int tickUpper, BigInteger liquidity) {
        // liquidity, amount0, amount1
        return insert(
                logIndex,
                BURN,
                tickLower,
                tickUpper,
                word(liquidity) + word(BigInteger.ONE).repeat(2));
    }

    /** The same log as the last real mint, with half of a word missing at its end. */
    long insertShortData(int logIndex) {
        int index = lastMint();
        ObjectNode log = (ObjectNode) Replayed.parse(lines.get(index));
        String data = log.get("data").asText();
        log.put("data", data.substring(0, data.length() - 32)).put("logIndex", FAR_BEHIND + logIndex);
        return insertAfterBlock(index, log);
    }

    /** Cuts the last line in half and leaves it without an end. */
    void truncate(Path target) throws IOException {
        String whole = String.join("\n", lines);
        int lastLine = whole.lastIndexOf('\n') + 1;
        Files.writeString(target, whole.substring(0, lastLine + (whole.length() - lastLine) / 2));
    }

    /** The last line of the real file is lost by truncation; a repeat of it before keeps the rest the same. */
    void repeatLastLine() {
        lines.add(lines.get(lines.size() - 1));
    }

    int size() {
        return lines.size();
    }

    JsonNode line(long number) {
        return Replayed.parse(lines.get((int) number - 1));
    }

    private long insert(int logIndex, String event, int tickLower, int tickUpper, String data) {
        int index = lastMint();
        ObjectNode log = (ObjectNode) Replayed.parse(lines.get(index));
        ArrayNode topics = log.putArray("topics");
        topics.add(event)
                .add("0x" + "0".repeat(24) + STRANGER.substring(2))
                .add("0x" + word(BigInteger.valueOf(tickLower)))
                .add("0x" + word(BigInteger.valueOf(tickUpper)));
        log.put("data", "0x" + data).put("logIndex", FAR_BEHIND + logIndex);
        return insertAfterBlock(index, log);
    }

    private int lastMint() {
        for (int i = lines.size() - 1; i >= 0; i--) {
            if (lines.get(i).contains(MINT) && !lines.get(i).contains(STRANGER.substring(2))) {
                return i;
            }
        }
        throw new IllegalStateException("no mint in the file");
    }

    private long insertAfterBlock(int index, ObjectNode log) {
        int next = index;
        String block = "\"blockHash\":\"" + log.get("blockHash").asText() + "\"";
        while (next < lines.size() && lines.get(next).contains(block)) {
            next++;
        }
        lines.add(next, log.toString());
        return next + 1L;
    }

    private static String word(BigInteger value) {
        return String.format("%064x", value.mod(UINT256));
    }
}
