/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.portfolio;

import io.ballast.risk.sum.ExactSum;

/** Adds up the exposures to one asset. Mutable and single-threaded. */
final class AssetSums {

    private ExactSum pools = ExactSum.ZERO;
    private ExactSum hedges = ExactSum.ZERO;
    private ExactSum hodl = ExactSum.ZERO;
    private ExactSum gross = ExactSum.ZERO;
    private ExactSum gammaCash = ExactSum.ZERO;
    private ExactSum poolGammaCash = ExactSum.ZERO;
    private boolean isPriced = true;

    void addPool(double units, double hodlUnits) {
        pools = pools.plus(units);
        hodl = hodl.plus(hodlUnits);
        gross = gross.plus(Math.abs(units));
    }

    void addHedge(double units) {
        hedges = hedges.plus(units);
        gross = gross.plus(Math.abs(units));
    }

    /** The same of a pool's part. */
    void addPoolGammaCash(double amount, Double price) {
        addGammaCash(amount, price);
        if (price != null) {
            poolGammaCash = poolGammaCash.plusProduct(amount, price);
        }
    }

    /** Adds gamma cash of {@code amount} units of something at a price; null: not known. */
    void addGammaCash(double amount, Double price) {
        if (price != null) {
            gammaCash = gammaCash.plusProduct(amount, price);
        } else if (amount != 0) {
            isPriced = false;
        }
    }

    AssetFigures figures(String asset, Double price) {
        double net = pools.plus(hedges).toDouble();
        return new AssetFigures(
                asset,
                pools.toDouble(),
                hedges.toDouble(),
                hodl.toDouble(),
                net,
                gross.toDouble(),
                price == null ? null : Double.valueOf(net * price),
                isPriced ? gammaCash.toDouble() : null,
                isPriced ? poolGammaCash.toDouble() : null);
    }
}
