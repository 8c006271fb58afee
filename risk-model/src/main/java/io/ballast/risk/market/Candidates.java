/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.market;

import io.ballast.risk.market.WeightedMedian.Item;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Sources of one pair that are fresh, or those of them that are believed. */
record Candidates(List<Candidate> all) {

    private static final double DEVIATION_OF_MAD = 1.4826;

    record Candidate(String source, Observation seen, double weight) {

        double price() {
            return seen.price();
        }
    }

    int count() {
        return all.size();
    }

    double median() {
        return median(Candidate::price);
    }

    /** Robust standard deviation of the log prices: the median absolute deviation, scaled as for a normal distribution. */
    double dispersion() {
        double centre = median();
        return DEVIATION_OF_MAD * median(one -> distance(one.price(), centre));
    }

    /** Middle of the spreads; null: none is a quote. */
    Double spread() {
        List<Item> spreads = all.stream()
                .filter(one -> one.seen.spread() != null)
                .map(one -> new Item(one.seen.spread(), one.weight))
                .toList();
        return spreads.isEmpty() ? null : WeightedMedian.of(spreads);
    }

    /** Those whose log price is at most so far from a price. */
    Candidates within(double distance, double price) {
        return new Candidates(all.stream()
                .filter(one -> distance(one.price(), price) <= distance)
                .toList());
    }

    /** True if no two of them are further apart. */
    boolean agree(double distance) {
        return distance(
                        all.stream().mapToDouble(Candidate::price).max().orElse(1),
                        all.stream().mapToDouble(Candidate::price).min().orElse(1))
                <= distance;
    }

    double weight() {
        return all.stream().mapToDouble(Candidate::weight).sum();
    }

    long newestMs() {
        return all.stream().mapToLong(one -> one.seen.timeMs()).max().orElseThrow();
    }

    long oldestMs() {
        return all.stream().mapToLong(one -> one.seen.timeMs()).min().orElseThrow();
    }

    boolean simulated() {
        return all.stream().anyMatch(one -> one.seen.simulated());
    }

    boolean contains(String source) {
        return all.stream().anyMatch(one -> one.source.equals(source));
    }

    private double median(ToDoubleFunction<Candidate> value) {
        return WeightedMedian.of(all.stream()
                .map(one -> new Item(value.applyAsDouble(one), one.weight))
                .toList());
    }

    static double distance(double price, double other) {
        return Math.abs(Math.log(price / other));
    }
}
