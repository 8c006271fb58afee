/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge.advice;

import java.util.List;

/**
 * Where advice to trade leads whoever follows it.
 *
 * @param instruments  that are traded
 * @param held  coins before the trades
 * @param traded  coins, signed
 */
public record AdvisedPosition(List<String> instruments, double held, double traded) {

    private static final double PART_OF_BAND = 0.25;

    public AdvisedPosition {
        instruments = List.copyOf(instruments);
    }

    public static AdvisedPosition of(HedgeAdvice advice) {
        return new AdvisedPosition(
                advice.trades().stream()
                        .map(trade -> trade.instrument().toString())
                        .toList(),
                advice.need().held(),
                advice.traded());
    }

    /**
     * Whether it says something else than the one before: it is about other instruments, starts from another position, or leads
     * to one that differs by more than a quarter of the band: less would leave the follower well inside of it.
     *
     * @param band  half width of the no-trade band now, coins
     */
    public boolean isOtherThan(AdvisedPosition before, double band) {
        return !instruments.equals(before.instruments)
                || Double.compare(held, before.held) != 0
                || Math.abs(end() - before.end()) > PART_OF_BAND * band;
    }

    /** Coins that will be held. */
    private double end() {
        return held + traded;
    }
}
