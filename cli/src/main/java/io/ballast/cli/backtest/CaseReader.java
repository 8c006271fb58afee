/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.backtest;

import io.ballast.cli.UsageError;
import io.ballast.producers.sink.OutgoingRecord;
import io.ballast.risk.backtest.FollowedVenue;
import io.ballast.risk.backtest.FollowerRule;
import io.ballast.risk.hedge.FundingInterval;
import io.ballast.risk.hedge.advice.HedgeTarget;
import io.ballast.risk.hedge.advice.NoTradeBand;
import io.ballast.schema.AssetPolicy;
import io.ballast.schema.BandKind;
import io.ballast.schema.HedgeInstrument;
import io.ballast.schema.HedgePolicy;
import io.ballast.schema.TargetPolicy;
import io.ballast.schema.VenuePolicy;
import io.ballast.streams.record.HedgeInstrumentAdapter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Makes cases of policies that have been found sensible. */
final class CaseReader {
    private static final int USUAL_FUNDING_HOURS = 8;

    private final Map<String, HedgeInstrument> instruments = new HashMap<>();
    private final BigDecimal fundingRate;

    /** @param fundingRate  null: none */
    CaseReader(List<OutgoingRecord> hedging, BigDecimal fundingRate) {
        for (OutgoingRecord record : hedging) {
            if (record.value() instanceof HedgeInstrument instrument) {
                instruments.put(instrument.getInstrumentId(), instrument);
            }
        }
        this.fundingRate = fundingRate;
    }

    /** @throws UsageError if one cannot be followed */
    List<BacktestCase> cases(List<OutgoingRecord> policies) {
        List<BacktestCase> cases = new ArrayList<>();
        for (OutgoingRecord record : policies) {
            HedgePolicy policy = (HedgePolicy) record.value();
            for (TargetPolicy target : policy.getTargets()) {
                cases.add(one(policy, target));
            }
        }
        if (cases.isEmpty()) {
            throw new UsageError("no policy in --backtest FILE has a target to follow");
        }
        return cases;
    }

    private BacktestCase one(HedgePolicy policy, TargetPolicy target) {
        Map<String, String> assets = assets(policy);
        String asset = assets.getOrDefault(target.getAsset().toLowerCase(Locale.ROOT), target.getAsset());
        try {
            List<HedgeInstrument> allowed = allowed(policy, asset);
            List<FollowedVenue> venues = allowed.stream()
                    .map(instrument -> venue(policy, instrument))
                    .toList();
            FollowerRule rule = new FollowerRule(
                    asset,
                    policy.getNumeraire(),
                    target(target),
                    band(target, venues),
                    venues,
                    fundingRate,
                    interval(allowed));
            return new BacktestCase(policy.getPortfolio(), rule, assets);
        } catch (IllegalArgumentException senseless) {
            throw new UsageError("back-test of " + policy.getPortfolio() + ": " + senseless.getMessage());
        }
    }

    private static Map<String, String> assets(HedgePolicy policy) {
        Map<String, String> names = new HashMap<>();
        for (AssetPolicy asset : policy.getAssets()) {
            names.put(asset.getAsset().toLowerCase(Locale.ROOT), asset.getAsset());
            asset.getAliases().forEach(alias -> names.put(alias.toLowerCase(Locale.ROOT), asset.getAsset()));
        }
        return names;
    }

    private List<HedgeInstrument> allowed(HedgePolicy policy, String asset) {
        List<HedgeInstrument> allowed = policy.getVenues().stream()
                .map(venue -> instruments.get(venue.getInstrumentId()))
                .filter(Objects::nonNull)
                .filter(instrument -> instrument.getBase().equals(asset))
                .toList();
        for (HedgeInstrument instrument : allowed) {
            if (!instrument.getQuote().equals(policy.getNumeraire())) {
                throw new IllegalArgumentException(instrument.getInstrumentId() + " is quoted in "
                        + instrument.getQuote() + " and the numeraire is " + policy.getNumeraire());
            }
        }
        return allowed;
    }

    private static FollowedVenue venue(HedgePolicy policy, HedgeInstrument instrument) {
        VenuePolicy venue = policy.getVenues().stream()
                .filter(rule -> rule.getInstrumentId().equals(instrument.getInstrumentId()))
                .findFirst()
                .orElseThrow();
        if (instrument.getTakerFeeRate() == null) {
            throw new IllegalArgumentException(
                    "taker_fee_rate of " + instrument.getInstrumentId() + " is not told, and costs are to be stated");
        }
        return new FollowedVenue(
                HedgeInstrumentAdapter.instrument(instrument.getInstrumentId(), instrument),
                instrument.getTakerFeeRate(),
                venue.getHalfSpread() == null ? 0 : venue.getHalfSpread(),
                venue.getMaximumCoins() == null ? Double.POSITIVE_INFINITY : venue.getMaximumCoins());
    }

    private static HedgeTarget target(TargetPolicy target) {
        return switch (target.getMode()) {
            case DELTA_NEUTRAL -> HedgeTarget.DELTA_NEUTRAL;
            case IL_NEUTRAL -> HedgeTarget.IL_NEUTRAL;
            case MIX -> new HedgeTarget(target.getTheta());
            case UNKNOWN -> throw new IllegalArgumentException("mode of the target is not known here");
        };
    }

    private static NoTradeBand band(TargetPolicy target, List<FollowedVenue> venues) {
        if (target.getBand() == BandKind.FIXED) {
            return new NoTradeBand.Fixed(target.getBandCoins());
        }
        double cheapest =
                venues.stream().mapToDouble(FollowedVenue::costRate).min().orElse(0);
        double rate = target.getCostRate() == null ? cheapest : target.getCostRate();
        return new NoTradeBand.WhalleyWilmott(rate, target.getRiskAversion());
    }

    private static FundingInterval interval(List<HedgeInstrument> allowed) {
        List<Integer> hours = allowed.stream()
                .map(HedgeInstrument::getFundingIntervalHours)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (hours.size() > 1) {
            throw new IllegalArgumentException("instruments with funding intervals of " + hours
                    + " hours cannot be followed with one --funding-rate");
        }
        return new FundingInterval(hours.isEmpty() ? USUAL_FUNDING_HOURS : hours.get(0));
    }
}
