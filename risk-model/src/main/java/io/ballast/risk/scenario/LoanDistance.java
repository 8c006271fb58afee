/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.scenario;

import java.util.Map;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * How far one asset's price may move before a loan is liquidated, as factors of the price now.
 *
 * <p>Looked for from 1 outwards to a thousandth and a thousandfold, in steps of 2 %; a crossing back inside one step would not
 * be seen.
 *
 * @param fall  the nearest factor at or below 1; null: none
 * @param rise  the nearest factor at or above 1; null: none
 */
public record LoanDistance(String asset, Double fall, Double rise) {

    private static final double STEP = 1.02;
    private static final double FARTHEST = 1000;
    private static final double ACCURACY = 1e-12;
    private static final int EVALUATIONS = 200;

    /** Both are 1 if the loan is to be liquidated now. */
    public static LoanDistance of(BookLeg position, LoanCollateral loan, Market market, String asset) {
        UnivariateFunction room = factor -> {
            Market then = new Shock("", Map.of(asset, factor), 0).applyTo(market);
            return loan.room(position.value(then), then);
        };
        if (room.value(1) < 0) {
            return new LoanDistance(asset, 1.0, 1.0);
        }
        return new LoanDistance(asset, crossing(room, 1 / STEP), crossing(room, STEP));
    }

    private static Double crossing(UnivariateFunction room, double step) {
        double inside = 1;
        while (inside < FARTHEST && inside > 1 / FARTHEST) {
            double next = inside * step;
            if (room.value(next) < 0) {
                return new BrentSolver(ACCURACY, 0)
                        .solve(EVALUATIONS, room, Math.min(inside, next), Math.max(inside, next));
            }
            inside = next;
        }
        return null;
    }
}
