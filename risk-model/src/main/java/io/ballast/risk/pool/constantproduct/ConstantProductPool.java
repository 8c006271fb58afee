/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.pool.constantproduct;

import static io.ballast.risk.pool.SolidityTypes.requireUint;

import io.ballast.risk.journal.Journal;
import io.ballast.risk.journal.JournaledMap;
import io.ballast.risk.pool.TokenAmounts;
import java.math.BigInteger;
import java.util.Optional;

/**
 * One constant-product pair, to the unit as the contract keeps it. Source: v2-core {@code UniswapV2Pair}.
 *
 * <p>All state lies in journaled tables, so any change can be taken back. What makes no sense is refused with an {@link
 * IllegalArgumentException}, possibly half-way: the caller rolls the journal back.
 *
 * <p>A pair is followed from its start if its first LP transfer, the 1000 locked for ever, was seen. Otherwise moving more
 * than we know of is no error, and what a removal pays is not known.
 *
 * <p>Mutable and single-threaded.
 */
public final class ConstantProductPool {

    /** The only key of the table that holds the pair's own state. */
    public static final Integer STATE_KEY = 0;

    public static final String ZERO_ADDRESS = "0x0000000000000000000000000000000000000000";

    private final String pairAddress;
    private final boolean protocolFeeOn;
    private final JournaledMap<Integer, ConstantProductState> stateTable;
    private final JournaledMap<String, BigInteger> holders;

    /**
     * An empty pair.
     *
     * @param pairAddress  the pair's own address, lower case: LP tokens sent there are burnt by the next removal
     * @param protocolFeeOn  whether the factory has a fee recipient; no log tells
     * @param journal  remembers every change
     */
    public ConstantProductPool(String pairAddress, boolean protocolFeeOn, Journal journal) {
        this.pairAddress = pairAddress;
        this.protocolFeeOn = protocolFeeOn;
        this.stateTable = new JournaledMap<>("pool", journal);
        this.holders = new JournaledMap<>("holders", journal);
    }

    public ConstantProductState state() {
        ConstantProductState state = stateTable.get(STATE_KEY);
        return state == null ? ConstantProductState.unseen(protocolFeeOn) : state;
    }

    /** One row, {@link #STATE_KEY}; none while nothing was seen. */
    public JournaledMap<Integer, ConstantProductState> stateTable() {
        return stateTable;
    }

    /** LP tokens by address, lower case; only those that have some. */
    public JournaledMap<String, BigInteger> holders() {
        return holders;
    }

    /** LP tokens of an address. */
    public BigInteger balanceOf(String holder) {
        BigInteger balance = holders.get(holder);
        return balance == null ? BigInteger.ZERO : balance;
    }

    /** The pair takes its token balances, raw, for its reserves (uint112 each). */
    public void sync(BigInteger reserve0, BigInteger reserve1) {
        put(state().synced(requireUint("reserve0", reserve0, 112), requireUint("reserve1", reserve1, 112)));
    }

    /** The pair's token balances moved, raw and signed, without a sync: a donation, say. */
    public void tokenTransfer(BigInteger delta0, BigInteger delta1) {
        ConstantProductState state = state();
        put(state.withBalances(
                moved("token0 balance", state.balance0(), delta0), moved("token1 balance", state.balance1(), delta1)));
    }

    /** LP tokens moved: from the zero address they are new, from the pair to the zero address they are burnt. */
    public void lpTransfer(String from, String to, BigInteger value) {
        requireUint("value", value, 256);
        noteFirstMint(from, to, value);
        ConstantProductState state = state();
        boolean minted = from.equals(ZERO_ADDRESS);
        // The pair burns only what was sent to it. Anybody else's transfer to zero leaves the supply as it is.
        boolean burnt = !minted && from.equals(pairAddress) && to.equals(ZERO_ADDRESS);
        if (minted) {
            put(state.withTotalSupply(
                    requireUint("totalSupply", state.totalSupply().add(value), 256)));
        } else {
            setBalance(from, moved("LP balance of " + from, balanceOf(from), value.negate()));
        }
        if (burnt) {
            put(state.withTotalSupply(moved("totalSupply", state.totalSupply(), value.negate())));
        } else {
            setBalance(to, balanceOf(to).add(value));
        }
    }

    /** A Mint log, which follows its sync: the protocol's fee counts from here. */
    public void mintLog() {
        rememberK();
    }

    /** A Burn log, which follows its sync: the protocol's fee counts from here. */
    public void burnLog() {
        rememberK();
    }

    /**
     * What removing all LP tokens of a holder pays now, raw: the protocol's fee is minted first, LP tokens that lie in the
     * pair are burnt along, and token balances count, not reserves.
     *
     * @return empty: the pair would refuse, because an amount is zero; or the pair was not followed from its start, so
     *     its supply is not known
     */
    public Optional<TokenAmounts> removal(String holder) {
        ConstantProductState state = state();
        BigInteger supply = state.totalSupplyWithFee();
        if (!state.followedFromStart() || supply.signum() == 0) {
            return Optional.empty();
        }
        BigInteger burnt = holder.equals(pairAddress)
                ? balanceOf(holder)
                : balanceOf(holder).add(balanceOf(pairAddress));
        TokenAmounts paid = new TokenAmounts(
                burnt.multiply(state.balance0()).divide(supply),
                burnt.multiply(state.balance1()).divide(supply));
        return paid.hasZero() ? Optional.empty() : Optional.of(paid);
    }

    private void rememberK() {
        ConstantProductState state = state();
        if (state.protocolFeeOn()) {
            put(state.withKLast(state.reserve0().multiply(state.reserve1())));
        }
    }

    private void noteFirstMint(String from, String to, BigInteger value) {
        boolean lockedForEver = from.equals(ZERO_ADDRESS)
                && to.equals(ZERO_ADDRESS)
                && value.equals(ConstantProductMath.MINIMUM_LIQUIDITY);
        if (lockedForEver && state().totalSupply().signum() == 0 && holders.isEmpty()) {
            put(state().asFollowedFromStart());
        }
    }

    private BigInteger moved(String what, BigInteger known, BigInteger change) {
        BigInteger now = known.add(change);
        if (now.signum() >= 0) {
            return requireUint(what, now, 256);
        }
        if (state().followedFromStart()) {
            throw new IllegalArgumentException(change.negate() + " taken from " + what + ", which is only " + known);
        }
        return BigInteger.ZERO;
    }

    private void setBalance(String holder, BigInteger balance) {
        if (balance.signum() == 0) {
            holders.remove(holder);
        } else {
            holders.put(holder, balance);
        }
    }

    private void put(ConstantProductState state) {
        stateTable.put(STATE_KEY, state);
    }
}
