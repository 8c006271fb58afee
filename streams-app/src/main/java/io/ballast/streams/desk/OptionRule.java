/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.desk;

import io.ballast.risk.hedge.strip.ExpiryRule;
import io.ballast.schema.OptionPolicy;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * What a portfolio's own policy says of option strips; checked. What is null in it is as the settings have it.
 *
 * @param advised  false: it gets none
 * @param underlyings  coins that are covered; empty: all
 * @param budget  dollars at expiry that options of one expiry may cost; 0: cover everything
 * @param rollBefore  so long before expiry
 * @param optionLot  coins
 * @param forwardLot  coins
 * @param mostCoins  of one option that may be traded at a time
 */
public record OptionRule(
        boolean advised,
        Set<String> underlyings,
        Double budget,
        Duration rollBefore,
        Boolean sellsOptions,
        Boolean usesForward,
        Double optionLot,
        Double forwardLot,
        Double mostCoins) {

    private static final double MS_PER_DAY = 86_400_000;
    private static final double MOST_DAYS = 36_500;

    public OptionRule {
        underlyings = Set.copyOf(underlyings);
    }

    /**
     * @param record  null: the policy says nothing of options
     * @return null if it says nothing
     * @throws IllegalArgumentException if something in it makes no sense
     */
    public static OptionRule of(OptionPolicy record) {
        if (record == null) {
            return null;
        }
        return new OptionRule(
                record.getAdvised(),
                underlyings(record),
                notNegative("premium", record.getPremium()),
                days(notNegative("roll_days", record.getRollDays())),
                record.getSellsOptions(),
                record.getUsesForward(),
                positive("option_lot", record.getOptionLot()),
                positive("forward_lot", record.getForwardLot()),
                positive("maximum_coins", record.getMaximumCoins()));
    }

    boolean covers(String coin) {
        return advised && (underlyings.isEmpty() || underlyings.contains(coin));
    }

    /** What it does not say is taken from what the settings have. */
    StripPolicy over(StripPolicy standard) {
        ExpiryRule expiry = standard.expiryRule();
        return new StripPolicy(
                standard.every(),
                standard.move(),
                or(budget, standard.budget()),
                or(sellsOptions, standard.sellsOptions()),
                or(usesForward, standard.usesForward()),
                standard.forwardCost(),
                or(forwardLot, standard.forwardLot()),
                or(optionLot, standard.optionLot()),
                or(mostCoins, standard.mostCoins()),
                standard.fee(),
                standard.mostOptions(),
                standard.gridShifts(),
                new ExpiryRule(or(rollBefore, expiry.rollBefore()), expiry.watchBefore(), expiry.pinDeviations()));
    }

    private static <T> T or(T said, T standard) {
        return said == null ? standard : said;
    }

    private static Set<String> underlyings(OptionPolicy record) {
        Set<String> coins = new HashSet<>();
        for (String coin : record.getUnderlyings()) {
            if (coin.isBlank() || coin.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException("underlying \"" + coin + "\" of options must not be blank");
            }
            if (!coins.add(coin)) {
                throw new IllegalArgumentException("underlying " + coin + " of options is named twice");
            }
        }
        return coins;
    }

    private static Duration days(Double days) {
        if (days != null && days > MOST_DAYS) {
            throw new IllegalArgumentException("roll_days " + days + " of options is above " + MOST_DAYS);
        }
        return days == null ? null : Duration.ofMillis(Math.round(days * MS_PER_DAY));
    }

    private static Double positive(String field, Double value) {
        if (value != null && !(value > 0 && Double.isFinite(value))) {
            throw new IllegalArgumentException(field + " " + value + " of options must be positive and finite");
        }
        return value;
    }

    private static Double notNegative(String field, Double value) {
        if (value != null && !(value >= 0 && Double.isFinite(value))) {
            throw new IllegalArgumentException(field + " " + value + " of options must be finite and not negative");
        }
        return value;
    }
}
