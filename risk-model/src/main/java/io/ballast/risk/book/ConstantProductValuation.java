/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import io.ballast.risk.band.PriceCurve;
import io.ballast.risk.band.Segment;
import io.ballast.risk.curve.HeldCurve;
import io.ballast.risk.curve.constantproduct.ConstantProductCurve;
import io.ballast.risk.depth.CurveDepth;
import io.ballast.risk.depth.PoolDepth;
import io.ballast.risk.pool.TokenAmounts;
import io.ballast.risk.pool.constantproduct.ConstantProductPool;
import io.ballast.risk.pool.constantproduct.ConstantProductState;
import io.ballast.risk.range.RangeOrder;
import java.math.BigInteger;
import java.util.EnumSet;
import java.util.Set;

/** What a holder's share of a constant product pair is worth at the pair's state. */
final class ConstantProductValuation implements ShareWorth {

    private static final int FRACTION_BITS = 64;
    private static final double X64 = 0x1p64;

    private final ConstantProductTerms terms;
    private final ConstantProductPool pool;
    private final ShareLosses losses;
    private final Pauses pauses;
    private final PoolParameters parameters;

    ConstantProductValuation(ConstantProductTerms terms, ConstantProductPool pool, ShareLosses losses, Pauses pauses) {
        this.terms = terms;
        this.pool = pool;
        this.losses = losses;
        this.pauses = pauses;
        parameters = PoolParameters.ofFee(terms.feePips());
    }

    PositionFigures figures(PositionState position, long nowMs) {
        ConstantProductState state = pool.state();
        BigInteger held = pool.balanceOf(position.identity().key());
        TokenAmounts removal = removal(position, held);
        PositionMeasures measures = measures(position, held);
        return new PositionFigures(
                position.identity(),
                held,
                removal,
                TokenAmounts.ZERO,
                rangeState(held, state),
                null,
                null,
                measures == null ? null : measures.with(losses.figures(position, held, terms.decimals1(), nowMs)),
                null,
                RangeOrder.Side.NONE,
                flags(position, held, removal, state));
    }

    /** See {@link PoolBook#priceCurve}; earns by raw LP tokens. */
    PriceCurve priceCurve(PositionState position) {
        return priceCurve(position, pool.balanceOf(position.identity().key()));
    }

    @Override
    public PriceCurve priceCurve(PositionState position, BigInteger held) {
        if (!measurable()) {
            return null;
        }
        HumanUnits units = HumanUnits.of(terms);
        BigInteger rootX64 = PairShare.of(held, pool.state()).rootKX64();
        FeeLedger fees = position.fees();
        return Segment.ofConstantProduct(
                units.liquidity(rootX64.doubleValue() / X64),
                units.liquidity(position.entryRootKX64().min(rootX64).doubleValue() / X64),
                sqrtPrice(),
                units.amount0X64(position.basis().hodl0X64()),
                units.amount1X64(position.basis().hodl1X64()),
                units.amount0(fees.feesCollected0().doubleValue()),
                units.amount1(fees.feesCollected1().doubleValue()),
                held.doubleValue());
    }

    @Override
    public HeldCurve curve(BigInteger held) {
        double root = PairShare.of(held, pool.state()).rootKX64().doubleValue() / X64;
        return HeldCurve.ofWholeTokens(new ConstantProductCurve(units().liquidity(root)));
    }

    @Override
    public double partWithoutFees(PositionState position, BigInteger held) {
        BigInteger rootX64 = PairShare.of(held, pool.state()).rootKX64();
        return rootX64.signum() == 0 ? 1 : position.entryRootKX64().min(rootX64).doubleValue() / rootX64.doubleValue();
    }

    @Override
    public HumanUnits units() {
        return HumanUnits.of(terms);
    }

    /** In human units; NaN where there is none. */
    @Override
    public double sqrtPrice() {
        return terms.decimalsKnown() ? HumanUnits.of(terms).sqrtPrice(PairShare.sqrtPrice(pool.state())) : Double.NaN;
    }

    private boolean measurable() {
        return PairShare.hasPrice(pool.state())
                && terms.decimalsKnown()
                && pool.state().followedFromStart();
    }

    private TokenAmounts removal(PositionState position, BigInteger held) {
        if (held.signum() == 0) {
            return TokenAmounts.ZERO;
        }
        return pool.state().followedFromStart()
                ? pool.removal(position.identity().key()).orElse(null)
                : null;
    }

    private static RangeState rangeState(BigInteger held, ConstantProductState state) {
        if (held.signum() == 0) {
            return RangeState.CLOSED;
        }
        return PairShare.hasPrice(state) ? RangeState.IN_RANGE : RangeState.UNKNOWN;
    }

    /**
     * Risk figures rest on the share of the reserves: what a removal pays beside it (donations not yet synced, LP tokens
     * lying in the pair) belongs to whoever comes first.
     */
    @Override
    public PositionMeasures measures(PositionState position, BigInteger held) {
        if (!measurable()) {
            return null;
        }
        ConstantProductState state = pool.state();
        RawPrice price = PairShare.price(state);
        TokenAmounts share = PairShare.of(held, state).amounts();
        ConstantProductSplit split =
                ConstantProductSplit.of(share.amount0(), share.amount1(), position.entryRootKX64(), price);
        FeeLedger fees = position.fees();
        return new Measuring(terms, price)
                .measures(
                        position,
                        share,
                        split.withoutFeesX64(),
                        fees.feesCollected0().shiftLeft(FRACTION_BITS).add(split.fees0X64()),
                        fees.feesCollected1().shiftLeft(FRACTION_BITS).add(split.fees1X64()),
                        rawGamma(share, state));
    }

    /** -L / (2 s^3) with L = sqrt(x y). Formula sheet 1.3. */
    private static double rawGamma(TokenAmounts share, ConstantProductState state) {
        double liquidity = Math.sqrt(share.amount0().doubleValue())
                * Math.sqrt(share.amount1().doubleValue());
        double price = state.reserve1().doubleValue() / state.reserve0().doubleValue();
        return liquidity == 0 ? 0 : -liquidity / (2 * price * Math.sqrt(price));
    }

    /** Null without a price. */
    PoolDepth depth(double part) {
        ConstantProductState state = pool.state();
        if (!PairShare.hasPrice(state)) {
            return null;
        }
        double reserve0 = state.reserve0().doubleValue();
        double reserve1 = state.reserve1().doubleValue();
        return new CurveDepth(ConstantProductCurve.ofReserves(reserve0, reserve1, 1), reserve1 / reserve0, part);
    }

    /** What is left of the pool without a part of some LP tokens. */
    double rest(BigInteger lpTokens, double part) {
        return 1
                - part
                        * lpTokens.doubleValue()
                        / pool.state().totalSupplyWithFee().doubleValue();
    }

    PoolParameters parameters() {
        return parameters;
    }

    PoolFigures pool() {
        ConstantProductState state = pool.state();
        return new PoolFigures(
                PairShare.hasPrice(state) && terms.decimalsKnown()
                        ? PairShare.price(state).human(terms.decimals0(), terms.decimals1())
                        : null,
                null,
                null,
                state.totalSupply(),
                parameters,
                pauses.contracts(),
                pauses.sinceMs(),
                poolFlags());
    }

    private Set<Quality> flags(
            PositionState position, BigInteger held, TokenAmounts removal, ConstantProductState state) {
        Set<Quality> flags = poolFlags();
        if (position.historyIncomplete()) {
            flags.add(Quality.HISTORY_INCOMPLETE);
        }
        if (held.signum() > 0 && removal == null && state.followedFromStart() && PairShare.hasPrice(state)) {
            flags.add(Quality.WITHDRAWAL_REFUSED);
        }
        if (position.late()) {
            flags.add(Quality.LATE_EVENT);
        }
        return flags;
    }

    Set<Quality> poolFlags() {
        ConstantProductState state = pool.state();
        Set<Quality> flags = EnumSet.noneOf(Quality.class);
        if (!PairShare.hasPrice(state)) {
            flags.add(Quality.PRICE_UNKNOWN);
        }
        if (!terms.decimalsKnown()) {
            flags.add(Quality.DECIMALS_UNKNOWN);
        }
        if (!state.followedFromStart()) {
            flags.add(Quality.HISTORY_INCOMPLETE);
        }
        if (pauses.arePresent()) {
            flags.add(Quality.PAUSED);
        }
        return flags;
    }
}
