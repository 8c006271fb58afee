/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.chain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ballast.risk.pool.concentrated.FeeGrowth;
import io.ballast.risk.pool.concentrated.PoolSnapshot;
import io.ballast.risk.pool.concentrated.SlotKey;
import io.ballast.risk.pool.concentrated.SlotState;
import io.ballast.risk.pool.concentrated.TickState;
import io.ballast.risk.testdata.SharedData;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Pools of the lab chain, joined at a checkpoint from what their contracts said then and followed by their logs, against what the
 * contracts said at every later checkpoint: price, growth, ticks, and fees of every slot that was asked for.
 */
class JoinedChainTest {

    private static final String RUN = "chain/lab-seed-101";

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 5})
    void shouldAnswerAsTheContractsDoEverAfter(int checkpoint) {
        List<JsonNode> truth = SharedData.jsonLines(RUN + "/truth.jsonl");
        ReplayedChain chain = new ReplayedChain(false);
        long joinedAt = join(chain, truth, checkpoint);
        List<JsonNode> logs = SharedData.jsonLines(RUN + "/logs.jsonl");
        long replayedTo = joinedAt;
        int last = truth.get(truth.size() - 1).get("cp").intValue();
        for (int cp = checkpoint + 1; cp <= last; cp++) {
            long block = of(cp, "checkpoint", truth)
                    .findFirst()
                    .orElseThrow()
                    .get("block")
                    .longValue();
            for (JsonNode log : logs) {
                long number = log.get("blockNumber").longValue();
                if (number > replayedTo && number <= block) {
                    chain.apply(EvmLog.of(log));
                }
            }
            replayedTo = block;
            ContractTruth contracts = new ContractTruth(chain);
            for (String type : List.of("pool", "tick", "poolPosition", "directPosition")) {
                assertThat(of(cp, type, truth).peek(contracts::check).count()).isPositive();
            }
        }
    }

    private static Stream<JsonNode> of(int checkpoint, String type, List<JsonNode> truth) {
        return truth.stream()
                .filter(line -> line.get("cp").intValue() == checkpoint
                        && line.get("type").asText().equals(type));
    }

    private static long join(ReplayedChain chain, List<JsonNode> truth, int checkpoint) {
        JsonNode manifest = SharedData.json(RUN + "/manifest.json");
        for (JsonNode listed : manifest.get("pools")) {
            String pool = listed.get("address").asText();
            of(checkpoint, "pool", truth)
                    .filter(line -> line.get("pool").asText().equals(pool))
                    .forEach(line -> chain.join(
                            pool,
                            listed.get("fee").intValue(),
                            listed.get("tickSpacing").intValue(),
                            snapshot(line, checkpoint, truth)));
        }
        return of(checkpoint, "checkpoint", truth)
                .findFirst()
                .orElseThrow()
                .get("block")
                .longValue();
    }

    private static PoolSnapshot snapshot(JsonNode pool, int checkpoint, List<JsonNode> truth) {
        String address = pool.get("pool").asText();
        NavigableMap<Integer, TickState> ticks = new TreeMap<>();
        of(checkpoint, "tick", truth)
                .filter(line -> line.get("pool").asText().equals(address)
                        && line.get("initialized").booleanValue())
                .forEach(line -> ticks.put(line.get("tick").intValue(), tick(line)));
        Map<SlotKey, SlotState> slots = new HashMap<>();
        of(checkpoint, "poolPosition", truth)
                .filter(line -> line.get("pool").asText().equals(address))
                .forEach(line -> slots.put(key(line), slot(line)));
        int feeProtocol = pool.get("feeProtocol").intValue();
        return new PoolSnapshot(
                integer(pool, "sqrtPriceX96"),
                pool.get("tick").intValue(),
                integer(pool, "liquidity"),
                new FeeGrowth(integer(pool, "feeGrowthGlobal0X128"), integer(pool, "feeGrowthGlobal1X128")),
                feeProtocol % 16,
                feeProtocol / 16,
                ticks,
                slots);
    }

    private static TickState tick(JsonNode line) {
        return new TickState(
                integer(line, "liquidityGross"),
                integer(line, "liquidityNet"),
                integer(line, "feeGrowthOutside0X128"),
                integer(line, "feeGrowthOutside1X128"));
    }

    private static SlotKey key(JsonNode line) {
        return new SlotKey(
                line.get("owner").asText(),
                line.get("tickLower").intValue(),
                line.get("tickUpper").intValue());
    }

    private static SlotState slot(JsonNode line) {
        return new SlotState(
                integer(line, "liquidity"),
                integer(line, "feeGrowthInside0LastX128"),
                integer(line, "feeGrowthInside1LastX128"),
                integer(line, "tokensOwed0"),
                integer(line, "tokensOwed1"));
    }

    private static BigInteger integer(JsonNode line, String field) {
        return new BigInteger(line.get(field).asText());
    }
}
