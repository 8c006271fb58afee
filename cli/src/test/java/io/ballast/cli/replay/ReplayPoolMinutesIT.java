/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.ballast.cli.replay.MinuteBars.Outcome;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 35 days of minutes of a real pool, end to end; the test works the figures out for itself. */
class ReplayPoolMinutesIT {
    private static final String POOL_ADDRESS = "0x45dda9cb7c25131df268515131f647d726f50608";
    private static final BigDecimal FEE = new BigDecimal("0.0005");
    private static final double RAW_PER_TOKEN1 = 1e18;
    private static final BigDecimal LIQUIDITY = new BigDecimal("100000000000000000");
    private static final String OWNER = "0x00000000000000000000000000000000000000a1";

    private static final String POOLS =
            """
            {"chainId": 137, "pools": [{"address": "%s", "fee": 500, "tickSpacing": 10,
             "token0": "0x2791bca1f2de4661ed88a30c99a7a9449aa84174", "symbol0": "USDC", "decimals0": 6,
             "token1": "0x7ceb23fd6bc0add59e62ac25578270cff1b9f619", "symbol1": "WETH", "decimals1": 18}]}
            """
                    .formatted(POOL_ADDRESS);

    /** The price wanders from tick 200184 to 204180 in these weeks. */
    private enum Range {
        WIDE(190000, 210000),
        NARROW(202000, 202100),
        LEFT_BEHIND(203500, 204000),
        NEVER_REACHED(210000, 211000);

        private final int lower;
        private final int upper;

        Range(int lower, int upper) {
            this.lower = lower;
            this.upper = upper;
        }

        private String positionId() {
            return "uniswap-v3:137:" + POOL_ADDRESS + "/" + OWNER + ":" + lower + ":" + upper;
        }
    }

    @TempDir
    private Path folder;

    @Test
    void feesAndLossesEqualAnIndependentComputation() throws IOException {
        Path data = SharedData.require("pool-minutes/polygon_usdc_weth_005_2022-07-19_2022-08-22.csv.gz");
        MinuteBars bars = MinuteBars.read(data);
        Path pools = Files.writeString(folder.resolve("pools.json"), POOLS);
        Path positions = Files.writeString(folder.resolve("positions.csv"), positions(bars));

        Replayed replayed = Replayed.run(
                folder.resolve("out"), data, "--pools", pools, "--positions", positions, "--snapshot-blocks", "last");

        assertThat(replayed.values("dead-letters")).isEmpty();
        assertThat(replayed.records("price-ticks")).hasSize(bars.size());
        Map<String, JsonNode> snapshots = replayed.snapshots().stream()
                .collect(
                        Collectors.toMap(position -> position.get("position_id").asText(), Function.identity()));
        for (Range range : Range.values()) {
            assertFigures(snapshots.get(range.positionId()), bars.outcome(range.lower, range.upper, LIQUIDITY, FEE));
        }
    }

    private static String positions(MinuteBars bars) {
        StringBuilder csv = new StringBuilder("owner,tick_lower,tick_upper,liquidity,from\n");
        for (Range range : Range.values()) {
            csv.append(String.join(
                            ",",
                            OWNER,
                            Integer.toString(range.lower),
                            Integer.toString(range.upper),
                            LIQUIDITY.toPlainString(),
                            bars.first().time()))
                    .append('\n');
        }
        return csv.toString();
    }

    private static void assertFigures(JsonNode position, Outcome expected) {
        assertThat(position.get("owed0_raw").asText()).isEqualTo(floor(expected.fees0()));
        assertThat(position.get("owed1_raw").asText()).isEqualTo(floor(expected.fees1()));
        assertMoney(position, "value", expected.value(), expected.hodl());
        assertMoney(position, "hodl_value", expected.hodl(), expected.hodl());
        assertMoney(position, "il", expected.loss(), expected.hodl());
        assertThat(position.get("il_pct").asDouble()).isCloseTo(expected.loss() / expected.hodl(), within(1e-8));
    }

    private static void assertMoney(JsonNode position, String field, double rawToken1, double scale) {
        assertThat(position.get(field).asDouble())
                .as(field + " of " + position.get("position_id"))
                .isCloseTo(rawToken1 / RAW_PER_TOKEN1, within(1e-8 * scale / RAW_PER_TOKEN1));
    }

    private static String floor(BigDecimal fees) {
        return fees.setScale(0, RoundingMode.FLOOR).toPlainString();
    }
}
