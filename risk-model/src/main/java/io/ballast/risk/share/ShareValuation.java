/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.share;

import io.ballast.risk.band.NumericCurve;
import io.ballast.risk.band.PriceCurve;
import io.ballast.risk.book.FeeLedger;
import io.ballast.risk.book.HumanUnits;
import io.ballast.risk.book.Measuring;
import io.ballast.risk.book.Pauses;
import io.ballast.risk.book.PoolFigures;
import io.ballast.risk.book.PoolTerms;
import io.ballast.risk.book.PositionFigures;
import io.ballast.risk.book.PositionMeasures;
import io.ballast.risk.book.PositionState;
import io.ballast.risk.book.Quality;
import io.ballast.risk.book.RangeState;
import io.ballast.risk.book.ShareLosses;
import io.ballast.risk.book.ShareWorth;
import io.ballast.risk.curve.HeldCurve;
import io.ballast.risk.pool.TokenAmounts;
import io.ballast.risk.range.RangeOrder;
import java.math.BigInteger;
import java.util.EnumSet;
import java.util.Set;

/** What a holder's part of a pool of shares is worth at the pool's state. */
final class ShareValuation implements ShareWorth {

    private static final int FRACTION_BITS = 64;

    private final PoolTerms terms;
    private final SharePool<?> pool;
    private final ShareLosses losses;
    private final Pauses pauses;

    ShareValuation(PoolTerms terms, SharePool<?> pool, ShareLosses losses, Pauses pauses) {
        this.terms = terms;
        this.pool = pool;
        this.losses = losses;
        this.pauses = pauses;
    }

    PositionFigures figures(PositionState position, long nowMs) {
        BigInteger held = held(position);
        PositionMeasures measures = measures(position, held);
        return new PositionFigures(
                position.identity(),
                held,
                principal(held),
                TokenAmounts.ZERO,
                rangeState(held),
                null,
                null,
                measures == null ? null : measures.with(losses.figures(position, held, terms.decimals1(), nowMs)),
                null,
                RangeOrder.Side.NONE,
                flags(position));
    }

    /** See {@code PoolBook.priceCurve}; earns by raw LP tokens. */
    PriceCurve priceCurve(PositionState position) {
        return priceCurve(position, held(position));
    }

    @Override
    public PriceCurve priceCurve(PositionState position, BigInteger held) {
        if (!measurable()) {
            return null;
        }
        HumanUnits units = HumanUnits.of(terms);
        double part = held.doubleValue() / pool.state().supply().doubleValue();
        double rawPerHuman = Math.pow(10, terms.decimals1() - terms.decimals0());
        SharePoint point = pool.point();
        FeeLedger fees = position.fees();
        return new NumericCurve(
                price -> units.amount0(part * point.whole().amount0(price * rawPerHuman)),
                price -> units.amount1(part * point.whole().amount1(price * rawPerHuman)),
                sqrtPrice(),
                Math.max(Double.MIN_NORMAL, feePart(position, held).withoutFees()),
                units.amount0X64(position.basis().hodl0X64()),
                units.amount1X64(position.basis().hodl1X64()),
                units.amount0(fees.feesCollected0().doubleValue()),
                units.amount1(fees.feesCollected1().doubleValue()),
                held.doubleValue());
    }

    @Override
    public HeldCurve curve(BigInteger held) {
        double part = held.doubleValue() / pool.state().supply().doubleValue();
        return new HeldCurve(pool.point().whole(), part, terms.decimals0(), terms.decimals1());
    }

    @Override
    public double partWithoutFees(PositionState position, BigInteger held) {
        return held.signum() == 0 ? 1 : feePart(position, held).withoutFees();
    }

    @Override
    public HumanUnits units() {
        return HumanUnits.of(terms);
    }

    /** In human units; NaN where there is none. */
    @Override
    public double sqrtPrice() {
        return pool.state().hasPrice() && terms.decimalsKnown()
                ? HumanUnits.of(terms).sqrtPrice(Math.sqrt(pool.point().realPrice()))
                : Double.NaN;
    }

    /** True when figures in human units can be given. */
    boolean measurable() {
        return pool.state().hasPrice() && pool.state().hasShares() && terms.decimalsKnown();
    }

    private BigInteger held(PositionState position) {
        return pool.balanceOf(position.identity().key());
    }

    private TokenAmounts principal(BigInteger held) {
        if (held.signum() == 0) {
            return TokenAmounts.ZERO;
        }
        return pool.state().hasShares() ? pool.share(held, pool.state().supply()) : null;
    }

    private RangeState rangeState(BigInteger held) {
        if (held.signum() == 0) {
            return RangeState.CLOSED;
        }
        return pool.state().hasPrice() ? RangeState.IN_RANGE : RangeState.UNKNOWN;
    }

    private FeePart feePart(PositionState position, BigInteger held) {
        return FeePart.of(
                position.entryRootKX64(),
                pool.point().depthX64(held, pool.state().supply()));
    }

    @Override
    public PositionMeasures measures(PositionState position, BigInteger held) {
        if (!measurable()) {
            return null;
        }
        BigInteger supply = pool.state().supply();
        SharePoint point = pool.point();
        Measuring measuring = new Measuring(terms, point.price());
        TokenAmounts share = pool.share(held, supply);
        FeePart grown = feePart(position, held);
        FeeLedger fees = position.fees();
        BigInteger valueX64 = measuring.valueX64(share);
        return measuring.measures(
                position,
                share,
                valueX64.subtract(grown.of(valueX64)),
                fees.feesCollected0()
                        .shiftLeft(FRACTION_BITS)
                        .add(grown.of(share.amount0().shiftLeft(FRACTION_BITS))),
                fees.feesCollected1()
                        .shiftLeft(FRACTION_BITS)
                        .add(grown.of(share.amount1().shiftLeft(FRACTION_BITS))),
                point.gamma() * (held.doubleValue() / supply.doubleValue()));
    }

    PoolFigures pool() {
        return new PoolFigures(
                pool.state().hasPrice() && terms.decimalsKnown()
                        ? pool.point().price().human(terms.decimals0(), terms.decimals1())
                        : null,
                null,
                null,
                pool.state().supply(),
                pool.facts(),
                pauses.contracts(),
                pauses.sinceMs(),
                poolFlags());
    }

    private Set<Quality> flags(PositionState position) {
        Set<Quality> flags = poolFlags();
        if (position.historyIncomplete()) {
            flags.add(Quality.HISTORY_INCOMPLETE);
        }
        if (position.late()) {
            flags.add(Quality.LATE_EVENT);
        }
        return flags;
    }

    Set<Quality> poolFlags() {
        Set<Quality> flags = EnumSet.noneOf(Quality.class);
        if (!pool.state().hasPrice()) {
            flags.add(Quality.PRICE_UNKNOWN);
        }
        if (!terms.decimalsKnown()) {
            flags.add(Quality.DECIMALS_UNKNOWN);
        }
        if (!pool.state().followedFromStart()) {
            flags.add(Quality.HISTORY_INCOMPLETE);
        }
        if (pauses.arePresent()) {
            flags.add(Quality.PAUSED);
        }
        return flags;
    }
}
