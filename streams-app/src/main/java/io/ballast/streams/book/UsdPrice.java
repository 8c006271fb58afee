/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.book;

import java.time.Instant;

/**
 * A price in USD.
 *
 * @param usd  USD per unit; positive and finite
 * @param time  when it was observed; null: taken at par, not observed
 * @param stale  older than the setting allows
 * @param simulated  made by the simulator
 */
record UsdPrice(double usd, Instant time, boolean stale, boolean simulated) {

    static final UsdPrice PAR = new UsdPrice(1, null, false, false);

    boolean atPar() {
        return time == null;
    }

    /** The same observation as the price of something worth so many times less. */
    UsdPrice dividedBy(double price) {
        return new UsdPrice(usd / price, time, stale, simulated);
    }
}
