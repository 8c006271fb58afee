/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge.strip;

import io.ballast.risk.loss.Domain;
import io.ballast.risk.option.OptionKind;

/**
 * What one listed option can be bought and sold for, all fees included, for an option on one coin.
 *
 * <p>Prices are in dollars at expiry, as payoffs and the forward are. A dollar now is {@code forward/index} of them: who
 * mixes the two sees money for nothing in every option that is deep in the money.
 *
 * @param kind  call or put
 * @param strike  dollars, positive
 * @param bid  what a seller gets; null: it cannot be sold
 * @param ask  what a buyer pays; null: it cannot be bought
 */
public record OptionQuote(OptionKind kind, double strike, Level bid, Level ask) {

    /**
     * A price and how much it is good for.
     *
     * @param price  dollars for one coin's option, not negative
     * @param size  coins, positive; infinite if there is no limit
     */
    public record Level(double price, double size) {
        public Level {
            Domain.requireNotNegative("price", price);
            if (!(size > 0)) {
                throw new IllegalArgumentException("size " + size + " must be positive");
            }
        }

        /** A price without a limit of size. */
        public static Level unlimited(double price) {
            return new Level(price, Double.POSITIVE_INFINITY);
        }
    }

    public OptionQuote {
        Domain.requirePositive("strike", strike);
    }

    /**
     * From levels quoted in coins, as coin-settled options are. They pay the dollar payoff converted at the settlement price, so
     * that in dollars they are plain options; a coin of premium is worth a coin's forward at expiry.
     *
     * @param bidCoin  null: none
     * @param askCoin  null: none
     * @param forward  dollars a coin for delivery at expiry
     */
    public static OptionQuote fromCoins(
            OptionKind kind, double strike, Level bidCoin, Level askCoin, double forward, OptionFee fee) {
        Domain.requirePositive("forward", forward);
        return new OptionQuote(
                kind,
                strike,
                bidCoin == null ? null : dollars(bidCoin, forward, -fee.coins(bidCoin.price())),
                askCoin == null ? null : dollars(askCoin, forward, fee.coins(askCoin.price())));
    }

    private static Level dollars(Level coin, double forward, double feeCoin) {
        return new Level((coin.price() + feeCoin) * forward, coin.size());
    }

    public boolean buyable() {
        return ask != null;
    }

    public boolean sellable() {
        return bid != null;
    }

    /** What one option on a coin pays at a price. */
    public double payoff(double price) {
        return kind.payoff(price, strike);
    }
}
