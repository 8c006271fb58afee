/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.pool.concentrated;

import static io.ballast.risk.pool.SolidityTypes.requireUint;

import io.ballast.risk.journal.Journal;
import io.ballast.risk.journal.JournaledMap;
import io.ballast.risk.pool.TokenAmounts;
import java.math.BigInteger;
import java.util.Optional;

/**
 * One concentrated-liquidity pool, to the unit as the contract keeps it. Source: v3-core {@code UniswapV3Pool}, and those
 * of {@link SwapRules}.
 *
 * <p>All state lies in journaled tables, so any change can be taken back. What makes no sense is refused with an {@link
 * IllegalArgumentException}, possibly half-way: the caller rolls the journal back.
 *
 * <p>A pool may be followed from its Initialize log on, then everything in it is known; or from mid-life (no Initialize
 * was seen). Then liquidity in range comes from swap records, burning or collecting more than we know of is no error,
 * and {@link ConcentratedState#followedFromStart} tells. Its state may then be read from the chain ({@link #join}): from there
 * on all but the slots is known again.
 *
 * <p>Mutable and single-threaded.
 */
public final class ConcentratedPool {

    /** The only key of the table that holds the pool's own state. */
    public static final Integer STATE_KEY = 0;

    private static final int PIPS = 1_000_000;
    /** v4-core {@code TickMath.MAX_TICK_SPACING}; v3 has it below 16384. */
    private static final int MAX_TICK_SPACING = Short.MAX_VALUE;

    private final int feePips;
    private final SwapRules rules;
    private final JournaledMap<Integer, ConcentratedState> stateTable;
    private final TickTable ticks;
    private final SlotTable slots;
    private final TickPrices tickPrices = new TickPrices();
    private final UncrossedSwap uncrossed;

    /** An empty Uniswap v3 pool. */
    public ConcentratedPool(int feePips, int tickSpacing, Journal journal) {
        this(feePips, tickSpacing, SwapRules.UNISWAP_V3, journal);
    }

    /**
     * An empty pool.
     *
     * @param feePips  the fee in millionths of a swap's input, 0 to 999999, of swaps whose log does not say another
     * @param tickSpacing  ticks that positions may end on, 1 to 32767
     * @param rules  those of its contract
     * @param journal  remembers every change
     */
    public ConcentratedPool(int feePips, int tickSpacing, SwapRules rules, Journal journal) {
        if (feePips < 0 || feePips >= PIPS) {
            throw new IllegalArgumentException("feePips " + feePips + " is outside 0 to 999999");
        }
        if (tickSpacing < 1 || tickSpacing > MAX_TICK_SPACING) {
            throw new IllegalArgumentException("tickSpacing " + tickSpacing + " is outside 1 to 32767");
        }
        this.feePips = feePips;
        this.rules = rules;
        this.stateTable = new JournaledMap<>("pool", journal);
        this.ticks = new TickTable(tickSpacing, journal);
        this.slots = new SlotTable(journal);
        this.uncrossed = new UncrossedSwap(feePips, ticks, tickPrices);
    }

    public ConcentratedState state() {
        ConcentratedState state = stateTable.get(STATE_KEY);
        return state == null ? ConcentratedState.UNSEEN : state;
    }

    /** Whether fee growth is what the contract has: followed from the start, all replayed, and told by the logs. */
    public boolean feesKnown() {
        ConcentratedState state = state();
        return (state.followedFromStart() || state.joined()) && state.feesExact() && rules.tellsFees();
    }

    /** One row, {@link #STATE_KEY}; none while nothing was seen. */
    public JournaledMap<Integer, ConcentratedState> stateTable() {
        return stateTable;
    }

    /** The initialised ticks. */
    public JournaledMap<Integer, TickState> ticks() {
        return ticks.table();
    }

    /** Every slot ever touched. */
    public JournaledMap<SlotKey, SlotState> slots() {
        return slots.table();
    }

    /** Sets the first price. Without anything seen before it, the pool is followed from its start. */
    public void initialize(BigInteger sqrtPriceX96, int tick) {
        ConcentratedState state = state();
        if (state.hasPrice()) {
            throw new IllegalArgumentException("Initialize at sqrtPriceX96 " + sqrtPriceX96
                    + " of a pool that has a price already: " + state.sqrtPriceX96());
        }
        int expected = TickMath.tickAtSqrtPriceX96(sqrtPriceX96);
        if (tick != expected) {
            throw new IllegalArgumentException(
                    "tick " + tick + " does not belong to sqrtPriceX96 " + sqrtPriceX96 + ", which has " + expected);
        }
        boolean first = stateTable.isEmpty() && slots.isEmpty();
        ConcentratedState next = state.at(sqrtPriceX96, tick, ticks.liquidityAt(tick));
        int feeProtocol = rules.initialFeeProtocol(feePips);
        put(first ? next.withFeeProtocol(feeProtocol, feeProtocol).asFollowedFromStart() : next);
    }

    /**
     * Takes over the contract's own state, in place of whatever was known.
     *
     * @throws IllegalArgumentException if the pool is followed from its start
     */
    public void join(PoolSnapshot snapshot) {
        ConcentratedState state = state();
        if (state.followedFromStart()) {
            throw new IllegalArgumentException("a snapshot of a pool that is followed from its start");
        }
        requireFeeProtocol("feeProtocol0", snapshot.feeProtocol0());
        requireFeeProtocol("feeProtocol1", snapshot.feeProtocol1());
        ticks.replace(snapshot.ticks());
        snapshot.slots().forEach(slots.table()::put);
        put(state.joinedAt(snapshot));
    }

    /**
     * Adds liquidity to a slot.
     *
     * @return raw amounts that the owner paid, rounded up; empty: the pool's price is not known yet (mid-life)
     */
    public Optional<TokenAmounts> mint(SlotKey key, BigInteger liquidity) {
        ticks.requireSpaced(key);
        requireUint("liquidity", liquidity, 128);
        if (liquidity.signum() == 0) {
            throw new IllegalArgumentException("liquidity 0: a mint needs some");
        }
        ConcentratedState state = state();
        ticks.add(key, liquidity, state);
        slots.touch(key, ticks.feeGrowthInside(key.tickLower(), key.tickUpper(), state));
        slots.add(key, liquidity);
        moveActive(state, key, liquidity);
        return amounts(key, liquidity, true);
    }

    /**
     * Takes liquidity out of a slot and credits what it held; of none, only the fees to date (a poke).
     *
     * @return raw amounts credited beside the fees, rounded down; empty: the pool's price is not known yet (mid-life)
     */
    public Optional<TokenAmounts> burn(SlotKey key, BigInteger liquidity) {
        ticks.requireSpaced(key);
        requireUint("liquidity", liquidity, 128);
        ConcentratedState state = state();
        BigInteger known = slots.burnable(key, liquidity, state.followedFromStart());
        // Fees first: ticks that nobody uses any more forget what lay outside them.
        slots.touch(key, ticks.feeGrowthInside(key.tickLower(), key.tickUpper(), state));
        // Once joined, a tick holds the liquidity of slots that nobody asked for, too.
        BigInteger ofTicks = state.joined() ? liquidity : known;
        if (ofTicks.signum() > 0) {
            ticks.subtract(key, ofTicks, state);
            ticks.clear(key);
        }
        if (known.signum() > 0) {
            slots.subtract(key, known);
        }
        moveActive(state, key, liquidity.negate());
        Optional<TokenAmounts> amounts = amounts(key, liquidity, false);
        amounts.ifPresent(credit -> slots.credit(key, credit));
        return amounts;
    }

    /** Pays out what is owed to a slot, raw units (uint128 each). */
    public void collect(SlotKey key, BigInteger amount0, BigInteger amount1) {
        ticks.requireSpaced(key);
        requireUint("amount0", amount0, 128);
        requireUint("amount1", amount1, 128);
        slots.collect(key, new TokenAmounts(amount0, amount1), state().followedFromStart());
    }

    /** Shares the raw amounts paid above a flash loan among the liquidity in range. */
    public void flash(BigInteger paid0, BigInteger paid1) {
        requireUint("paid0", paid0, 256);
        requireUint("paid1", paid1, 256);
        ConcentratedState state = state();
        give("a flash of", paid0, protocolShare(state, true, paid0), paid1, protocolShare(state, false, paid1));
    }

    private BigInteger protocolShare(ConcentratedState state, boolean inToken0, BigInteger fee) {
        return rules.protocolShare(fee, fee, state.feeProtocol(inToken0), feePips);
    }

    /** Shares raw amounts that somebody gave among the liquidity in range; the protocol gets nothing (v4). */
    public void donate(BigInteger amount0, BigInteger amount1) {
        requireUint("amount0", amount0, 256);
        requireUint("amount1", amount1, 256);
        give("a donation to", amount0, BigInteger.ZERO, amount1, BigInteger.ZERO);
    }

    private void give(String what, BigInteger amount0, BigInteger share0, BigInteger amount1, BigInteger share1) {
        ConcentratedState state = state();
        boolean toNobody = state.liquidity().signum() == 0;
        if (toNobody && state.followedFromStart()) {
            throw new IllegalArgumentException(what + " a pool without liquidity in range: the pool refuses that");
        }
        ConcentratedState next = state.withFee(true, amount0, share0).withFee(false, amount1, share1);
        put(toNobody ? next.withOneNotReplayed() : next);
    }

    /** Sets the protocol's part of fees of each token, as the contract keeps it; 0 is nothing. */
    public void setFeeProtocol(int feeProtocol0, int feeProtocol1) {
        requireFeeProtocol("feeProtocol0", feeProtocol0);
        requireFeeProtocol("feeProtocol1", feeProtocol1);
        put(state().withFeeProtocol(feeProtocol0, feeProtocol1));
    }

    /** Pays the protocol, raw units (uint128 each). */
    public void collectProtocol(BigInteger amount0, BigInteger amount1) {
        ConcentratedState state = state();
        boolean strict = state.followedFromStart();
        put(state.withProtocolFees(
                Debt.less("protocolFees0", state.protocolFees0(), requireUint("amount0", amount0, 128), strict),
                Debt.less("protocolFees1", state.protocolFees1(), requireUint("amount1", amount1, 128), strict)));
    }

    /**
     * Swaps, as the contract would.
     *
     * @param zeroForOne  true: token0 in, price down
     * @param amountSpecified  positive: exact raw input, fee included; negative: minus the exact raw output
     * @param sqrtPriceLimitX96  stop there at the latest
     * @throws IllegalArgumentException AS: the amount is 0; SPL: the limit is not ahead or outside a pool's prices
     * @throws IllegalStateException if the pool has no price
     */
    public SwapResult swap(boolean zeroForOne, BigInteger amountSpecified, BigInteger sqrtPriceLimitX96) {
        SwapCursor cursor = new SwapCursor(state().requirePrice(), ticks, rules, feePips, zeroForOne);
        SwapResult result = new ForwardSwap(cursor, zeroForOne, amountSpecified, sqrtPriceLimitX96).run();
        put(cursor.commit());
        return result;
    }

    /**
     * Replays a recorded swap tick by tick. If that does not come out as recorded to the unit, the pool is put where the
     * record says, its fees are estimated and {@link ConcentratedState#feesExact} is false from then on.
     *
     * @return whether it came out to the unit
     */
    public boolean replaySwap(SwapResult log) {
        return replaySwap(log.amount0(), log.amount1(), log.sqrtPriceX96(), log.liquidity(), log.tick());
    }

    /** {@link #replaySwap(SwapResult)} of a log's fields. */
    public boolean replaySwap(
            BigInteger amount0,
            BigInteger amount1,
            BigInteger sqrtPriceAfterX96,
            BigInteger liquidityAfter,
            int tickAfter) {
        return replaySwap(amount0, amount1, sqrtPriceAfterX96, liquidityAfter, tickAfter, LoggedFee.NONE);
    }

    /** The same of a log that says more of the fee. */
    public boolean replaySwap(
            BigInteger amount0,
            BigInteger amount1,
            BigInteger sqrtPriceAfterX96,
            BigInteger liquidityAfter,
            int tickAfter,
            LoggedFee logged) {
        ConcentratedState after = rules == SwapRules.UNISWAP_V3 && logged.equals(LoggedFee.NONE)
                ? uncrossed.replay(state(), amount0, amount1, sqrtPriceAfterX96, liquidityAfter, tickAfter)
                : null;
        if (after == null) {
            return walkSwap(new SwapResult(amount0, amount1, sqrtPriceAfterX96, liquidityAfter, tickAfter), logged);
        }
        put(after);
        return true;
    }

    /** {@link #replaySwap(SwapResult)} by the general way alone. */
    boolean walkSwap(SwapResult log) {
        return walkSwap(log, LoggedFee.NONE);
    }

    private boolean walkSwap(SwapResult log, LoggedFee logged) {
        ConcentratedState state = state().told(logged);
        int pips = logged.feePipsOr(feePips);
        boolean zeroForOne = state.hasPrice()
                ? log.zeroForOne(state.sqrtPriceX96())
                : log.amount0().signum() > 0;
        if (state.hasPrice()) {
            SwapCursor cursor = new SwapCursor(state, ticks, rules, pips, zeroForOne);
            if (new SwapReplay(cursor, log, logged, zeroForOne).run()) {
                put(cursor.commit());
                return true;
            }
        }
        if (state.hasPrice()) {
            ticks.crossBetween(state.tick(), log.tick(), state.feeGrowthGlobal());
        }
        put(state.estimated(log, zeroForOne, rules, logged, pips));
        return false;
    }

    /** Puts the price somewhere else without a swap: for pools known by bars, whose fees are estimated elsewhere. */
    public void moveTo(BigInteger sqrtPriceX96, int tick) {
        ConcentratedState state = state();
        if (state.hasPrice()) {
            ticks.crossBetween(state.tick(), tick, state.feeGrowthGlobal());
        }
        put(state.at(sqrtPriceX96, tick, ticks.liquidityAt(tick)));
    }

    /** {@link TickMath#sqrtPriceX96AtTick}, with the ticks asked for lately at hand. */
    public BigInteger sqrtPriceX96AtTick(int tick) {
        return tickPrices.at(tick);
    }

    /** Fees per unit of liquidity inside a range, modulo 2^256: only differences have a meaning. */
    public FeeGrowth feeGrowthInside(int tickLower, int tickUpper) {
        return ticks.feeGrowthInside(tickLower, tickUpper, state());
    }

    /**
     * What burning so much liquidity would return now, raw, rounded down.
     *
     * @throws IllegalStateException if the pool has no price
     */
    public TokenAmounts principal(int tickLower, int tickUpper, BigInteger liquidity) {
        return amounts(state().requirePrice(), tickLower, tickUpper, liquidity, false);
    }

    /** What collecting everything from a slot would pay after a poke, raw; zero for a slot never touched. */
    public TokenAmounts owed(SlotKey key) {
        return slots.get(key)
                .touched(feeGrowthInside(key.tickLower(), key.tickUpper()))
                .tokensOwed();
    }

    private void moveActive(ConcentratedState state, SlotKey key, BigInteger change) {
        if (!state.hasPrice() || state.tick() < key.tickLower() || state.tick() >= key.tickUpper()) {
            return;
        }
        BigInteger active = state.liquidity().add(change);
        if (active.signum() < 0 && !state.followedFromStart()) {
            active = BigInteger.ZERO;
        }
        put(state.at(state.sqrtPriceX96(), state.tick(), requireUint("liquidity in range", active, 128)));
    }

    private Optional<TokenAmounts> amounts(SlotKey key, BigInteger liquidity, boolean roundUp) {
        ConcentratedState state = state();
        return state.hasPrice()
                ? Optional.of(amounts(state, key.tickLower(), key.tickUpper(), liquidity, roundUp))
                : Optional.empty();
    }

    private TokenAmounts amounts(
            ConcentratedState state, int tickLower, int tickUpper, BigInteger liquidity, boolean roundUp) {
        return LiquidityAmounts.amountsForLiquidity(
                state.sqrtPriceX96(), tickPrices.at(tickLower), tickPrices.at(tickUpper), liquidity, roundUp);
    }

    private void put(ConcentratedState state) {
        stateTable.put(STATE_KEY, state);
    }

    private void requireFeeProtocol(String what, int value) {
        if (!rules.allowsFeeProtocol(value)) {
            throw new IllegalArgumentException(what + " " + value + " is none that " + rules + " has");
        }
    }
}
