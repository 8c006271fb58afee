/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.desk;

import io.ballast.risk.hedge.strip.HeldOptions;
import io.ballast.schema.OptionSurface;
import io.ballast.streams.option.HeldOption;
import java.util.List;

/**
 * The options of one coin and expiry that a portfolio with all below it has already. Those with a strike in something else than
 * dollars are not among them.
 *
 * @param options  by right and strike, whatever the venue
 * @param paid  for them, without fees, dollars at expiry: coins at the forward, for nobody knows what they were worth then. Negative: was
 *     received
 */
record ExpiryHeld(HeldOptions options, double paid) {

    static final ExpiryHeld NOTHING = new ExpiryHeld(HeldOptions.NONE, 0);

    /** @param accounts  hedge accounts of the portfolio and of those below it */
    static ExpiryHeld of(List<PortfolioHedges> accounts, OptionSurface surface, Assets assets) {
        List<HeldOption> held = accounts.stream()
                .flatMap(account -> account.options().stream())
                .filter(option -> option.expiry().equals(surface.getExpiry())
                        && assets.asset(option.underlying()).equals(surface.getUnderlying())
                        && isDollar(option.quote(), assets))
                .toList();
        return new ExpiryHeld(
                HeldOptions.of(held.stream()
                        .map(option -> new HeldOptions.Held(option.kind(), option.strike(), option.coins()))
                        .toList()),
                held.stream().mapToDouble(option -> paid(option, surface)).sum());
    }

    private static boolean isDollar(String quote, Assets assets) {
        return quote.equals(HedgeLegs.USD) || assets.isDollar(quote);
    }

    private static double paid(HeldOption option, OptionSurface surface) {
        if (option.averagePrice() == null) {
            return 0;
        }
        double dollars = option.coinSettled() ? surface.getForward() : surface.getForward() / surface.getIndexPrice();
        return option.coins() * option.averagePrice() * dollars;
    }
}
