/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.share;

import java.math.BigInteger;

/**
 * What a swap costs, as parts of 10^18.
 *
 * @param swapFeeE18  of the amount; 0 to below 10^18
 * @param protocolPartE18  part of the fee that leaves the pool's balance of the token paid out at once, as Curve's {@code
 *     admin_fee} does; 0 where the protocol is paid otherwise, as in Balancer's; 0 to 10^18
 */
public record ShareFees(long swapFeeE18, long protocolPartE18) {

    public static final long ONE_E18 = 1_000_000_000_000_000_000L;

    private static final BigInteger ONE = BigInteger.valueOf(ONE_E18);

    public ShareFees {
        if (swapFeeE18 < 0 || swapFeeE18 >= ONE_E18) {
            throw new IllegalArgumentException("swap fee " + swapFeeE18 + "e-18 is not in [0, 1)");
        }
        if (protocolPartE18 < 0 || protocolPartE18 > ONE_E18) {
            throw new IllegalArgumentException("protocol part " + protocolPartE18 + "e-18 is not in [0, 1]");
        }
    }

    /**
     * What leaves a balance beside an amount paid out, rounded down: {@code out * f / (1 - f)} is the fee. Source:
     * curve-contract {@code exchange}, {@code dy_admin_fee}.
     */
    BigInteger toProtocol(BigInteger paidOut) {
        BigInteger fee =
                paidOut.multiply(BigInteger.valueOf(swapFeeE18)).divide(BigInteger.valueOf(ONE_E18 - swapFeeE18));
        return fee.multiply(BigInteger.valueOf(protocolPartE18)).divide(ONE);
    }
}
