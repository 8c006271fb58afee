/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.portfolio;

import io.ballast.risk.sum.ExactSum;
import io.ballast.schema.FlagValue;
import io.ballast.schema.FlaggedValue;
import io.ballast.schema.PortfolioFlag;
import io.ballast.schema.PortfolioPart;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** How much of a portfolio's value rests on each thing that is known against it. Sums are exact. */
final class FlaggedValues {

    private static final String UNFINALISED = "UNFINALISED";

    private final RiskFlags flags;

    FlaggedValues(RiskFlags flags) {
        this.flags = flags;
    }

    /** By flag; none where there is no sum of money at all. */
    List<FlaggedValue> of(Level level) {
        if (!level.hasMoney()) {
            return List.of();
        }
        SortedMap<String, Optional<ExactSum>> sums = new TreeMap<>();
        for (NamedPart part : level.pools().held()) {
            double price1 = level.prices().of(part.asset1());
            of(part, level).forEach((flag, value) -> add(sums, flag, value, price1));
        }
        List<FlaggedValue> values = new ArrayList<>();
        sums.forEach((flag, sum) ->
                values.add(value(flag, sum.map(ExactSum::toDouble).orElse(null), level)));
        addUnfinalised(values, level);
        return values;
    }

    /** Worth by flag, token1; null: not known. */
    private Map<String, Double> of(NamedPart named, Level level) {
        PortfolioPart part = named.record();
        double whole = part.getTotals().getValue();
        Map<String, Double> values = new HashMap<>();
        part.getFlags().forEach(flag -> values.put(flag.name(), whole));
        for (FlagValue some : part.getFlagValues()) {
            values.put(some.getFlag().name(), some.getValue());
        }
        ofPrices(named, level).forEach(flag -> values.put(flag.name(), whole));
        return values;
    }

    /** The worth in token1 is the pool's; in the numeraire it rests on the price of token1, and of the numeraire itself. */
    private Set<PortfolioFlag> ofPrices(NamedPart part, Level level) {
        Set<PortfolioFlag> found = new LinkedHashSet<>();
        String numeraire = level.prices().conventions().numeraire();
        if (!part.asset1().equals(numeraire)) {
            addPrice(found, level.prices().usd(part.asset1()), level.time());
            addPrice(found, level.prices().usd(numeraire), level.time());
        }
        return found;
    }

    private void addPrice(Set<PortfolioFlag> found, Optional<AssetPrice> price, Instant now) {
        price.map(AssetPrice::flag).filter(Objects::nonNull).ifPresent(found::add);
        price.map(AssetPrice::time)
                .filter(time -> flags.isStale(time, now))
                .ifPresent(time -> found.add(PortfolioFlag.PRICE_STALE));
    }

    private static void add(SortedMap<String, Optional<ExactSum>> sums, String flag, Double value, double price1) {
        Optional<ExactSum> sum = sums.getOrDefault(flag, Optional.of(ExactSum.ZERO));
        sums.put(flag, value == null ? Optional.empty() : sum.map(one -> one.plusProduct(value, price1)));
    }

    private static void addUnfinalised(List<FlaggedValue> values, Level level) {
        Double unfinalised = level.figures().money().unfinalisedValue();
        if (unfinalised != null && unfinalised != 0) {
            values.add(value(UNFINALISED, unfinalised, level));
        }
    }

    private static FlaggedValue value(String flag, Double value, Level level) {
        double whole = level.figures().money().value();
        return new FlaggedValue(flag, value, value == null || whole == 0 ? null : Double.valueOf(value / whole));
    }
}
