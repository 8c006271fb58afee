/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.rolling;

import java.math.BigInteger;

/**
 * What came into a position and went out of it at a time, or over a stretch of time that no window's start parts; as much
 * of it as a later window needs. Immutable; sums are plain sums, so two stretches are merged by adding them up.
 *
 * <p>What came in is a lot: the liquidity of it that is still there and the tokens that this brought. What goes out takes
 * the same fraction of every lot. It is booked twice, so that each window can add up the records inside it and be right
 * about lots that came before its start as well: where it went out, {@code exited += p}, {@code exitedPriced += p*P}, {@code
 * settled += V(P)} of the liquidity p at its price P; and where it had come in, {@code exited -= p}, {@code exitedPriced -=
 * p*P}, {@code settled -= x*P + y}, with x and y the tokens that p had brought. A window with both records inside gets V(P) -
 * x*P - y, the loss of that piece from its own start to its own end. One with only the exit inside gets V(P), and from
 * {@code exited} and {@code exitedPriced} the worth of what the piece held at the window's start.
 *
 * @param timeMs  event time; of a stretch, its end
 * @param aliveX64  liquidity that came in and is still there, times 2^64; not negative
 * @param held0X256  token0 which that brought, times 2^256
 * @param held1X256  token1 which that brought, times 2^256
 * @param exitedX64  liquidity that went out, less what of this record's own lots went out, times 2^64
 * @param exitedPricedX256  the same, each piece times its price at the exit, times 2^256
 * @param settledX256  worth in token1 of what went out at the exit, less that of what went out of this record's lots had
 *     it been held since; times 2^256
 * @param alive  what came in and is still there, with the loss versus rebalancing that its range had grown to
 * @param exited  what went out likewise, less what of this record's own lots went out, as it had come in: what came in
 *     here and later went out counts at both ends, like everything above
 */
public record FlowSum(
        long timeMs,
        BigInteger aliveX64,
        BigInteger held0X256,
        BigInteger held1X256,
        BigInteger exitedX64,
        BigInteger exitedPricedX256,
        BigInteger settledX256,
        Grown alive,
        Grown exited) {

    public FlowSum {
        if (aliveX64.signum() < 0) {
            throw new IllegalArgumentException("a liquidity of " + aliveX64 + " / 2^64 came in at " + timeMs);
        }
    }

    static FlowSum none(long timeMs) {
        BigInteger zero = BigInteger.ZERO;
        return new FlowSum(timeMs, zero, zero, zero, zero, zero, zero, Grown.NONE, Grown.NONE);
    }

    /** Liquidity that came in. */
    static FlowSum deposit(long timeMs, BigInteger liquidityX64, HeldTokens brought, Grown grown) {
        BigInteger zero = BigInteger.ZERO;
        return new FlowSum(
                timeMs,
                liquidityX64,
                brought.amount0X256(),
                brought.amount1X256(),
                zero,
                zero,
                zero,
                grown,
                Grown.NONE);
    }

    /** Liquidity that went out at a price. */
    static FlowSum exit(PricePoint at, BigInteger liquidityX64, HeldTokens taken, Grown grown) {
        BigInteger zero = BigInteger.ZERO;
        return new FlowSum(
                at.timeMs(),
                zero,
                zero,
                zero,
                liquidityX64,
                priced(liquidityX64, at),
                taken.worthX256(at.sqrtPriceX96()),
                Grown.NONE,
                grown);
    }

    /** The record of a lot after a piece of it has gone out at a price. */
    FlowSum without(BigInteger pieceX64, PricePoint at) {
        if (pieceX64.signum() == 0) {
            return this;
        }
        FlowSum piece = lot(pieceX64);
        BigInteger held = piece.held().worthX256(at.sqrtPriceX96());
        return new FlowSum(
                timeMs,
                aliveX64.subtract(pieceX64),
                held0X256.subtract(piece.held0X256),
                held1X256.subtract(piece.held1X256),
                exitedX64.subtract(pieceX64),
                exitedPricedX256.subtract(priced(pieceX64, at)),
                settledX256.subtract(held),
                alive.minus(piece.alive),
                exited.minus(piece.alive));
    }

    /** A piece of the liquidity that is still there, with the tokens that it brought and nothing else. */
    FlowSum lot(BigInteger pieceX64) {
        BigInteger zero = BigInteger.ZERO;
        return new FlowSum(
                timeMs,
                pieceX64,
                Scale.share(held0X256, pieceX64, aliveX64),
                Scale.share(held1X256, pieceX64, aliveX64),
                zero,
                zero,
                zero,
                alive.share(pieceX64, aliveX64),
                Grown.NONE);
    }

    /** Both records as one; it has the later time. */
    FlowSum plus(FlowSum other) {
        return new FlowSum(
                Math.max(timeMs, other.timeMs),
                aliveX64.add(other.aliveX64),
                held0X256.add(other.held0X256),
                held1X256.add(other.held1X256),
                exitedX64.add(other.exitedX64),
                exitedPricedX256.add(other.exitedPricedX256),
                settledX256.add(other.settledX256),
                alive.plus(other.alive),
                exited.plus(other.exited));
    }

    /** This record without another that is a part of it: of a sum, or a {@link #lot} of its own. */
    FlowSum minus(FlowSum other) {
        return new FlowSum(
                timeMs,
                aliveX64.subtract(other.aliveX64),
                held0X256.subtract(other.held0X256),
                held1X256.subtract(other.held1X256),
                exitedX64.subtract(other.exitedX64),
                exitedPricedX256.subtract(other.exitedPricedX256),
                settledX256.subtract(other.settledX256),
                alive.minus(other.alive),
                exited.minus(other.exited));
    }

    /** True if all sums are zero. */
    boolean isNothing() {
        return equals(none(timeMs));
    }

    /** Tokens that what is still there had brought. */
    HeldTokens held() {
        return new HeldTokens(held0X256, held1X256);
    }

    /** All that came in less all that went out, whatever became of it later. */
    public Grown net() {
        return alive.minus(exited);
    }

    private static BigInteger priced(BigInteger liquidityX64, PricePoint at) {
        return liquidityX64.multiply(at.sqrtPriceX96()).multiply(at.sqrtPriceX96());
    }
}
