/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.option;

import io.ballast.risk.hedge.CoinSettledOption;
import io.ballast.risk.hedge.HedgeLeg;
import io.ballast.risk.hedge.ListedOption;
import io.ballast.risk.hedge.OptionRight;
import io.ballast.risk.option.OptionKind;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Options of one kind that somebody has.
 *
 * @param underlying  the coin, as the instrument has it
 * @param quote  the asset that the strike is in
 * @param strike  quote units a coin
 * @param coins  on how many coins; negative was sold
 * @param averagePrice  that was paid for an option on one coin, in coins or quote units; null: not known
 * @param coinSettled  true: premium and payoff are in coins
 */
public record HeldOption(
        String underlying,
        String quote,
        OptionKind kind,
        double strike,
        Instant expiry,
        double coins,
        Double averagePrice,
        boolean coinSettled) {

    /** An open leg in a listed option. */
    public static HeldOption of(HedgeLeg leg, ListedOption listed) {
        return new HeldOption(
                listed.terms().base(),
                listed.terms().quote(),
                listed.option().right() == OptionRight.CALL ? OptionKind.CALL : OptionKind.PUT,
                listed.option().strike().doubleValue(),
                Instant.EPOCH.plus(listed.option().expiryMicros(), ChronoUnit.MICROS),
                leg.contracts().multiply(listed.terms().multiplier()).doubleValue(),
                leg.averagePrice().doubleValue(),
                listed instanceof CoinSettledOption);
    }
}
