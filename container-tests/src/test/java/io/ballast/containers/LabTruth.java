/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.containers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the contracts themselves said that positions are worth, at the checkpoints of a recorded scenario. */
final class LabTruth {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A position at the end of a block. */
    record Moment(String positionId, long block) {}

    /** What it is worth; raw units. Principal is null where the pool refuses to pay. */
    record Worth(String principal0, String principal1, String owed0, String owed1) {

        boolean isNothing() {
            return List.of("0", "0", "0", "0").equals(List.of(principal0, principal1, owed0, owed1));
        }
    }

    private LabTruth() {}

    /** Every position that was worth something, at every checkpoint. */
    static Map<Moment, Worth> read(Path truthFile, long chainId) throws IOException {
        Map<Moment, Worth> truth = new HashMap<>();
        for (String line : Files.readAllLines(truthFile)) {
            JsonNode row = JSON.readTree(line);
            positionId(row, chainId).ifPresent(id -> {
                Worth worth = worth(row);
                if (!worth.isNothing()) {
                    truth.put(new Moment(id, row.get("block").asLong()), worth);
                }
            });
        }
        return truth;
    }

    private static Optional<String> positionId(JsonNode row, long chainId) {
        return Optional.ofNullable(
                switch (row.get("type").asText()) {
                    case "position" ->
                        pool(row, "uniswap-v3", chainId, "pool") + "/nft:"
                                + row.get("tokenId").asText();
                    case "directPosition" ->
                        pool(row, "uniswap-v3", chainId, "pool") + "/"
                                + row.get("owner").asText() + ":"
                                + row.get("tickLower").asText() + ":"
                                + row.get("tickUpper").asText();
                    case "v2lp" ->
                        pool(row, "uniswap-v2", chainId, "pair") + "/"
                                + row.get("holder").asText();
                    default -> null;
                });
    }

    private static String pool(JsonNode row, String venue, long chainId, String field) {
        return venue + ":" + chainId + ":" + row.get(field).asText();
    }

    private static Worth worth(JsonNode row) {
        return switch (row.get("type").asText()) {
            case "position" ->
                new Worth(
                        row.get("burn0").asText(),
                        row.get("burn1").asText(),
                        row.get("owed0").asText(),
                        row.get("owed1").asText());
            case "directPosition" ->
                new Worth(
                        row.get("burn0").asText(),
                        row.get("burn1").asText(),
                        difference(row, "exit0", "burn0"),
                        difference(row, "exit1", "burn1"));
            default -> new Worth(row.get("remove0").asText(), row.get("remove1").asText(), "0", "0");
        };
    }

    private static String difference(JsonNode row, String whole, String part) {
        return new BigInteger(row.get(whole).asText())
                .subtract(new BigInteger(row.get(part).asText()))
                .toString();
    }
}
