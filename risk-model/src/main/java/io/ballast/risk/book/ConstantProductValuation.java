/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import io.ballast.risk.pool.TokenAmounts;
import io.ballast.risk.pool.constantproduct.ConstantProductPool;
import io.ballast.risk.pool.constantproduct.ConstantProductState;
import java.math.BigInteger;
import java.util.EnumSet;
import java.util.Set;

/** What a holder's share of a constant product pair is worth at the pair's state. */
final class ConstantProductValuation {

    private static final int FRACTION_BITS = 64;

    private final PoolTerms terms;
    private final ConstantProductPool pool;
    private final ShareLosses losses;

    ConstantProductValuation(PoolTerms terms, ConstantProductPool pool, ShareLosses losses) {
        this.terms = terms;
        this.pool = pool;
        this.losses = losses;
    }

    PositionFigures figures(PositionState position, long nowMs) {
        ConstantProductState state = pool.state();
        BigInteger held = pool.balanceOf(position.identity().key());
        TokenAmounts removal = removal(position, held);
        boolean measurable = PairShare.hasPrice(state) && terms.decimalsKnown() && state.followedFromStart();
        return new PositionFigures(
                position.identity(),
                held,
                removal,
                TokenAmounts.ZERO,
                rangeState(held, state),
                null,
                null,
                measurable ? measures(position, held, nowMs) : null,
                flags(position, held, removal, state));
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
    private PositionMeasures measures(PositionState position, BigInteger held, long nowMs) {
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
                        rawGamma(share, state),
                        losses.figures(position, held, terms.decimals1(), nowMs));
    }

    /** -L / (2 s^3) with L = sqrt(x y). Formula sheet 1.3. */
    private static double rawGamma(TokenAmounts share, ConstantProductState state) {
        double liquidity = Math.sqrt(share.amount0().doubleValue())
                * Math.sqrt(share.amount1().doubleValue());
        double price = state.reserve1().doubleValue() / state.reserve0().doubleValue();
        return liquidity == 0 ? 0 : -liquidity / (2 * price * Math.sqrt(price));
    }

    private Set<Quality> flags(
            PositionState position, BigInteger held, TokenAmounts removal, ConstantProductState state) {
        Set<Quality> flags = EnumSet.noneOf(Quality.class);
        if (!PairShare.hasPrice(state)) {
            flags.add(Quality.PRICE_UNKNOWN);
        }
        if (!terms.decimalsKnown()) {
            flags.add(Quality.DECIMALS_UNKNOWN);
        }
        if (!state.followedFromStart() || position.historyIncomplete()) {
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
}
