/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.pool.concentrated;

import java.math.BigInteger;

/**
 * What a swap's log says of its fee besides the amounts.
 *
 * @param feePips  in millionths of the input, 0 to 1000000; null: the pool's own
 * @param protocolShare  what the protocol got of it, raw units of the token paid in; null: not told
 */
public record LoggedFee(Integer feePips, BigInteger protocolShare) {

    /** Nothing, as in Uniswap v3. */
    public static final LoggedFee NONE = new LoggedFee(null, null);

    /** All of the input. */
    static final int ALL_PIPS = 1_000_000;

    public LoggedFee {
        if (feePips != null && (feePips < 0 || feePips > ALL_PIPS)) {
            throw new IllegalArgumentException("fee of " + feePips + " pips is outside 0 to 1000000");
        }
    }

    /** The fee in millionths, or that of the pool where the log does not say it. */
    public int feePipsOr(int otherwise) {
        return feePips == null ? otherwise : feePips;
    }
}
