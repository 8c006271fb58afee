/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.depth;

import io.ballast.risk.depth.LadderDepth.Rung;
import java.util.Iterator;

/** Boundaries without the liquidity of one range, whose ends are among them. Mutable; lives for one walk. */
final class RungsWithout implements Iterator<Rung> {

    private final Iterator<Rung> rungs;
    private final int tickLower;
    private final int tickUpper;
    private final double liquidity;

    RungsWithout(Iterator<Rung> rungs, int tickLower, int tickUpper, double liquidity) {
        this.rungs = rungs;
        this.tickLower = tickLower;
        this.tickUpper = tickUpper;
        this.liquidity = liquidity;
    }

    @Override
    public boolean hasNext() {
        return rungs.hasNext();
    }

    @Override
    public Rung next() {
        Rung next = rungs.next();
        if (next.tick() == tickLower) {
            return next.plus(-liquidity);
        }
        return next.tick() == tickUpper ? next.plus(liquidity) : next;
    }
}
