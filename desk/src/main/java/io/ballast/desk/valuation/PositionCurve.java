/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.valuation;

import io.ballast.desk.store.PoolInfo;
import io.ballast.risk.curve.HeldCurve;
import io.ballast.risk.curve.PairCurve;
import io.ballast.risk.curve.concentrated.ConcentratedCurve;
import io.ballast.risk.curve.constantproduct.ConstantProductCurve;
import io.ballast.risk.pool.concentrated.SqrtPrice;
import io.ballast.risk.pool.concentrated.TickMath;
import io.ballast.schema.PoolKind;
import io.ballast.schema.PositionRisk;
import java.math.BigDecimal;
import java.util.Optional;

/** A position's own curve: worth of its principal in token1 by the pool's price, whole units. */
public final class PositionCurve {
    private PositionCurve() {}

    /** Empty where decimals or amounts are not known, ticks are none, or the pool trades on a curve that a position alone does not tell. */
    public static Optional<PairCurve> of(PositionRisk risk, PoolInfo pool) {
        if (pool.decimals0() == null || pool.decimals1() == null) {
            return Optional.empty();
        }
        if (pool.kind() == PoolKind.CONCENTRATED && isRange(risk)) {
            PairCurve raw = ConcentratedCurve.between(
                    new BigDecimal(risk.getLiquidityRaw()).doubleValue(),
                    SqrtPrice.priceToken1PerToken0AtTick(risk.getTickLower(), 0, 0),
                    SqrtPrice.priceToken1PerToken0AtTick(risk.getTickUpper(), 0, 0));
            return Optional.of(new HeldCurve(raw, 1, pool.decimals0(), pool.decimals1()));
        }
        boolean whole = pool.kind() == PoolKind.CONSTANT_PRODUCT
                && risk.getPrincipal0Raw() != null
                && risk.getPrincipal1Raw() != null;
        return whole ? Optional.of(constantProduct(risk, pool)) : Optional.empty();
    }

    private static boolean isRange(PositionRisk risk) {
        return risk.getTickLower() != null
                && risk.getTickUpper() != null
                && TickMath.isTick(risk.getTickLower())
                && TickMath.isTick(risk.getTickUpper());
    }

    private static PairCurve constantProduct(PositionRisk risk, PoolInfo pool) {
        return ConstantProductCurve.ofReserves(
                pool.amount0(risk.getPrincipal0Raw()), pool.amount1(risk.getPrincipal1Raw()), 1);
    }
}
