/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.replay;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * 35 days of minutes of a real pool, and positions of one owner in it from the first minute on.
 *
 * @param pools  file that describes the pool
 * @param positions  file with a position for each range
 */
record RecordedMinutes(MinuteBars bars, Path pools, Path positions) {
    static final BigDecimal FEE = new BigDecimal("0.0005");
    static final BigDecimal LIQUIDITY = new BigDecimal("100000000000000000");
    private static final String POOL_ADDRESS = "0x45dda9cb7c25131df268515131f647d726f50608";
    private static final String OWNER = "0x00000000000000000000000000000000000000a1";
    private static final String POOLS =
            """
            {"chainId": 137, "pools": [{"address": "%s", "fee": 500, "tickSpacing": 10,
             "token0": "0x2791bca1f2de4661ed88a30c99a7a9449aa84174", "symbol0": "USDC", "decimals0": 6,
             "token1": "0x7ceb23fd6bc0add59e62ac25578270cff1b9f619", "symbol1": "WETH", "decimals1": 18}]}
            """
                    .formatted(POOL_ADDRESS);

    /** The price wanders from tick 200184 to 204180 in these weeks. */
    enum Range {
        WIDE(190000, 210000),
        NARROW(202000, 202100),
        LEFT_BEHIND(203500, 204000),
        NEVER_REACHED(210000, 211000);

        final int lower;
        final int upper;

        Range(int lower, int upper) {
            this.lower = lower;
            this.upper = upper;
        }

        String positionId() {
            return "uniswap-v3:137:" + POOL_ADDRESS + "/" + OWNER + ":" + lower + ":" + upper;
        }
    }

    /** @param folder  takes the files */
    static RecordedMinutes in(Path folder, Path data) throws IOException {
        MinuteBars bars = MinuteBars.read(data);
        return new RecordedMinutes(
                bars,
                Files.writeString(folder.resolve("pools.json"), POOLS),
                Files.writeString(folder.resolve("positions.csv"), csv(bars)));
    }

    private static String csv(MinuteBars bars) {
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
}
