/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.band;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A pool with positions, whose price walks and jumps, whose fees accrue and whose positions change in mid-path. */
final class SampleMarket {

    private static final double START = Math.sqrt(2000e-12);
    private static final double TICK = Math.log(1.0001) / 2;

    final List<SamplePosition> positions = new ArrayList<>();
    double sqrtPrice = START;
    double feeClock;
    /** Most that a unit of liquidity is paid at a tick, as a part of the sqrt price. */
    double mostFees = 1e-8;

    private final Random random;

    SampleMarket(long seed, int count) {
        random = new Random(seed);
        for (int i = 0; i < count; i++) {
            positions.add(randomPosition());
        }
    }

    SamplePosition randomPosition() {
        SamplePosition position = random.nextInt(20) == 0 ? SamplePosition.fullRange() : randomRange();
        int deposits = 1 + random.nextInt(3);
        for (int i = 0; i < deposits; i++) {
            position.deposit(randomLiquidity(), sqrtPrice * Math.exp(0.1 * random.nextGaussian()));
        }
        return position;
    }

    private SamplePosition randomRange() {
        long now = Math.round(Math.log(sqrtPrice) / TICK);
        long centre = now + Math.round(4000 * random.nextGaussian());
        long half = 10 + (long) Math.exp(random.nextDouble() * Math.log(20_000));
        return new SamplePosition(Math.exp((centre - half) * TICK), Math.exp((centre + half) * TICK));
    }

    private double randomLiquidity() {
        return Math.exp(5 + 60 * random.nextDouble());
    }

    /** The price moves and every position that is in range pays in its part; one on its way in or out a part of that. */
    void tick() {
        double before = sqrtPrice;
        int kind = random.nextInt(1000);
        if (kind < 2) {
            sqrtPrice *= Math.sqrt(random.nextBoolean() ? 1 + random.nextDouble() / 2 : 1 - random.nextDouble() / 2);
        } else if (kind < 30) {
            sqrtPrice *= Math.exp(5e-3 * random.nextGaussian());
        } else if (kind < 40) {
            SamplePosition any = positions.get(random.nextInt(positions.size()));
            sqrtPrice = any.lower > sqrtPrice / 2 ? any.lower : sqrtPrice;
        } else if (kind < 950) {
            sqrtPrice *= Math.exp(2e-5 * random.nextGaussian());
        }
        pullBack();
        payFees(before);
    }

    /** So that it does not walk away from where the positions are. */
    private void pullBack() {
        if (Math.abs(Math.log(sqrtPrice / START)) > 1) {
            sqrtPrice = START;
        }
    }

    private void payFees(double before) {
        double growth0 = mostFees / sqrtPrice * random.nextDouble() * random.nextInt(2);
        double growth1 = mostFees * sqrtPrice * random.nextDouble() * random.nextInt(2);
        feeClock += growth0 * sqrtPrice * sqrtPrice + growth1;
        for (SamplePosition position : positions) {
            boolean stays = position.earnsAt(before) && position.earnsAt(sqrtPrice);
            boolean passes =
                    position.lower < Math.max(before, sqrtPrice) && position.upper > Math.min(before, sqrtPrice);
            double part = stays ? 1 : passes ? random.nextDouble() : 0;
            position.earn(growth0 * part, growth1 * part);
        }
    }

    /** @return whose liquidity has changed */
    int changeOne() {
        int which = random.nextInt(positions.size());
        SamplePosition position = positions.get(which);
        int kind = random.nextInt(3);
        if (kind == 0) {
            position.withdraw(random.nextInt(4) == 0 ? 1 : random.nextDouble());
        } else if (kind == 1) {
            position.deposit(randomLiquidity(), sqrtPrice);
        } else {
            positions.set(which, randomPosition());
        }
        return which;
    }

    /** What it is now, kept aside; the dice are the same ones. */
    SampleMarket copy() {
        SampleMarket copy = new SampleMarket(0, 0);
        copy.become(this);
        return copy;
    }

    /** Goes back to what was kept aside. */
    void become(SampleMarket other) {
        positions.clear();
        other.positions.forEach(position -> positions.add(position.copy()));
        sqrtPrice = other.sqrtPrice;
        feeClock = other.feeClock;
    }
}
