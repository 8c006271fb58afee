/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.risk.book.CostBasis;
import io.ballast.risk.book.FeeLedger;
import io.ballast.risk.book.HeldLiquidity;
import io.ballast.risk.book.JitState;
import io.ballast.risk.book.LpMovement;
import io.ballast.risk.book.ManagerBooks;
import io.ballast.risk.book.PositionIdentity;
import io.ballast.risk.book.PositionState;
import io.ballast.risk.loss.LossMeasure;
import io.ballast.risk.pool.TokenAmounts;
import io.ballast.risk.pool.concentrated.ConcentratedState;
import io.ballast.risk.pool.concentrated.FeeGrowth;
import io.ballast.risk.pool.concentrated.SlotKey;
import io.ballast.risk.pool.concentrated.SlotState;
import io.ballast.risk.pool.concentrated.TickState;
import io.ballast.risk.range.HeldTime;
import io.ballast.risk.rebalancing.AccruedLosses;
import io.ballast.risk.rebalancing.HeldUnit;
import io.ballast.risk.rebalancing.KeptWindow;
import io.ballast.risk.rebalancing.Losses;
import io.ballast.risk.rebalancing.OutsideLosses;
import io.ballast.risk.rebalancing.PoolPast;
import io.ballast.risk.rebalancing.PositionLosses;
import io.ballast.risk.rolling.FlowSum;
import io.ballast.risk.rolling.Grown;
import io.ballast.risk.rolling.PastKey;
import io.ballast.risk.rolling.PositionFlows;
import io.ballast.risk.rolling.PricePoint;
import io.ballast.risk.rolling.UnitHolding;
import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What is stored is what is read back. */
class BookRowsPropertyTest {

    private static final BigInteger MOST = BigInteger.ONE.shiftLeft(256);

    @Property(tries = 200)
    void shouldKeepStates(
            @ForAll("integers") BigInteger a,
            @ForAll("integers") BigInteger b,
            @ForAll int tick,
            @ForAll boolean priced,
            @ForAll boolean flag,
            @ForAll long count) {
        ConcentratedState state = new ConcentratedState(
                priced ? a : null, tick, b, a, b, 4, 10, b, a, flag, !flag, count, flag, priced ? tick : null);

        assertKept(ConcentratedRows.states(), state);
    }

    @Property(tries = 200)
    void shouldKeepTicksSlotsAndHolders(@ForAll("integers") BigInteger a, @ForAll("integers") BigInteger b) {
        assertKept(ConcentratedRows.ticks(), new TickState(a, b.negate(), b, a));
        assertKept(ConcentratedRows.slots(), new SlotState(a, b, a, b, a));
        assertKept(ConstantProductRows.holders(), a);
        assertKept(
                ConstantProductRows.movements(),
                new LpMovement("0xa", a, new CostBasis(b, a, b.negate()), b, losses(a, b)));
    }

    @Property(tries = 200)
    void shouldKeepLosses(
            @ForAll("integers") BigInteger a, @ForAll("integers") BigInteger b, @ForAll int tick, @ForAll long timeMs) {
        BigInteger price = a.add(BigInteger.ONE);
        List<KeptWindow> kept = List.of(new KeptWindow(60, timeMs), new KeptWindow(120, 7));
        PricePoint first = new PricePoint(timeMs, price);
        assertKept(LossRows.accrued(), new AccruedLosses(price, tick, losses(a, b), timeMs, first, kept, tick));
        assertKept(LossRows.ticks(), new OutsideLosses(losses(b, a), -timeMs, timeMs));
        assertKept(LossRows.poolPast(), new PoolPast(price, tick, measure(a, b)));
        assertKept(LossRows.tickPast(), measure(b, a));
        UnitHolding holding = new UnitHolding(a, b.negate());
        assertKept(HoldingRows.held(), new HeldUnit(holding, timeMs));
        assertKept(HoldingRows.past(), holding);
        PastKey key = new PastKey(tick, timeMs);
        assertThat(KeyCodec.PAST.decode().apply(KeyCodec.PAST.encode().apply(key)))
                .isEqualTo(key);
    }

    @Property(tries = 200)
    void shouldKeepLiquidityOverTime(
            @ForAll("integers") BigInteger a, @ForAll("integers") BigInteger b, @ForAll int tick, @ForAll long timeMs) {
        assertKept(LiquidityRows.held(), new HeldLiquidity(a, timeMs, b, -timeMs));
        JitState.Deposit deposit =
                new JitState.Deposit(new SlotKey("0xowner", -60, 60), a, new FeeGrowth(b, a), new TokenAmounts(a, b));
        assertKept(
                LiquidityRows.jit(),
                new JitState(
                        timeMs,
                        new TokenAmounts(b, a),
                        List.of(deposit, deposit),
                        tick,
                        new TokenAmounts(a, a),
                        new TokenAmounts(b, b),
                        7));
    }

    private static Losses losses(BigInteger a, BigInteger b) {
        return new Losses(measure(a, b), measure(b, a.negate()));
    }

    private static LossMeasure measure(BigInteger a, BigInteger b) {
        return new LossMeasure(a, b, a.add(b));
    }

    private static FlowSum flow(long timeMs, BigInteger a, BigInteger b) {
        Grown grown = new Grown(a, measure(b, a));
        return new FlowSum(timeMs, a, b, a.negate(), b.negate(), a, b, grown, new Grown(b.negate(), measure(a, b)));
    }

    @Property(tries = 200)
    void shouldKeepPositions(@ForAll("positions") PositionState position) {
        assertKept(PositionRows.positions(), position);
    }

    @Property(tries = 200)
    void shouldKeepSlotKeys(
            @ForAll @IntRange(min = -887272, max = 887271) int lower,
            @ForAll @IntRange(min = 1, max = 1000) int width) {
        SlotKey slot = new SlotKey("0xowner", lower, Math.min(887272, lower + width));

        assertThat(KeyCodec.SLOT.decode().apply(KeyCodec.SLOT.encode().apply(slot)))
                .isEqualTo(slot);
    }

    private static <V> void assertKept(RowCodec<V> codec, V value) {
        assertThat(codec.decode().apply(codec.encode().apply(value))).isEqualTo(value);
    }

    @Provide
    Arbitrary<BigInteger> integers() {
        return Arbitraries.bigIntegers().between(BigInteger.ZERO, MOST);
    }

    @Provide
    Arbitrary<PositionState> positions() {
        Arbitrary<PositionIdentity> identities = Combinators.combine(
                        Arbitraries.of(PositionIdentity.Kind.values()),
                        Arbitraries.strings().alpha().injectNull(0.3),
                        Arbitraries.integers().between(-887272, 887271))
                .as((kind, text, tick) -> new PositionIdentity(
                        "key", kind, text, text, text, tick, tick + 1, text == null ? "" : text, text));
        Arbitrary<BigInteger> number = integers();
        return Combinators.combine(identities, number, number, number, Arbitraries.of(true, false))
                .as((identity, a, b, c, flag) -> new PositionState(
                        identity,
                        new ManagerBooks(a, b, c, a, b),
                        new CostBasis(c, a, b.negate()),
                        new FeeLedger(c, b, a, c),
                        b,
                        c,
                        a,
                        new PositionLosses(losses(a, b), losses(b, c), losses(c, a)),
                        flag ? PositionFlows.NONE : new PositionFlows(List.of(flow(1, a, b), flow(2, c, a))),
                        flag ? HeldTime.NONE : new HeldTime(1, a.longValue(), 2, b.longValue()),
                        flag,
                        !flag,
                        flag));
    }
}
