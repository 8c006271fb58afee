/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.rolling;

import java.math.BigInteger;

/**
 * One position's record of a time becomes another of the same time; what is needed of it for sums, worked out once for all windows.
 *
 * @param net  change of what came in less what went out, with the losses that its range had grown to
 */
record FlowChange(
        int tickLower,
        int tickUpper,
        FlowSum before,
        FlowSum after,
        BigInteger aliveX64,
        BigInteger held0X256,
        BigInteger held1X256,
        BigInteger settledX256,
        Grown net) {

    static FlowChange of(int tickLower, int tickUpper, FlowSum before, FlowSum after) {
        return new FlowChange(
                tickLower,
                tickUpper,
                before,
                after,
                after.aliveX64().subtract(before.aliveX64()),
                after.held0X256().subtract(before.held0X256()),
                after.held1X256().subtract(before.held1X256()),
                after.settledX256().subtract(before.settledX256()),
                after.net().minus(before.net()));
    }

    long timeMs() {
        return before.timeMs();
    }

    /** Change of liquidity that came in less what went out, times 2^64. */
    BigInteger netX64() {
        return aliveX64.subtract(after.exitedX64().subtract(before.exitedX64()));
    }

    /** True if something goes out of the liquidity, in the old record or in the new one. */
    boolean hasExits() {
        return hasExits(before) || hasExits(after);
    }

    private static boolean hasExits(FlowSum flows) {
        return flows.exitedX64().signum() != 0 || flows.exitedPricedX256().signum() != 0;
    }
}
