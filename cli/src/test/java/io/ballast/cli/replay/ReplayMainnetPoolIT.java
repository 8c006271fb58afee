/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ballast.cli.SharedData;
import io.ballast.risk.pool.concentrated.ConcentratedState;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first hour of a real mainnet pool: a tenfold move, three positions, no swap that is off by one unit. */
class ReplayMainnetPoolIT {
    private static final String POOL = "uniswap-v3:1:0x92560c178ce069cc014138ed3c2f5221ba71f58a";
    private static final String MANAGER = "0xc36442b4a4522e871399cd717abdd847ab11fe88";

    @TempDir
    private Path out;

    @Test
    void poolStateAndFeesAreThoseOfTheChain() throws IOException {
        Path data = SharedData.require("chain/mainnet-weth-ens-launch");

        Replayed replayed = Replayed.run(out, data.resolve("logs.jsonl"), "--snapshot-blocks", "last");

        assertThat(replayed.values("dead-letters")).isEmpty();
        assertStates(replayed, rows(data.resolve("derived_state_after_each_event.csv")));
        assertFees(replayed, rows(data.resolve("derived_position_fees_at_end.csv")));
    }

    private static void assertStates(Replayed replayed, List<String[]> expected) {
        DecodedPool pool = new DecodedPool(3000, 60);
        List<JsonNode> events = DecodedPool.inLogOrder(replayed);
        assertThat(events.get(0).get("kind").asText()).isEqualTo("INITIALIZE");
        assertThat(events).hasSize(expected.size() + 1);
        pool.apply(events.get(0));
        for (int i = 0; i < expected.size(); i++) {
            pool.apply(events.get(i + 1));
            assertThat(row(events.get(i + 1), pool.state())).containsExactly(expected.get(i));
        }
    }

    private static String[] row(JsonNode event, ConcentratedState state) {
        return new String[] {
            event.get("block_number").asText(),
            event.get("log_index").asText(),
            event.get("kind").asText().toLowerCase(java.util.Locale.ROOT),
            state.sqrtPriceX96().toString(),
            Integer.toString(state.tick()),
            state.liquidity().toString(),
            state.feeGrowthGlobal0X128().toString(),
            state.feeGrowthGlobal1X128().toString()
        };
    }

    private static void assertFees(Replayed replayed, List<String[]> expected) {
        Map<String, JsonNode> positions = replayed.snapshots().stream()
                .collect(
                        Collectors.toMap(position -> position.get("position_id").asText(), Function.identity()));
        assertThat(expected).hasSize(3);
        assertThat(positions).hasSize(3);
        for (String[] row : expected) {
            JsonNode position = positions.get(POOL + "/" + MANAGER + ":" + row[0] + ":" + row[1]);
            assertThat(position.get("liquidity_raw").asText()).isEqualTo(row[2]);
            // The log has no Collect, so what was withdrawn is owed beside the fees.
            assertThat(number(position, "owed0_raw").subtract(burnt(replayed, row, "amount0_raw")))
                    .isEqualTo(new BigInteger(row[3]));
            assertThat(number(position, "owed1_raw").subtract(burnt(replayed, row, "amount1_raw")))
                    .isEqualTo(new BigInteger(row[4]));
        }
    }

    private static BigInteger burnt(Replayed replayed, String[] row, String field) {
        return replayed.values("position-events").stream()
                .filter(event -> event.get("kind").asText().equals("BURN"))
                .filter(event -> event.get("tick_lower").asText().equals(row[0])
                        && event.get("tick_upper").asText().equals(row[1]))
                .map(event -> number(event, field))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static BigInteger number(JsonNode record, String field) {
        return new BigInteger(record.get(field).asText());
    }

    private static List<String[]> rows(Path csv) throws IOException {
        return Files.readAllLines(csv).stream()
                .skip(1)
                .map(line -> line.split(","))
                .toList();
    }
}
