/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.workload;

import io.ballast.risk.pool.concentrated.TickMath;
import java.math.BigInteger;

/** The one pool that everything is measured with: WETH for USDC at 0.05 %, about 3000 USDC per WETH at the start. */
public final class MeasuredPool {

    public static final String ADDRESS = "0x00000000000000000000000000000000000be9c4";
    private static final String VENUE_AND_CHAIN = "uniswap-v3:1:";
    public static final String ID = VENUE_AND_CHAIN + ADDRESS;
    public static final int FEE_PIPS = 500;
    public static final int TICK_SPACING = 10;
    public static final int DECIMALS_0 = 18;
    public static final int DECIMALS_1 = 6;
    public static final int FIRST_TICK = -196_260;
    public static final BigInteger FIRST_SQRT_PRICE_X96 = TickMath.sqrtPriceX96AtTick(FIRST_TICK);

    private MeasuredPool() {}

    /** Of pools like it, where there are several; 0 is the one. */
    static String address(int number) {
        return String.format("0x%040x", new BigInteger(ADDRESS.substring(2), 16).add(BigInteger.valueOf(number)));
    }

    /** The id of pool number so and so. */
    public static String id(int number) {
        return VENUE_AND_CHAIN + address(number);
    }
}
