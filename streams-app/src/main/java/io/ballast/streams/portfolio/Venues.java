/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.portfolio;

import io.ballast.risk.hedge.HedgeLeg;
import io.ballast.risk.hedge.InstrumentKey;
import io.ballast.risk.hedge.InversePerpetual;
import io.ballast.risk.hedge.ListedOption;
import io.ballast.risk.hedge.advice.HedgeVenue;
import io.ballast.streams.record.HedgeInstrumentAdapter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The instruments that a policy allows, as they can be traded at present. */
final class Venues {

    private final Listings listings;

    Venues(Listings listings) {
        this.listings = listings;
    }

    /** Perpetuals and spot on an asset; those that are not listed, or have no price that is needed, are left out. */
    List<HedgeVenue> of(Level level, String asset) {
        List<HedgeVenue> venues = new ArrayList<>();
        for (VenueRule rule : level.policy().venues()) {
            Listing listing = listings.of(HedgeInstrumentAdapter.key(rule.instrumentId()));
            if (listing != null && isOn(listing, asset, level)) {
                BigDecimal price = price(listing, asset, level);
                if (price != null && costRate(listing, rule) < 1) {
                    venues.add(venue(level, rule, listing, price.doubleValue()));
                }
            }
        }
        return venues;
    }

    /** Says whose fees are not told and count as nothing; empty: all are. */
    String unknownFees(Level level, String asset) {
        List<String> unknown = level.policy().venues().stream()
                .map(rule -> listings.of(HedgeInstrumentAdapter.key(rule.instrumentId())))
                .filter(listing -> listing != null && isOn(listing, asset, level))
                .filter(listing -> listing.record().getTakerFeeRate() == null)
                .map(listing -> listing.terms().key().toString())
                .toList();
        return unknown.isEmpty()
                ? ""
                : " Fees of " + String.join(", ", unknown) + " are not told and not in the costs.";
    }

    private static boolean isOn(Listing listing, String asset, Level level) {
        return !(listing.terms() instanceof ListedOption)
                && listing.isOn(asset, level.prices().conventions());
    }

    /** Quote per base; by the prices of both where the instrument has no mark. Null: not known. */
    private BigDecimal price(Listing listing, String asset, Level level) {
        BigDecimal mark = listings.marks().of(listing.terms().key());
        if (mark != null) {
            return mark;
        }
        String quote =
                level.prices().conventions().asset(listing.terms().terms().quote());
        Double base = level.prices().of(asset);
        Double unit = level.prices().of(quote);
        return base == null || unit == null ? null : BigDecimal.valueOf(base / unit);
    }

    private static HedgeVenue venue(Level level, VenueRule rule, Listing listing, double price) {
        double multiplier = listing.terms().terms().multiplier().doubleValue();
        double coins = listing.terms() instanceof InversePerpetual ? multiplier / price : multiplier;
        double held = contracts(level, listing.terms().key()).doubleValue() * coins;
        return new HedgeVenue(
                listing.terms().key(),
                coins,
                listing.terms().terms().lot(),
                listing.terms().terms().minimum(),
                costRate(listing, rule),
                Math.max(0, rule.maximumCoins() - held),
                Math.max(0, rule.maximumCoins() + held));
    }

    /** Fee and half the spread; a rebate lowers it to nothing at most. */
    private static double costRate(Listing listing, VenueRule rule) {
        Double fee = listing.record().getTakerFeeRate();
        return Math.max(0, (fee == null ? 0 : fee) + rule.halfSpread());
    }

    private static BigDecimal contracts(Level level, InstrumentKey key) {
        BigDecimal sum = BigDecimal.ZERO;
        for (PortfolioBook book : level.books()) {
            HedgeLeg leg = book.hedges().legs().get(key);
            sum = leg == null ? sum : sum.add(leg.contracts());
        }
        return sum;
    }
}
