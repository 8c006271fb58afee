/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.portfolio;

import io.ballast.risk.hedge.HedgeLeg;
import io.ballast.risk.hedge.ListedOption;
import io.ballast.risk.portfolio.HedgeHolding;
import io.ballast.risk.scenario.SmileOptionLeg;
import io.ballast.schema.OptionSurface;
import io.ballast.streams.option.HeldOption;
import io.ballast.streams.option.SurfaceBoard;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The open options of a portfolio with all below it, as coins that they move like: Black-76 at the volatility of their surface, at the
 * price that the coin has now.
 */
final class LevelOptions {

    private final List<HedgeHolding> holdings = new ArrayList<>();
    private final List<OptionSurface> surfaces = new ArrayList<>();
    private final List<Instant> unknown = new ArrayList<>();

    LevelOptions(Collection<PortfolioBook> books, AssetPrices prices, SurfaceBoard board) {
        for (PortfolioBook book : books) {
            for (HedgeLeg leg : book.hedges().openLegs()) {
                if (leg.instrument() instanceof ListedOption listed) {
                    add(book, HeldOption.of(leg, listed), listed.key().venue(), prices, board);
                }
            }
        }
    }

    private void add(PortfolioBook book, HeldOption option, String venue, AssetPrices prices, SurfaceBoard board) {
        String asset = prices.conventions().asset(option.underlying());
        Optional<OptionSurface> surface = board.of(asset, option);
        if (surface.isEmpty()) {
            unknown.add(option.expiry());
            return;
        }
        surfaces.add(surface.get());
        SmileOptionLeg leg = SurfaceBoard.leg(option, surface.get());
        double spot =
                prices.usd(asset).map(AssetPrice::usd).orElse(surface.get().getIndexPrice());
        double usdPerUnit = prices.usd(prices.conventions().numeraire())
                .map(AssetPrice::usd)
                .orElse(1.0);
        holdings.add(new HedgeHolding(book.path(), venue, asset, leg.delta(spot, 0), leg.gamma(spot, 0) * usdPerUnit));
    }

    /** Units and gamma of each leg whose surface is known. */
    List<HedgeHolding> holdings() {
        return holdings;
    }

    /** Whether the delta of one that has not expired is not known. */
    boolean lacksDelta(Instant now) {
        return unknown.stream().anyMatch(expiry -> expiry.isAfter(now));
    }

    /** The surfaces used. */
    List<OptionSurface> surfaces() {
        return surfaces;
    }
}
