/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.share;

import io.ballast.risk.book.BookEvent;
import io.ballast.risk.book.PoolParameters;
import io.ballast.risk.depth.CurveDepth;
import io.ballast.risk.depth.PoolDepth;
import io.ballast.risk.journal.Journal;
import io.ballast.risk.journal.JournaledMap;
import io.ballast.risk.pool.TokenAmounts;
import java.math.BigInteger;

/**
 * Balances, LP tokens and parameters of a pool of shares. What breaks its rules is refused with an {@link
 * IllegalArgumentException}, possibly half-way: the caller rolls the journal back.
 *
 * <p>A pool is followed from its start if its first LP tokens were seen: those that Balancer locks for ever at the zero
 * address, or a deposit whose log says, as Curve's do, that there are no others. Balances are known from there on, or from
 * the first record that tells them; until then changes of them say nothing.
 *
 * <p>Mutable and single-threaded.
 */
final class SharePool<P> {

    static final String ZERO_ADDRESS = "0x0000000000000000000000000000000000000000";

    private static final Integer KEY = 0;

    private final ShareRules<P> rules;
    private final P initial;
    private final ShareState unseen;
    private final JournaledMap<Integer, ShareState> states;
    private final JournaledMap<Integer, P> parameters;
    private final JournaledMap<String, BigInteger> holders;
    private ShareState pointOfState;
    private P pointOfParameters;
    private SharePoint point;

    SharePool(ShareRules<P> rules, ShareFees fees, Journal journal) {
        this.rules = rules;
        initial = rules.initial();
        unseen = ShareState.unseen(fees);
        states = new JournaledMap<>(ShareTables.STATE, journal);
        parameters = new JournaledMap<>(ShareTables.PARAMETERS, journal);
        holders = new JournaledMap<>("holders", journal);
    }

    ShareState state() {
        ShareState state = states.get(KEY);
        return state == null ? unseen : state;
    }

    /** The curve that the pool trades on now. */
    ShareCurve curve() {
        return rules.at(parameters(), state().atSeconds());
    }

    /** Null without a price. */
    SharePoint point() {
        ShareState state = state();
        P now = parameters();
        if (!state.hasPrice()) {
            return null;
        }
        if (state != pointOfState || now != pointOfParameters) {
            point = SharePoint.of(rules.at(now, state.atSeconds()), state);
            pointOfState = state;
            pointOfParameters = now;
        }
        return point;
    }

    /** A part of the pool beyond its price; null without one. */
    PoolDepth depth(double part) {
        SharePoint now = point();
        return now == null ? null : new CurveDepth(now.whole(), now.realPrice(), part);
    }

    PoolParameters facts() {
        ShareState state = state();
        return new PoolParameters(
                state.fees().swapFeeE18() / (double) ShareFees.ONE_E18,
                rules.amplification(parameters(), state.atSeconds()),
                rules.weight0(parameters(), state.atSeconds()));
    }

    BigInteger balanceOf(String holder) {
        BigInteger held = holders.get(holder);
        return held == null ? BigInteger.ZERO : held;
    }

    /** What some LP tokens stand for, of a supply; rounded down. */
    TokenAmounts share(BigInteger lpTokens, BigInteger supply) {
        ShareState state = state();
        return new TokenAmounts(
                state.balance0().multiply(lpTokens).divide(supply),
                state.balance1().multiply(lpTokens).divide(supply));
    }

    JournaledMap<Integer, ShareState> states() {
        return states;
    }

    JournaledMap<Integer, P> parameterTable() {
        return parameters;
    }

    JournaledMap<String, BigInteger> holders() {
        return holders;
    }

    /** Parameters move on with time; a time that is past says nothing. */
    void advance(long seconds) {
        if (seconds > state().atSeconds()) {
            reshape(parameters(), seconds);
        }
    }

    void change(BookEvent.PoolChange event) {
        reshape(rules.changed(parameters(), event), state().atSeconds());
    }

    void changeFees(ShareFees fees) {
        put(state().withFees(fees));
    }

    void exchange(BigInteger change0, BigInteger change1) {
        ShareFees fees = state().fees();
        move(afterProtocol(change0, fees), afterProtocol(change1, fees));
    }

    void setBalances(BigInteger balance0, BigInteger balance1) {
        put(state().withBalances(notNegative("balance0", balance0), notNegative("balance1", balance1)));
    }

    /** @param minted  LP tokens of it */
    void join(ShareEvent.Join join, BigInteger minted) {
        if (minted.equals(join.supply()) && !state().followedFromStart()) {
            put(state().withSupply(minted).asFollowedFromStart());
        }
        move(join.amount0().subtract(join.protocol0()), join.amount1().subtract(join.protocol1()));
        tellSupply(join.supply());
    }

    void exit(ShareEvent.Exit exit) {
        move(
                exit.amount0().add(exit.protocol0()).negate(),
                exit.amount1().add(exit.protocol1()).negate());
        tellSupply(exit.supply());
    }

    /** From the zero address LP tokens are new, to it they are burnt, and those minted there are locked for ever. */
    void lpTransfer(String from, String to, BigInteger value) {
        boolean minted = from.equals(ZERO_ADDRESS);
        if (minted && to.equals(ZERO_ADDRESS) && state().isEmpty()) {
            put(state().asFollowedFromStart());
        }
        if (minted) {
            put(state().withSupply(state().supply().add(value)));
        } else {
            setHeld(from, moved("LP tokens of " + from, balanceOf(from), value.negate(), state().followedFromStart()));
        }
        if (!minted && to.equals(ZERO_ADDRESS)) {
            ShareState state = state();
            put(state.withSupply(moved("the supply", state.supply(), value.negate(), state.supplyKnown())));
        } else {
            setHeld(to, balanceOf(to).add(value));
        }
    }

    private P parameters() {
        P now = parameters.get(KEY);
        return now == null ? initial : now;
    }

    /** Depth jumps when the curve does; that is no fee. */
    private void reshape(P next, long seconds) {
        ShareState state = state();
        ShareCurve before = rules.at(parameters(), state.atSeconds());
        ShareCurve after = rules.at(next, seconds);
        double drift = state.drift();
        if (state.hasPrice() && !after.equals(before)) {
            double balance0 = state.balance0().doubleValue();
            double balance1 = state.balance1().doubleValue();
            drift *= after.depth(balance0, balance1) / before.depth(balance0, balance1);
        }
        if (!next.equals(parameters())) {
            parameters.put(KEY, next);
        }
        put(state.reshaped(drift, seconds));
    }

    private static BigInteger afterProtocol(BigInteger change, ShareFees fees) {
        return change.signum() < 0 ? change.subtract(fees.toProtocol(change.negate())) : change;
    }

    private void move(BigInteger change0, BigInteger change1) {
        ShareState state = state();
        if (state.balancesKnown()) {
            put(state.withBalances(
                    moved("balance0", state.balance0(), change0, true),
                    moved("balance1", state.balance1(), change1, true)));
        }
    }

    private void tellSupply(BigInteger told) {
        if (told != null) {
            put(state().withSupplyTold(told));
        }
    }

    private static BigInteger moved(String what, BigInteger known, BigInteger change, boolean allKnown) {
        BigInteger now = known.add(change);
        if (now.signum() < 0 && allKnown) {
            throw new IllegalArgumentException(change.negate() + " taken from " + what + ", which is only " + known);
        }
        return now.max(BigInteger.ZERO);
    }

    private static BigInteger notNegative(String what, BigInteger value) {
        if (value.signum() < 0) {
            throw new IllegalArgumentException(what + " " + value + " is negative");
        }
        return value;
    }

    private void setHeld(String holder, BigInteger held) {
        if (held.signum() == 0) {
            holders.remove(holder);
        } else {
            holders.put(holder, held);
        }
    }

    private void put(ShareState state) {
        states.put(KEY, state);
    }
}
