/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.portfolio;

import io.ballast.risk.hedge.advice.HedgeTarget;
import io.ballast.risk.hedge.advice.NoTradeBand;
import io.ballast.risk.portfolio.Limit;
import io.ballast.risk.portfolio.LimitedFigure;
import io.ballast.risk.portfolio.PortfolioPath;
import io.ballast.schema.AssetPolicy;
import io.ballast.schema.BandKind;
import io.ballast.schema.HedgePolicy;
import io.ballast.schema.LimitPolicy;
import io.ballast.schema.TargetPolicy;
import io.ballast.schema.VenuePolicy;
import io.ballast.schemas.settings.NearestName;
import io.ballast.streams.desk.OptionRule;
import io.ballast.streams.record.HedgeInstrumentAdapter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads policies, and refuses those that make no sense as a whole: half a policy would hedge something else. */
public final class PolicyAdapter {

    private static final double ANY = 1;

    private PolicyAdapter() {}

    /** @throws IllegalArgumentException if something in it makes no sense */
    public static void requireSensible(HedgePolicy record) {
        policy(record.getPortfolio(), record);
    }

    /** @throws IllegalArgumentException if the key is not its portfolio, or something in it makes no sense */
    static Policy policy(String key, HedgePolicy record) {
        if (!record.getPortfolio().equals(key)) {
            throw new IllegalArgumentException(
                    "the record's key " + key + " is not its portfolio " + record.getPortfolio());
        }
        String portfolio = new PortfolioPath(key).path();
        Conventions conventions = conventions(record);
        return new Policy(
                portfolio,
                conventions,
                targets(record, conventions),
                record.getVenues().stream().map(PolicyAdapter::venue).toList(),
                record.getLimits().stream()
                        .map(limit -> limit(limit, conventions))
                        .toList(),
                OptionRule.of(record.getOptions()),
                record.getEventTime(),
                record.getSimulated());
    }

    private static Conventions conventions(HedgePolicy record) {
        Map<String, String> names = new HashMap<>();
        Map<String, String> references = new HashMap<>();
        Set<String> atPar = new HashSet<>();
        for (AssetPolicy asset : record.getAssets()) {
            String name = text("asset", asset.getAsset());
            call(names, name, name);
            asset.getAliases().forEach(alias -> call(names, text("alias of " + name, alias), name));
            if (asset.getReferenceInstrument() != null) {
                references.put(name, asset.getReferenceInstrument());
            }
            if (asset.getAtPar()) {
                atPar.add(name);
            }
            if (asset.getAtPar() && asset.getReferenceInstrument() != null) {
                throw new IllegalArgumentException(
                        name + " is to be taken at par and at the price of " + asset.getReferenceInstrument());
            }
        }
        String numeraire = text("numeraire", record.getNumeraire());
        return new Conventions(
                names.getOrDefault(numeraire.toLowerCase(Locale.ROOT), numeraire), names, references, atPar);
    }

    private static void call(Map<String, String> names, String alias, String asset) {
        String before = names.put(alias.toLowerCase(Locale.ROOT), asset);
        if (before != null && !before.equals(asset)) {
            throw new IllegalArgumentException(alias + " is called " + before + " and " + asset);
        }
    }

    private static List<TargetRule> targets(HedgePolicy record, Conventions conventions) {
        Set<String> seen = new HashSet<>();
        List<TargetRule> rules = record.getTargets().stream()
                .map(target -> target(target, conventions))
                .toList();
        for (TargetRule rule : rules) {
            if (!seen.add(rule.asset())) {
                throw new IllegalArgumentException("two targets of " + rule.asset());
            }
        }
        return rules;
    }

    private static TargetRule target(TargetPolicy record, Conventions conventions) {
        String asset = conventions.asset(text("asset of a target", record.getAsset()));
        HedgeTarget target =
                switch (record.getMode()) {
                    case DELTA_NEUTRAL -> HedgeTarget.DELTA_NEUTRAL;
                    case IL_NEUTRAL -> HedgeTarget.IL_NEUTRAL;
                    case MIX -> new HedgeTarget(required("theta of " + asset, record.getTheta()));
                    case UNKNOWN ->
                        throw new IllegalArgumentException(
                                "mode of the target of " + asset + " is missing or not known here");
                };
        double coins = record.getBand() == BandKind.FIXED
                ? new NoTradeBand.Fixed(required("band_coins of " + asset, record.getBandCoins())).coins()
                : 0;
        double aversion = record.getBand() == BandKind.WHALLEY_WILMOTT
                ? required("risk_aversion of " + asset, record.getRiskAversion())
                : ANY;
        if (record.getBand() == BandKind.UNKNOWN) {
            throw new IllegalArgumentException("band of " + asset + " is missing or not known here");
        }
        double rate = record.getCostRate() == null ? 0 : record.getCostRate();
        new NoTradeBand.WhalleyWilmott(rate, aversion);
        return new TargetRule(asset, record.getMode(), target, record.getBand(), coins, aversion, record.getCostRate());
    }

    private static VenueRule venue(VenuePolicy record) {
        HedgeInstrumentAdapter.key(record.getInstrumentId());
        double most = record.getMaximumCoins() == null ? Double.POSITIVE_INFINITY : record.getMaximumCoins();
        double spread = record.getHalfSpread() == null ? 0 : record.getHalfSpread();
        if (!(most >= 0) || !(spread >= 0 && spread < 1)) {
            throw new IllegalArgumentException("maximum_coins " + most + " and half_spread " + spread + " of "
                    + record.getInstrumentId() + " must not be negative, the spread below 1");
        }
        return new VenueRule(record.getInstrumentId(), most, spread);
    }

    private static Limit limit(LimitPolicy record, Conventions conventions) {
        String asset = record.getAsset() == null ? null : conventions.asset(record.getAsset());
        return new Limit(figure(text("figure of a limit", record.getFigure())), asset, record.getMaximum());
    }

    private static LimitedFigure figure(String name) {
        List<String> known =
                Arrays.stream(LimitedFigure.values()).map(Enum::name).toList();
        if (known.contains(name)) {
            return LimitedFigure.valueOf(name);
        }
        String hint = NearestName.of(name.toUpperCase(Locale.ROOT), known)
                .map(nearest -> "did you mean " + nearest + "?")
                .orElse("there are " + String.join(", ", known));
        throw new IllegalArgumentException("no limit on a figure " + name + "; " + hint);
    }

    private static String text(String field, String value) {
        if (value == null || value.isBlank() || value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(field + " is blank or has control characters");
        }
        return value;
    }

    private static double required(String field, Double value) {
        if (value == null) {
            throw new IllegalArgumentException(field + " is missing");
        }
        return value;
    }
}
