/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

/** Fees in millionths of the amount paid in. */
final class FeePips {

    private static final int ALL = 1_000_000;

    private FeePips() {}

    static int require(int feePips) {
        if (feePips < 0 || feePips >= ALL) {
            throw new IllegalArgumentException("fee of " + feePips + " pips is not in [0, 1000000)");
        }
        return feePips;
    }
}
