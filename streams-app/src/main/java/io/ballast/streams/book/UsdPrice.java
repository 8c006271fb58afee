/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.book;

import io.ballast.schema.QualityFlag;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A price in USD, with what is known against it.
 *
 * @param usd  USD per unit; positive and finite
 * @param time  when it was observed; null: taken at par, not observed
 * @param stale  older than the setting allows
 * @param uncertain  merged from sources that disagree, or of which only one is left, or none can be believed
 * @param depegged  of an asset that is taken at par and has lost it
 * @param derived  from the other token's price and the pool's own, not from a market
 * @param simulated  made by the simulator
 */
record UsdPrice(
        double usd,
        Instant time,
        boolean stale,
        boolean uncertain,
        boolean depegged,
        boolean derived,
        boolean simulated) {

    static final UsdPrice PAR = new UsdPrice(1, null, false, false, false, false, false);

    boolean atPar() {
        return time == null;
    }

    /** What to say of figures that rest on it. */
    List<QualityFlag> flags() {
        List<QualityFlag> flags = new ArrayList<>();
        flag(flags, atPar(), QualityFlag.USD_AT_PAR);
        flag(flags, stale, QualityFlag.USD_STALE);
        flag(flags, uncertain, QualityFlag.USD_UNCERTAIN);
        flag(flags, depegged, QualityFlag.USD_DEPEGGED);
        flag(flags, derived, QualityFlag.USD_ESTIMATED);
        return flags;
    }

    private static void flag(List<QualityFlag> flags, boolean raised, QualityFlag flag) {
        if (raised) {
            flags.add(flag);
        }
    }

    /** How old it was at a time, in milliseconds; null: taken at par. */
    Long ageMs(Instant at) {
        return time == null ? null : Math.max(0, Duration.between(time, at).toMillis());
    }

    /** The same observation as the price of something worth so many times less. */
    UsdPrice dividedBy(double price) {
        return new UsdPrice(usd / price, time, stale, uncertain, depegged, true, simulated);
    }
}
