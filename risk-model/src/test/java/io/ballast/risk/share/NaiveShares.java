/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.share;

import io.ballast.risk.curve.PairCurve;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Losses of a pool's holders by brute force, in floating point: every lot of LP tokens on its own, every step of each, tokens of
 * every moment, by the definition. Whole tokens.
 */
final class NaiveShares {

    /** A stretch of a lot's life that ended, and what it brought at its end. */
    private record Exit(long timeMs, double price, double proceeds) {}

    /**
     * LP tokens that came in together and are still together.
     *
     * @param depth  less what changes of parameters made of it
     * @param exit  null: they are still there
     */
    private record Lot(
            double tokens,
            double depth,
            long sinceMs,
            double brought0,
            double brought1,
            List<double[]> lost,
            Exit exit) {

        Lot part(double fraction, Exit end) {
            List<double[]> share = new ArrayList<>();
            lost.forEach(loss -> share.add(new double[] {loss[0], loss[1] * fraction, loss[2] * fraction}));
            return new Lot(
                    tokens * fraction,
                    depth * fraction,
                    sinceMs,
                    brought0 * fraction,
                    brought1 * fraction,
                    share,
                    end == null ? exit : new Exit(end.timeMs(), end.price(), end.proceeds() * fraction));
        }
    }

    private final Map<String, List<Lot>> lots = new TreeMap<>();
    /** Tokens of a unit of depth, by time. */
    private final TreeMap<Long, double[]> units = new TreeMap<>();

    private double unit0;
    private double unit1;
    private double price;

    /** Tokens of a unit of depth and the price are these from a time on. */
    void stand(long nowMs, double newUnit0, double newUnit1, double newPrice) {
        unit0 = newUnit0;
        unit1 = newUnit1;
        price = newPrice;
        units.put(nowMs, new double[] {unit0, unit1});
    }

    /** All LP tokens there are take a step on a curve. */
    void step(long nowMs, PairCurve perToken, double from, double to, double market) {
        double sold0 = perToken.amount0(from) - perToken.amount0(to);
        double bought1 = perToken.amount1(to) - perToken.amount1(from);
        lots.values()
                .forEach(list -> list.stream().filter(lot -> lot.exit() == null).forEach(lot -> lot.lost()
                        .add(new double[] {
                            nowMs, lot.tokens() * (sold0 * to - bought1), lot.tokens() * (sold0 * market - bought1)
                        })));
    }

    void came(String holder, long nowMs, double tokens, double depth, double brought0, double brought1) {
        of(holder).add(new Lot(tokens, depth, nowMs, brought0, brought1, new ArrayList<>(), null));
    }

    /** @param proceeds  for all that goes, in token1 at the price before, less fees */
    void left(String holder, double fraction, long nowMs, double priceBefore, double proceeds) {
        double depth = of(holder).stream()
                .filter(lot -> lot.exit() == null)
                .mapToDouble(lot -> lot.depth() * fraction)
                .sum();
        List<Lot> after = new ArrayList<>();
        for (Lot lot : of(holder)) {
            if (lot.exit() != null) {
                after.add(lot);
            } else {
                after.add(lot.part(1 - fraction, null));
                after.add(lot.part(fraction, new Exit(nowMs, priceBefore, proceeds * lot.depth() / depth)));
            }
        }
        lots.put(holder, after);
    }

    void gave(String from, String to, double fraction) {
        List<Lot> kept = new ArrayList<>();
        List<Lot> moved = new ArrayList<>();
        for (Lot lot : of(from)) {
            if (lot.exit() != null) {
                kept.add(lot);
            } else {
                kept.add(lot.part(1 - fraction, null));
                moved.add(lot.part(fraction, null));
            }
        }
        lots.put(from, kept);
        of(to).addAll(moved);
    }

    double depth(String holder) {
        return of(holder).stream()
                .filter(lot -> lot.exit() == null)
                .mapToDouble(Lot::depth)
                .sum();
    }

    double lvr(String holder, long sinceMs) {
        return lost(holder, sinceMs, 1);
    }

    double markout(String holder) {
        return lost(holder, Long.MIN_VALUE, 2);
    }

    private double lost(String holder, long sinceMs, int which) {
        return of(holder).stream()
                .flatMap(lot -> lot.lost().stream())
                .filter(loss -> loss[0] > sinceMs)
                .mapToDouble(loss -> loss[which])
                .sum();
    }

    /** @param sinceMs  start of the window; null: it has everything in it */
    double il(String holder, Long sinceMs) {
        return of(holder).stream().mapToDouble(lot -> il(lot, sinceMs)).sum();
    }

    private double il(Lot lot, Long sinceMs) {
        if (lot.exit() != null && sinceMs != null && lot.exit().timeMs() <= sinceMs) {
            return 0;
        }
        boolean young = sinceMs == null || lot.sinceMs() > sinceMs;
        double[] then = young ? null : units.floorEntry(sinceMs).getValue();
        double held0 = young ? lot.brought0() : lot.depth() * then[0];
        double held1 = young ? lot.brought1() : lot.depth() * then[1];
        return lot.exit() == null
                ? lot.depth() * (unit0 * price + unit1) - held0 * price - held1
                : lot.exit().proceeds() - held0 * lot.exit().price() - held1;
    }

    private List<Lot> of(String holder) {
        return lots.computeIfAbsent(holder, none -> new ArrayList<>());
    }
}
