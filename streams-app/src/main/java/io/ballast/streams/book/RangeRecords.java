/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.book;

import io.ballast.risk.book.PositionFigures;
import io.ballast.risk.book.PositionIdentity;
import io.ballast.risk.book.PositionMeasures;
import io.ballast.risk.book.RangeState;
import io.ballast.risk.pool.concentrated.SqrtPrice;
import io.ballast.risk.range.NewRange;
import io.ballast.risk.range.RangeOrder;
import io.ballast.risk.range.RangeOutlook;
import io.ballast.risk.range.RangeRule;
import io.ballast.risk.range.ReRange;
import io.ballast.risk.range.TimeInRange;
import io.ballast.risk.volatility.Annual;
import io.ballast.schema.PoolDefinition;
import io.ballast.schema.RangeAdvice;
import io.ballast.schema.RangeOrderSide;
import io.ballast.schema.RangeRisk;
import io.ballast.schema.VolatilityBasis;
import java.time.Instant;
import java.util.Optional;

/** Writes what there is to know of a position's range as a record of the contract, when the position is published. */
final class RangeRecords {

    private static final double BPS = 1e4;
    private static final double PIPS = 1e6;

    private final PoolDefinition pool;
    private final ReferencePrices prices;
    private final RangeSettings settings;

    RangeRecords(PoolDefinition pool, ReferencePrices prices, RangeSettings settings) {
        this.pool = pool;
        this.prices = prices;
        this.settings = settings;
    }

    /** Null: the position has no range, no liquidity, or there is no price. */
    RangeRisk of(PositionFigures figures, Optional<UsdPrice> usd, Instant at) {
        boolean looking = figures.position().kind() != PositionIdentity.Kind.LP_TOKEN
                && figures.rangeState() != RangeState.CLOSED
                && figures.sqrtPriceX96() != null;
        if (!looking) {
            return null;
        }
        RangeRisk risk = new RangeRisk();
        setTime(risk, figures.time());
        MarketMoves moves = prices.moves(pool, at);
        setOutlook(risk, figures, moves);
        setAdvice(risk, figures, moves, usd, at);
        return risk;
    }

    private static void setTime(RangeRisk risk, TimeInRange time) {
        if (time != null) {
            risk.setHeldMs(time.heldMs());
            risk.setInRangeMs(time.insideMs());
            risk.setStateSince(Instant.ofEpochMilli(time.stateSinceMs()));
        }
    }

    private void setOutlook(RangeRisk risk, PositionFigures figures, MarketMoves moves) {
        PositionIdentity identity = figures.position();
        double logPrice = 2 * Math.log(SqrtPrice.toDouble(figures.sqrtPriceX96()));
        RangeOutlook outlook = RangeOutlook.of(
                logPrice - 2 * Math.log(SqrtPrice.atTick(identity.tickLower())),
                2 * Math.log(SqrtPrice.atTick(identity.tickUpper())) - logPrice,
                figures.rangeState() == RangeState.IN_RANGE,
                moves.volatility() == null
                        ? null
                        : (Double) Annual.deviation(moves.volatility(), settings.horizonMs()));
        risk.setLowerDistance(outlook.toLower());
        risk.setUpperDistance(outlook.toUpper());
        risk.setHorizonMs(settings.horizonMs());
        risk.setVolatility(moves.volatility());
        risk.setVolatilityBasis(basis(moves));
        risk.setLowerSigmas(outlook.lowerSigmas());
        risk.setUpperSigmas(outlook.upperSigmas());
        risk.setLeaveProbability(outlook.leaveProbability());
        risk.setReturnProbability(outlook.returnProbability());
    }

    private static VolatilityBasis basis(MarketMoves moves) {
        if (moves.volatility() == null) {
            return VolatilityBasis.UNKNOWN;
        }
        return moves.independent() ? VolatilityBasis.TWO_MARKETS : VolatilityBasis.ONE_MARKET;
    }

    private void setAdvice(
            RangeRisk risk, PositionFigures figures, MarketMoves moves, Optional<UsdPrice> usd, Instant at) {
        risk.setOrderSide(RangeOrderSide.valueOf(figures.order().name()));
        if (figures.order() != RangeOrder.Side.NONE) {
            RangeOrder order = order(figures);
            risk.setOrderFilled(order.filled());
            risk.setAdvice(advice(settings.rule().forOrder(order)));
        } else if (figures.rangeState() == RangeState.IN_RANGE) {
            risk.setAdvice(RangeAdvice.STAY);
        } else {
            setPlan(risk, figures, moves, usd, at);
        }
    }

    private static RangeOrder order(PositionFigures figures) {
        return RangeOrder.of(
                figures.order(),
                SqrtPrice.atTick(figures.position().tickLower()),
                SqrtPrice.atTick(figures.position().tickUpper()),
                SqrtPrice.toDouble(figures.sqrtPriceX96()));
    }

    private static RangeAdvice advice(RangeRule.Advice advice) {
        return RangeAdvice.valueOf(advice.name());
    }

    /** Nothing is advised where something is missing. */
    private void setPlan(
            RangeRisk risk, PositionFigures figures, MarketMoves moves, Optional<UsdPrice> usd, Instant at) {
        PositionMeasures measures = figures.measures();
        boolean known = measures != null && figures.time() != null && pool.getFeePips() != null;
        if (!known || pool.getTickSpacing() == null || settings.gasUsd() > 0 && usd.isEmpty()) {
            risk.setAdvice(RangeAdvice.UNKNOWN);
            return;
        }
        double halfSpread = moves.halfSpread() == null ? settings.halfSpread() : moves.halfSpread();
        ReRange plan = plan(figures, halfSpread, usd);
        risk.setNewTickLower(plan.range().tickLower());
        risk.setNewTickUpper(plan.range().tickUpper());
        risk.setSwapValue(plan.swapped());
        risk.setHalfSpreadBps(halfSpread * BPS);
        risk.setCost(plan.cost());
        risk.setCostUsd(usd.map(price -> plan.cost() * price.usd()).orElse(null));
        risk.setPaybackMs(plan.paybackMs());
        long outMs = at.toEpochMilli() - figures.time().stateSinceMs();
        risk.setAdvice(advice(settings.rule().forPosition(false, outMs, plan)));
    }

    private ReRange plan(PositionFigures figures, double halfSpread, Optional<UsdPrice> usd) {
        PositionIdentity identity = figures.position();
        PositionMeasures measures = figures.measures();
        double gas = settings.gasUsd() == 0
                ? 0
                : settings.gasUsd() / usd.orElseThrow().usd();
        return ReRange.of(
                new NewRange(identity.tickLower(), identity.tickUpper()).around(figures.tick(), pool.getTickSpacing()),
                SqrtPrice.toDouble(figures.sqrtPriceX96()),
                measures.delta0() * measures.price(),
                measures.delta1(),
                new ReRange.Costs(pool.getFeePips() / PIPS, halfSpread, gas),
                measures.feesValue(),
                figures.time().insideMs());
    }
}
