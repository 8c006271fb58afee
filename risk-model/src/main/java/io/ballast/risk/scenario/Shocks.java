/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.scenario;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The usual lists of shocks. Shifts are relative changes of a price, above -1. */
public final class Shocks {

    /** -50 % to +50 % in steps of 10. */
    public static final List<Double> HALF_TO_HALF = List.of(-0.5, -0.4, -0.3, -0.2, -0.1, 0.0, 0.1, 0.2, 0.3, 0.4, 0.5);

    private static final double PERCENT = 100;

    private Shocks() {}

    /** All the assets by the same shift, for each shift. */
    public static List<Shock> joint(Collection<String> assets, List<Double> shifts) {
        return grid(assets, shifts, List.of(0.0));
    }

    /** Each asset alone by each shift. */
    public static List<Shock> perAsset(Collection<String> assets, List<Double> shifts) {
        List<Shock> shocks = new ArrayList<>();
        assets.forEach(asset -> shocks.addAll(joint(List.of(asset), shifts)));
        return shocks;
    }

    /** Every shift of the assets together with every shift of volatility. */
    public static List<Shock> grid(Collection<String> assets, List<Double> shifts, List<Double> volShifts) {
        List<Shock> shocks = new ArrayList<>();
        for (double volShift : volShifts) {
            for (double shift : shifts) {
                shocks.add(shifted(assets, shift, volShift));
            }
        }
        return shocks;
    }

    /**
     * A stable asset is worth this part of what it is pegged to; everything else stays, so all that is priced in it rises
     * against it.
     */
    public static List<Shock> depeg(String asset, List<Double> parts) {
        return parts.stream()
                .map(part -> new Shock(asset + " at " + plain(part) + " of its peg", Map.of(asset, part), 0))
                .toList();
    }

    /**
     * Moves that happened, to be put on the market of now: for historical value at risk.
     *
     * @param returns  one map a period: relative changes of prices by asset, each above -1
     */
    public static List<Shock> past(List<Map<String, Double>> returns) {
        List<Shock> shocks = new ArrayList<>();
        for (Map<String, Double> period : returns) {
            Map<String, Double> factors = new TreeMap<>();
            period.forEach((asset, change) -> factors.put(asset, 1 + change));
            shocks.add(new Shock("past period " + (shocks.size() + 1), factors, 0));
        }
        return shocks;
    }

    private static Shock shifted(Collection<String> assets, double shift, double volShift) {
        Map<String, Double> factors = new TreeMap<>();
        assets.forEach(asset -> factors.put(asset, 1 + shift));
        String vol = volShift == 0 ? "" : ", vol " + signed(volShift);
        return new Shock(String.join("+", factors.keySet()) + " " + signed(shift) + vol, factors, volShift);
    }

    private static String signed(double fraction) {
        return (fraction < 0 ? "" : "+") + plain(fraction * PERCENT) + "%";
    }

    private static String plain(double value) {
        BigDecimal rounded = new BigDecimal(value, new MathContext(6));
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
