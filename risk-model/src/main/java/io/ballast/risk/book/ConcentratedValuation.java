/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import io.ballast.risk.band.PriceCurve;
import io.ballast.risk.band.Segment;
import io.ballast.risk.pool.TokenAmounts;
import io.ballast.risk.pool.concentrated.ConcentratedPool;
import io.ballast.risk.pool.concentrated.ConcentratedState;
import io.ballast.risk.pool.concentrated.SlotState;
import io.ballast.risk.range.RangeOrder;
import java.math.BigInteger;
import java.util.EnumSet;
import java.util.Set;

/** What a position of a concentrated pool is worth at the pool's state. */
final class ConcentratedValuation {

    private static final int FRACTION_BITS = 64;
    private static final double Q96 = 0x1p96;

    private final ConcentratedTerms terms;
    private final ConcentratedPool pool;
    private final RangeLosses losses;
    private final RangeTimes times;
    private final Pauses pauses;
    private final PoolParameters parameters;

    ConcentratedValuation(
            ConcentratedTerms terms, ConcentratedPool pool, RangeLosses losses, RangeTimes times, Pauses pauses) {
        this.terms = terms;
        this.pool = pool;
        this.losses = losses;
        this.times = times;
        this.pauses = pauses;
        parameters = PoolParameters.ofFee(terms.feePips());
    }

    /** Liquidity of a position: by its manager's books or, where there are none, by its slot. */
    static BigInteger liquidity(PositionState position, ConcentratedPool pool) {
        if (!position.identity().isKeptBySlot()) {
            return position.manager().liquidity();
        }
        SlotState slot = pool.slots().get(position.identity().slot());
        return slot == null ? BigInteger.ZERO : slot.liquidity();
    }

    PositionFigures figures(PositionState position, long nowMs) {
        ConcentratedState state = pool.state();
        BigInteger liquidity = liquidity(position, pool);
        TokenAmounts owed = owed(position);
        TokenAmounts principal = state.hasPrice() ? principal(position.identity(), liquidity) : null;
        return new PositionFigures(
                position.identity(),
                liquidity,
                principal,
                owed,
                rangeState(position.identity(), liquidity, state),
                state.sqrtPriceX96(),
                state.hasPrice() ? state.tick() : null,
                measurable()
                        ? measures(position, liquidity, principal, owed)
                                .with(losses.figures(position, liquidity, terms.decimals1(), nowMs))
                        : null,
                times.of(position, nowMs),
                order(position),
                flags(position));
    }

    private static RangeOrder.Side order(PositionState position) {
        CostBasis basis = position.basis();
        return position.historyIncomplete()
                ? RangeOrder.Side.NONE
                : RangeOrder.Side.of(
                        basis.hodl0X64().signum() > 0, basis.hodl1X64().signum() > 0);
    }

    /** See {@link PoolBook#priceCurve}; earns by liquidity in human units. */
    PriceCurve priceCurve(PositionState position) {
        if (!measurable()) {
            return null;
        }
        HumanUnits units = HumanUnits.of(terms);
        PositionIdentity identity = position.identity();
        TokenAmounts owed = owed(position);
        FeeLedger fees = position.fees();
        return Segment.ofRange(
                units.liquidity(liquidity(position, pool).doubleValue()),
                units.sqrtPriceX96(pool.sqrtPriceX96AtTick(identity.tickLower())),
                units.sqrtPriceX96(pool.sqrtPriceX96AtTick(identity.tickUpper())),
                sqrtPrice(),
                units.amount0X64(position.basis().hodl0X64()),
                units.amount1X64(position.basis().hodl1X64()),
                units.amount0(fees.earned0(owed.amount0()).doubleValue()),
                units.amount1(fees.earned1(owed.amount1()).doubleValue()));
    }

    /** In human units; NaN where there is none. */
    double sqrtPrice() {
        return measurable() ? HumanUnits.of(terms).sqrtPriceX96(pool.state().sqrtPriceX96()) : Double.NaN;
    }

    private boolean measurable() {
        return pool.state().hasPrice() && terms.decimalsKnown();
    }

    private TokenAmounts principal(PositionIdentity identity, BigInteger liquidity) {
        return pool.principal(identity.tickLower(), identity.tickUpper(), liquidity);
    }

    /**
     * What a collection pays now. The pool keeps one slot for all NFTs with the same ticks and rounds it on its own, so it
     * can hold a unit or two less than the manager's books promise.
     */
    private TokenAmounts owed(PositionState position) {
        PositionIdentity identity = position.identity();
        TokenAmounts owed = pool.slots().get(identity.slot()) == null ? TokenAmounts.ZERO : pool.owed(identity.slot());
        if (!identity.isKeptBySlot()) {
            TokenAmounts promised = promised(position);
            owed = new TokenAmounts(
                    owed.amount0().min(promised.amount0()), owed.amount1().min(promised.amount1()));
        }
        return withBarFees(owed, position);
    }

    private static TokenAmounts withBarFees(TokenAmounts owed, PositionState position) {
        return new TokenAmounts(
                owed.amount0().add(position.barFees0X64().shiftRight(FRACTION_BITS)),
                owed.amount1().add(position.barFees1X64().shiftRight(FRACTION_BITS)));
    }

    private TokenAmounts promised(PositionState position) {
        ManagerBooks books = position.manager();
        PositionIdentity identity = position.identity();
        if (books.liquidity().signum() == 0) {
            return new TokenAmounts(books.tokensOwed0(), books.tokensOwed1());
        }
        return books.owed(pool.feeGrowthInside(identity.tickLower(), identity.tickUpper()));
    }

    private static RangeState rangeState(PositionIdentity identity, BigInteger liquidity, ConcentratedState state) {
        if (liquidity.signum() == 0) {
            return RangeState.CLOSED;
        } else if (!state.hasPrice()) {
            return RangeState.UNKNOWN;
        } else if (state.tick() < identity.tickLower()) {
            return RangeState.BELOW;
        }
        return state.tick() < identity.tickUpper() ? RangeState.IN_RANGE : RangeState.ABOVE;
    }

    private PositionMeasures measures(
            PositionState position, BigInteger liquidity, TokenAmounts principal, TokenAmounts owed) {
        FeeLedger fees = position.fees();
        BigInteger fees0X64 = fees.earned0(owed.amount0()).shiftLeft(FRACTION_BITS);
        BigInteger fees1X64 = fees.earned1(owed.amount1()).shiftLeft(FRACTION_BITS);
        RawPrice price = RawPrice.ofSqrtPriceX96(pool.state().sqrtPriceX96());
        Measuring measuring = new Measuring(terms, price);
        return measuring.measures(
                position,
                principal,
                measuring.valueX64(principal),
                fees0X64,
                fees1X64,
                rawGamma(position.identity(), liquidity));
    }

    /** Second derivative of value by price, raw: -L / (2 s^3) in range, 0 outside. Formula sheet 1.3. */
    private double rawGamma(PositionIdentity identity, BigInteger liquidity) {
        BigInteger sqrtPriceX96 = pool.state().sqrtPriceX96();
        boolean inRange = sqrtPriceX96.compareTo(pool.sqrtPriceX96AtTick(identity.tickLower())) > 0
                && sqrtPriceX96.compareTo(pool.sqrtPriceX96AtTick(identity.tickUpper())) < 0;
        if (!inRange || liquidity.signum() == 0) {
            return 0;
        }
        double sqrtPrice = sqrtPriceX96.doubleValue() / Q96;
        return -liquidity.doubleValue() / (2 * sqrtPrice * sqrtPrice * sqrtPrice);
    }

    /** Where logs say the fee, it is that of the last swap. */
    PoolParameters parameters() {
        Integer logged = pool.state().loggedFeePips();
        return logged == null ? parameters : PoolParameters.ofFee(logged);
    }

    PoolFigures pool() {
        ConcentratedState state = pool.state();
        return new PoolFigures(
                measurable()
                        ? RawPrice.ofSqrtPriceX96(state.sqrtPriceX96()).human(terms.decimals0(), terms.decimals1())
                        : null,
                state.sqrtPriceX96(),
                state.hasPrice() ? state.tick() : null,
                state.liquidity(),
                parameters(),
                pauses.contracts(),
                pauses.sinceMs(),
                poolFlags());
    }

    private Set<Quality> flags(PositionState position) {
        Set<Quality> flags = poolFlags();
        if (position.barFees0X64().signum() > 0 || position.barFees1X64().signum() > 0) {
            flags.add(Quality.FEES_ESTIMATED);
        }
        if (position.historyIncomplete()) {
            flags.add(Quality.HISTORY_INCOMPLETE);
        }
        if (pool.state().joined() && position.historyIncomplete() && !position.joined()) {
            flags.add(Quality.FEES_INCOMPLETE);
        }
        if (position.late()) {
            flags.add(Quality.LATE_EVENT);
        }
        return flags;
    }

    Set<Quality> poolFlags() {
        ConcentratedState state = pool.state();
        Set<Quality> flags = EnumSet.noneOf(Quality.class);
        if (!state.hasPrice()) {
            flags.add(Quality.PRICE_UNKNOWN);
        }
        if (!terms.decimalsKnown()) {
            flags.add(Quality.DECIMALS_UNKNOWN);
        }
        if (!pool.feesKnown()) {
            flags.add(Quality.FEES_INCOMPLETE);
        }
        if (terms.hookAmounts()) {
            flags.add(Quality.HISTORY_INCOMPLETE);
        }
        if (pauses.arePresent()) {
            flags.add(Quality.PAUSED);
        }
        return flags;
    }
}
