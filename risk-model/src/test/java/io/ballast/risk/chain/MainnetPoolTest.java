/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.chain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ballast.risk.pool.TokenAmounts;
import io.ballast.risk.pool.concentrated.ConcentratedPool;
import io.ballast.risk.pool.concentrated.ConcentratedState;
import io.ballast.risk.pool.concentrated.SlotKey;
import io.ballast.risk.testdata.SharedData;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The first hour of a mainnet pool, with a tenfold price move and a swap to the end of the price axis. */
class MainnetPoolTest {

    private static final String FOLDER = "chain/mainnet-weth-ens-launch/";
    private static final String POOL = "0x92560c178ce069cc014138ed3c2f5221ba71f58a";
    private static final String POSITION_MANAGER = "0xc36442b4a4522e871399cd717abdd847ab11fe88";

    @Test
    void shouldReproduceEveryStateAndTheFeesAtTheEnd() throws IOException {
        ReplayedChain chain = new ReplayedChain(false);
        Map<String, String[]> expected = new HashMap<>();
        rows("derived_state_after_each_event.csv").forEach(row -> expected.put(row[0] + "/" + row[1], row));
        Map<SlotKey, TokenAmounts> principalOwed = new HashMap<>();
        int checked = 0;
        for (JsonNode node : SharedData.jsonLines(FOLDER + "logs.jsonl")) {
            EvmLog log = EvmLog.of(node);
            chain.apply(log);
            if (log.event().equals(Signatures.BURN)) {
                principalOwed.merge(
                        new SlotKey(log.addressTopic(1), log.intTopic(2), log.intTopic(3)),
                        new TokenAmounts(log.uint(1), log.uint(2)),
                        TokenAmounts::plus);
            }
            String[] row = expected.get(node.get("blockNumber").asText() + "/"
                    + node.get("logIndex").asText());
            if (row != null) {
                checkState(chain.pools.get(POOL).state(), row);
                checked++;
            }
        }
        assertThat(checked).isEqualTo(expected.size());
        rows("derived_position_fees_at_end.csv").forEach(row -> checkFees(chain.pools.get(POOL), row, principalOwed));
    }

    private static void checkState(ConcentratedState state, String[] row) {
        assertThat(List.of(
                        state.sqrtPriceX96().toString(),
                        Integer.toString(state.tick()),
                        state.liquidity().toString(),
                        state.feeGrowthGlobal0X128().toString(),
                        state.feeGrowthGlobal1X128().toString()))
                .as("after %s %s/%s", row[2], row[0], row[1])
                .containsExactly(row[3], row[4], row[5], row[6], row[7]);
    }

    /** Nobody collected in this hour: beside the fees, what was burnt is still owed. */
    private static void checkFees(ConcentratedPool pool, String[] row, Map<SlotKey, TokenAmounts> principalOwed) {
        SlotKey slot = new SlotKey(POSITION_MANAGER, Integer.parseInt(row[0]), Integer.parseInt(row[1]));
        TokenAmounts fees = new TokenAmounts(new BigInteger(row[3]), new BigInteger(row[4]));
        assertThat(pool.slots().get(slot).liquidity()).isEqualTo(new BigInteger(row[2]));
        assertThat(pool.owed(slot)).isEqualTo(fees.plus(principalOwed.getOrDefault(slot, TokenAmounts.ZERO)));
    }

    private static List<String[]> rows(String file) throws IOException {
        return Files.readAllLines(SharedData.require(FOLDER + file)).stream()
                .skip(1)
                .map(line -> line.split(","))
                .collect(Collectors.toList());
    }
}
