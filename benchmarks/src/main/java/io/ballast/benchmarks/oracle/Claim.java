/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.oracle;

import io.ballast.schema.PositionRisk;
import java.math.BigInteger;

/**
 * What somebody says of a position, in human units as the contract of position-risk has them.
 *
 * @param positionId  whose
 * @param tick  number of the tick that it is as of; -1: of the time before the first
 * @param sqrtPriceX96  the price that it says it used
 * @param feesValue  null where fees are not kept
 */
public record Claim(
        String positionId,
        int tick,
        BigInteger sqrtPriceX96,
        double value,
        double hodlValue,
        double il,
        double delta0,
        double delta1,
        Double feesValue) {

    /** @param tick  number of the tick that the record is as of */
    public static Claim of(PositionRisk risk, int tick) {
        return new Claim(
                risk.getPositionId(),
                tick,
                new BigInteger(risk.getSqrtPriceX96Raw()),
                risk.getValue(),
                risk.getHodlValue(),
                risk.getIl(),
                risk.getDelta0(),
                risk.getDelta1(),
                risk.getFeesValue());
    }
}
