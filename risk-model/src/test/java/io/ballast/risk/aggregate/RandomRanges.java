/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.aggregate;

import io.ballast.risk.pool.concentrated.TickMath;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random positions and prices: ranges one tick wide to the whole axis, liquidity of 1 to 128 bits, prices on and off ticks. */
final class RandomRanges {

    private static final BigInteger ALL_128 = BigInteger.ONE.shiftLeft(128).subtract(BigInteger.ONE);

    private final Random random;
    private final int middle;
    private final int reach;

    RandomRanges(Random random) {
        this.random = random;
        this.reach = new int[] {3, 300, 50_000, TickMath.MAX_TICK}[random.nextInt(4)];
        this.middle = random.nextInt(2 * (TickMath.MAX_TICK - reach) + 1) - (TickMath.MAX_TICK - reach);
    }

    List<Contribution> positions(int count) {
        List<Contribution> positions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            positions.add(position());
        }
        return positions;
    }

    Contribution position() {
        if (random.nextInt(10) == 0) {
            return position(TickMath.MIN_TICK, TickMath.MAX_TICK);
        }
        int lower = Math.min(tick(), TickMath.MAX_TICK - 1);
        int upper = random.nextInt(4) == 0 ? lower + 1 : Math.max(lower + 1, tick());
        return position(lower, upper);
    }

    private Contribution position(int lower, int upper) {
        return new Contribution(
                lower, upper, liquidity(), bits(150), bits(150), bits(150).negate());
    }

    /** Tiny and huge alike. */
    BigInteger liquidity() {
        return switch (random.nextInt(6)) {
            case 0 -> BigInteger.ONE;
            case 1 -> ALL_128;
            default -> bits(128).max(BigInteger.ONE);
        };
    }

    /** A price of a boundary, one unit beside it, between ticks, or an end of the axis. */
    BigInteger price(List<Contribution> positions) {
        BigInteger price =
                switch (random.nextInt(8)) {
                    case 0 -> TickMath.MIN_SQRT_PRICE_X96;
                    case 1 -> TickMath.MAX_SQRT_PRICE_X96.subtract(BigInteger.ONE);
                    case 2, 3 -> between(tick());
                    default ->
                        positions.isEmpty()
                                ? between(tick())
                                : boundary(positions.get(random.nextInt(positions.size())));
                };
        return price.max(TickMath.MIN_SQRT_PRICE_X96).min(TickMath.MAX_SQRT_PRICE_X96.subtract(BigInteger.ONE));
    }

    private BigInteger boundary(Contribution position) {
        return TickMath.sqrtPriceX96AtTick(random.nextBoolean() ? position.tickLower() : position.tickUpper())
                .add(BigInteger.valueOf(random.nextInt(3) - 1));
    }

    BigInteger between(int tick) {
        BigInteger from = TickMath.sqrtPriceX96AtTick(Math.min(tick, TickMath.MAX_TICK - 1));
        BigInteger width = TickMath.sqrtPriceX96AtTick(Math.min(tick, TickMath.MAX_TICK - 1) + 1)
                .subtract(from);
        return from.add(new BigInteger(width.bitLength() + 8, random).mod(width));
    }

    int tick() {
        return middle - reach + random.nextInt(2 * reach + 1);
    }

    private BigInteger bits(int most) {
        return new BigInteger(1 + random.nextInt(most), random);
    }
}
