/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge.strip;

import io.ballast.risk.loss.Domain;
import io.ballast.risk.option.OptionKind;

/**
 * What one listed option can be bought and sold for, all fees included, in dollars for an option on one coin.
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
     * that in dollars they are plain options; the premium is converted at the index price now.
     *
     * @param bidCoin  null: none
     * @param askCoin  null: none
     * @param indexPrice  dollars a coin now
     */
    public static OptionQuote fromCoins(
            OptionKind kind, double strike, Level bidCoin, Level askCoin, double indexPrice, OptionFee fee) {
        Domain.requirePositive("indexPrice", indexPrice);
        return new OptionQuote(
                kind,
                strike,
                bidCoin == null ? null : dollars(bidCoin, indexPrice, -fee.coins(bidCoin.price())),
                askCoin == null ? null : dollars(askCoin, indexPrice, fee.coins(askCoin.price())));
    }

    private static Level dollars(Level coin, double indexPrice, double feeCoin) {
        return new Level((coin.price() + feeCoin) * indexPrice, coin.size());
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
