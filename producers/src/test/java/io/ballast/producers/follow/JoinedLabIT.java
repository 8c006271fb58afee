/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ballast.producers.files.PoolsFile;
import io.ballast.producers.pools.AskedPosition;
import io.ballast.producers.pools.PoolCatalogue;
import io.ballast.producers.pools.PoolListing;
import io.ballast.producers.rpc.Endpoint;
import io.ballast.producers.rpc.EthNode;
import io.ballast.producers.rpc.JsonRpc;
import io.ballast.schema.PoolEvent;
import io.ballast.schema.PoolStateNft;
import io.ballast.schema.PoolStateSlot;
import io.ballast.schema.PoolStateTick;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What is read of pools in mid-life against what their contracts answered at the same block. Needs a lab chain that is kept alive
 * (run.mjs --keep): {@code -Dballast.lab=its output folder}; skipped without.
 */
class JoinedLabIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CHECKPOINT = 3;
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    @Test
    void readsWhatTheContractsAnsweredInMidLife() throws IOException {
        String folder = System.getProperty("ballast.lab", "");
        assumeTrue(!folder.isEmpty(), "no lab chain: give its output folder in ballast.lab");
        Path lab = Path.of(folder);
        String url = JSON.readTree(lab.resolve("run.json").toFile()).get("rpc").asText();
        PoolCatalogue catalogue = PoolsFile.read(lab.resolve("manifest.json"));
        List<JsonNode> truth = truth(lab);
        String manager = catalogue.positionManagers().iterator().next();
        EthNode node = new EthNode(new JsonRpc(Endpoint.of(url), JsonRpc.client(TIMEOUT), TIMEOUT));
        PoolStateReader reader = new PoolStateReader(node, catalogue);

        int positions = 0;
        for (PoolListing pool : reader.pools()) {
            List<JsonNode> ofPool = truth.stream()
                    .filter(line -> line.path("pool").asText().equals(pool.address()))
                    .toList();
            PoolEvent read = reader.read(
                            pool,
                            asked(manager, ofPool),
                            truth.get(0).get("block").longValue())
                    .setPoolId("x")
                    .setBlockNumber(1)
                    .setLogIndex(0)
                    .setEventTime(Instant.EPOCH)
                    .build();
            check(read, ofPool);
            positions += read.getState().getNfts().size();
        }
        assertThat(positions).isGreaterThan(10);
    }

    private static List<JsonNode> truth(Path lab) throws IOException {
        List<JsonNode> truth = new ArrayList<>();
        for (String line : Files.readAllLines(lab.resolve("truth.jsonl"))) {
            JsonNode row = JSON.readTree(line);
            if (row.get("cp").intValue() == CHECKPOINT) {
                truth.add(row);
            }
        }
        return truth;
    }

    private static List<AskedPosition> asked(String manager, List<JsonNode> truth) {
        return truth.stream()
                .filter(line -> line.get("type").asText().equals("position"))
                .map(line ->
                        AskedPosition.parse(manager + "/" + line.get("tokenId").asText()))
                .toList();
    }

    private static void check(PoolEvent read, List<JsonNode> truth) {
        Map<Integer, JsonNode> ticks = new HashMap<>();
        Map<String, JsonNode> nfts = new HashMap<>();
        Map<String, JsonNode> slots = new HashMap<>();
        for (JsonNode line : truth) {
            switch (line.get("type").asText()) {
                case "pool" -> checkPool(read, line);
                case "tick" -> ticks.put(line.get("tick").intValue(), line);
                case "position" -> nfts.put(line.get("tokenId").asText(), line);
                case "poolPosition" ->
                    slots.put(line.get("owner").asText() + line.get("tickLower") + ":" + line.get("tickUpper"), line);
                default -> {
                    // what a position is worth follows from these
                }
            }
        }
        ticks.values().removeIf(tick -> !tick.get("initialized").booleanValue());
        assertThat(read.getState().getTicks())
                .extracting(PoolStateTick::getTick)
                .containsExactlyInAnyOrderElementsOf(ticks.keySet());
        for (PoolStateTick tick : read.getState().getTicks()) {
            JsonNode line = ticks.get(tick.getTick());
            assertThat(tick.getLiquidityGrossRaw())
                    .isEqualTo(line.get("liquidityGross").asText());
            assertThat(tick.getLiquidityNetRaw())
                    .isEqualTo(line.get("liquidityNet").asText());
            assertThat(tick.getFeeGrowthOutside0X128Raw())
                    .isEqualTo(line.get("feeGrowthOutside0X128").asText());
            assertThat(tick.getFeeGrowthOutside1X128Raw())
                    .isEqualTo(line.get("feeGrowthOutside1X128").asText());
        }
        assertThat(read.getState().getNfts()).hasSize(nfts.size());
        for (PoolStateNft nft : read.getState().getNfts()) {
            JsonNode line = nfts.get(nft.getTokenId());
            assertThat(nft.getOwner()).isEqualTo(line.get("owner").asText());
            assertThat(nft.getTickLower()).isEqualTo(line.get("tickLower").intValue());
            assertThat(nft.getLiquidityRaw()).isEqualTo(line.get("liquidity").asText());
            assertThat(nft.getFeeGrowthInside0LastX128Raw())
                    .isEqualTo(line.get("feeGrowthInside0LastX128").asText());
            assertThat(nft.getTokensOwed1Raw())
                    .isEqualTo(line.get("tokensOwed1").asText());
        }
        for (PoolStateSlot slot : read.getState().getSlots()) {
            JsonNode line = slots.get(slot.getOwner() + slot.getTickLower() + ":" + slot.getTickUpper());
            assertThat(slot.getLiquidityRaw()).isEqualTo(line.get("liquidity").asText());
            assertThat(slot.getFeeGrowthInside1LastX128Raw())
                    .isEqualTo(line.get("feeGrowthInside1LastX128").asText());
            assertThat(slot.getTokensOwed0Raw())
                    .isEqualTo(line.get("tokensOwed0").asText());
        }
    }

    private static void checkPool(PoolEvent read, JsonNode line) {
        assertThat(read.getSqrtPriceX96Raw()).isEqualTo(line.get("sqrtPriceX96").asText());
        assertThat(read.getTick()).isEqualTo(line.get("tick").intValue());
        assertThat(read.getFeeProtocol0() + 16 * read.getFeeProtocol1())
                .isEqualTo(line.get("feeProtocol").intValue());
        assertThat(read.getState().getLiquidityRaw())
                .isEqualTo(line.get("liquidity").asText());
        assertThat(read.getState().getFeeGrowthGlobal0X128Raw())
                .isEqualTo(line.get("feeGrowthGlobal0X128").asText());
    }
}
