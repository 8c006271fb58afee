/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Counts what a recorded file holds, by address and event only: by nothing of ours, and with none of the decoder's
 * cleverness.
 */
final class RecordedLogs {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Map<String, String> V3_POOL = Map.of(
            "0x98636036", "INITIALIZE",
            "0x7a53080b", "MINT",
            "0x0c396cd9", "BURN",
            "0x70935338", "COLLECT",
            "0xc42079f9", "SWAP",
            "0xbdbdb71d", "FLASH",
            "0x973d8d92", "SET_FEE_PROTOCOL",
            "0x596b5739", "COLLECT_PROTOCOL");
    private static final Map<String, String> MANAGER = Map.of(
            "0x3067048b", "NFT_INCREASE",
            "0x26f6a048", "NFT_DECREASE",
            "0x40d0efd1", "NFT_COLLECT",
            "0xddf252ad", "NFT_TRANSFER");
    private static final Map<String, String> V2_PAIR = Map.of(
            "0xddf252ad", "LP_TRANSFER",
            "0x4c209b5f", "LP_MINT",
            "0xdccd412f", "LP_BURN",
            "0x1c411e9a", "SYNC");

    private final Map<String, Map<String, String>> eventsByContract = new HashMap<>();
    private final Map<String, String> factories = new HashMap<>();
    private final Set<String> tokens = new HashSet<>();
    private final Set<String> pairs = new HashSet<>();
    private final List<JsonNode> logs;

    RecordedLogs(Path manifest, Path logs) throws IOException {
        JsonNode world = JSON.readTree(manifest.toFile());
        world.get("pools")
                .forEach(pool -> eventsByContract.put(pool.get("address").asText(), V3_POOL));
        world.get("pairs").forEach(pair -> {
            eventsByContract.put(pair.get("address").asText(), V2_PAIR);
            pairs.add(pair.get("address").asText());
        });
        world.get("tokens").forEach(token -> tokens.add(token.get("address").asText()));
        eventsByContract.put(world.at("/contracts/npm").asText(), MANAGER);
        factories.put(world.at("/contracts/v3Factory").asText(), "0x783cca1c");
        factories.put(world.at("/contracts/v2Factory").asText(), "0x0d3648bd");
        this.logs = Files.readAllLines(logs).stream().map(RecordedLogs::parse).toList();
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new IllegalStateException(line, e);
        }
    }

    /** How often each kind of record is to come, token transfers left out. */
    Map<String, Long> kinds() {
        Map<String, Long> kinds = new HashMap<>();
        for (JsonNode log : logs) {
            String event = log.at("/topics/0").asText().substring(0, 10);
            String contract = log.get("address").asText();
            String kind = event.equals(factories.get(contract))
                    ? "POOL"
                    : eventsByContract.getOrDefault(contract, Map.of()).get(event);
            if (kind != null) {
                kinds.merge(kind, 1L, Long::sum);
            }
        }
        return kinds;
    }

    /** Transfers of a token into or out of a pair after which no Sync of that pair comes in the block. */
    long donations() {
        long donations = 0;
        for (int i = 0; i < logs.size(); i++) {
            JsonNode log = logs.get(i);
            if (tokens.contains(log.get("address").asText()) && is(log, "0xddf252ad")) {
                for (int end = 1; end <= 2; end++) {
                    String holder = "0x" + log.at("/topics/" + end).asText().substring(26);
                    donations += pairs.contains(holder) && !syncFollows(i, holder) ? 1 : 0;
                }
            }
        }
        return donations;
    }

    private boolean syncFollows(int from, String pair) {
        long block = logs.get(from).get("blockNumber").asLong();
        return logs.subList(from + 1, logs.size()).stream()
                .takeWhile(log -> log.get("blockNumber").asLong() == block)
                .anyMatch(log -> log.get("address").asText().equals(pair) && is(log, "0x1c411e9a"));
    }

    private static boolean is(JsonNode log, String event) {
        return log.at("/topics/0").asText().startsWith(event);
    }

    List<JsonNode> logs() {
        return logs;
    }
}
