/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.valuation;

import io.ballast.desk.store.PoolInfo;
import io.ballast.risk.curve.HeldCurve;
import io.ballast.risk.curve.PairCurve;
import io.ballast.risk.curve.concentrated.ConcentratedCurve;
import io.ballast.risk.curve.constantproduct.ConstantProductCurve;
import io.ballast.risk.curve.stable.StableCurve;
import io.ballast.risk.curve.stable.StableInvariant;
import io.ballast.risk.curve.weighted.WeightedPairCurve;
import io.ballast.risk.pool.concentrated.SqrtPrice;
import io.ballast.risk.pool.concentrated.TickMath;
import io.ballast.schema.PoolKind;
import io.ballast.schema.PositionRisk;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A position's own curve: worth of its principal in token1 by the pool's price, whole units. In pools without ranges a share's
 * balances are in proportion to the pool's, so that its principal tells its part of the invariant.
 */
public final class PositionCurve {
    private PositionCurve() {}

    /**
     * Empty where decimals or amounts are not known or ticks are none, where nothing is in, or where the pool's kind, weights or
     * amplification are not known.
     */
    public static Optional<PairCurve> of(PositionRisk risk, PoolInfo pool, PoolShape shape) {
        if (pool.decimals0() == null || pool.decimals1() == null) {
            return Optional.empty();
        }
        if (pool.kind() == PoolKind.CONCENTRATED) {
            return isRange(risk) ? Optional.of(range(risk, pool)) : Optional.empty();
        }
        Double amount0 = pool.amount0(risk.getPrincipal0Raw());
        Double amount1 = pool.amount1(risk.getPrincipal1Raw());
        return isPositive(amount0) && isPositive(amount1) ? share(pool, shape, amount0, amount1) : Optional.empty();
    }

    private static boolean isRange(PositionRisk risk) {
        return risk.getTickLower() != null
                && risk.getTickUpper() != null
                && TickMath.isTick(risk.getTickLower())
                && TickMath.isTick(risk.getTickUpper());
    }

    private static PairCurve range(PositionRisk risk, PoolInfo pool) {
        PairCurve raw = ConcentratedCurve.between(
                new BigDecimal(risk.getLiquidityRaw()).doubleValue(),
                SqrtPrice.priceToken1PerToken0AtTick(risk.getTickLower(), 0, 0),
                SqrtPrice.priceToken1PerToken0AtTick(risk.getTickUpper(), 0, 0));
        return new HeldCurve(raw, 1, pool.decimals0(), pool.decimals1());
    }

    private static boolean isPositive(Double amount) {
        return amount != null && amount > 0;
    }

    private static Optional<PairCurve> share(PoolInfo pool, PoolShape shape, double amount0, double amount1) {
        return switch (pool.kind()) {
            case CONSTANT_PRODUCT -> Optional.of(ConstantProductCurve.ofReserves(amount0, amount1, 1));
            case WEIGHTED ->
                Optional.ofNullable(shape.weight0())
                        .map(weight0 -> WeightedPairCurve.ofBalances(weight0, amount0, amount1));
            case STABLE ->
                Optional.ofNullable(shape.amplification())
                        .map(amplification -> StableCurve.ofBalances(
                                StableInvariant.ofAmplification(amplification),
                                amount0,
                                amount1,
                                pool.rate0(),
                                pool.rate1(),
                                1));
            default -> Optional.empty();
        };
    }
}
