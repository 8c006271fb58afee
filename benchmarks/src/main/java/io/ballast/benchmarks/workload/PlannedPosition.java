/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.workload;

import java.math.BigInteger;

/**
 * A position of the measured pool.
 *
 * @param owner  address, one for each position
 * @param liquidity  raw, positive
 */
public record PlannedPosition(String owner, int tickLower, int tickUpper, BigInteger liquidity) {

    /** As the application names it. */
    public String id() {
        return MeasuredPool.ID + "/" + owner + ":" + tickLower + ":" + tickUpper;
    }
}
