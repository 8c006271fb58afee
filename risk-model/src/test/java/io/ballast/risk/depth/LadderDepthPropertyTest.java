/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.depth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.risk.depth.LadderDepth.Rung;
import io.ballast.risk.journal.Journal;
import io.ballast.risk.pool.concentrated.ConcentratedPool;
import io.ballast.risk.pool.concentrated.SlotKey;
import io.ballast.risk.pool.concentrated.SqrtPrice;
import io.ballast.risk.pool.concentrated.SwapResult;
import io.ballast.risk.pool.concentrated.TickMath;
import java.math.BigInteger;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The ladder in doubles against swaps that the pool itself works out to the unit. */
class LadderDepthPropertyTest {

    private static final int SPACING = 60;
    private static final double FEE = 0.003;
    private static final SlotKey OURS = new SlotKey("0xours", -600, 1200);

    private ConcentratedPool pool;
    private Random random;

    private void fill(long seed) {
        random = new Random(seed);
        pool = new ConcentratedPool(3000, SPACING, new Journal());
        int tick = random.nextInt(2000) - 1000;
        pool.initialize(TickMath.sqrtPriceX96AtTick(tick), tick);
        pool.mint(new SlotKey("0xbase", -30_000, 30_000), BigInteger.TEN.pow(20));
        pool.mint(OURS, BigInteger.TEN.pow(21));
        for (int i = 0; i < 12; i++) {
            int lower = SPACING * (random.nextInt(60) - 30);
            pool.mint(
                    new SlotKey("0x" + i, lower, lower + SPACING * (1 + random.nextInt(20))),
                    BigInteger.TEN.pow(19 + random.nextInt(3)));
        }
    }

    /** As of now, whatever the pool does then. */
    private LadderDepth depth() {
        int tick = pool.state().tick();
        NavigableMap<Integer, Rung> rungs = new TreeMap<>();
        pool.ticks()
                .view()
                .forEach((at, state) -> rungs.put(
                        at,
                        new Rung(at, SqrtPrice.atTick(at), state.liquidityNet().doubleValue())));
        return new LadderDepth(
                SqrtPrice.toDouble(pool.state().sqrtPriceX96()),
                pool.state().liquidity().doubleValue(),
                down -> (down ? rungs.headMap(tick, true).descendingMap() : rungs.tailMap(tick, false))
                        .values()
                        .iterator());
    }

    @Property(tries = 100)
    void shouldTakeAndGiveWhatASwapDoes(@ForAll long seed, @ForAll boolean zeroForOne) {
        fill(seed);

        assertSale(depth(), zeroForOne);
    }

    @Property(tries = 100)
    void shouldDoSoWithoutAPositionThatHasLeft(@ForAll long seed, @ForAll boolean zeroForOne) {
        fill(seed);
        LadderDepth rest = depth().without(-600, 1200, 5e20, pool.state().tick());
        pool.burn(OURS, BigInteger.TEN.pow(21).shiftRight(1));

        assertSale(rest, zeroForOne);
    }

    private void assertSale(LadderDepth depth, boolean zeroForOne) {
        BigInteger amount =
                BigInteger.TEN.pow(16 + random.nextInt(5)).multiply(BigInteger.valueOf(1 + random.nextInt(9)));
        double paid = amount.doubleValue() * (1 - FEE);
        TokenChange change = zeroForOne ? depth.selling0(paid) : depth.selling1(paid);
        double sqrtBefore = SqrtPrice.toDouble(pool.state().sqrtPriceX96());
        SwapResult swap = pool.swap(zeroForOne, amount, limit(zeroForOne));
        BigInteger in = zeroForOne ? swap.amount0() : swap.amount1();
        if (in.compareTo(amount) < 0) {
            assertThat(change).isNull();
            return;
        }
        double out = (zeroForOne ? swap.amount1() : swap.amount0()).doubleValue();
        assertThat(zeroForOne ? change.token1() : change.token0()).isCloseTo(out, within(1e-9 * -out + 100));

        double reached = SqrtPrice.toDouble(swap.sqrtPriceX96());
        TokenChange way = depth.to(reached * reached);
        assertThat(Math.sqrt(depth.price())).isCloseTo(sqrtBefore, within(1e-15));
        assertThat(zeroForOne ? way.token0() : way.token1()).isCloseTo(paid, within(1e-7 * paid + 100));
    }

    private static BigInteger limit(boolean zeroForOne) {
        return TickMath.sqrtPriceX96AtTick(zeroForOne ? -30_000 : 30_000);
    }
}
