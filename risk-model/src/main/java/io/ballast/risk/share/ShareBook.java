/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.share;

import io.ballast.risk.band.PriceCurve;
import io.ballast.risk.book.AccountObserver;
import io.ballast.risk.book.BookEvent;
import io.ballast.risk.book.BookGroup;
import io.ballast.risk.book.FeeClock;
import io.ballast.risk.book.GroupWorth;
import io.ballast.risk.book.LiquidityHistory;
import io.ballast.risk.book.LiquidityOver;
import io.ballast.risk.book.LpMovement;
import io.ballast.risk.book.Pauses;
import io.ballast.risk.book.PoolBook;
import io.ballast.risk.book.PoolFigures;
import io.ballast.risk.book.PoolParameters;
import io.ballast.risk.book.PoolTerms;
import io.ballast.risk.book.PositionAccount;
import io.ballast.risk.book.PositionFigures;
import io.ballast.risk.book.PositionState;
import io.ballast.risk.book.Quality;
import io.ballast.risk.book.ShareGroup;
import io.ballast.risk.book.ShareGroupWorth;
import io.ballast.risk.book.ShareLosses;
import io.ballast.risk.book.Touched;
import io.ballast.risk.depth.PoolDepth;
import io.ballast.risk.journal.Journal;
import io.ballast.risk.journal.JournaledMap;
import io.ballast.risk.rebalancing.CurveHoldings;
import io.ballast.risk.rebalancing.Marks;
import io.ballast.risk.rebalancing.TokenLosses;
import io.ballast.risk.rolling.Windows;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The book of a pool whose holders own parts of one whole, whatever its curve. Of two assets. Mutable and single-threaded.
 *
 * <p>Parameters that move with time, as an amplification does, are as of the newest event that says its time.
 */
public final class ShareBook implements PoolBook {

    private final PoolTerms terms;
    private final Journal journal = new Journal();
    private final JournaledMap<String, PositionState> positions = new JournaledMap<>("positions", journal);
    private final JournaledMap<String, LpMovement> movements = new JournaledMap<>("movements", journal);
    private final SharePool<?> pool;
    private final TokenLosses losses;
    private final CurveHoldings holdings;
    private final ShareLosses shareLosses;
    private final ShareSteps steps;
    private final ShareHolders holders;
    private final Pauses pauses;
    private final LiquidityHistory liquidity;
    private final ShareValuation valuation;

    /**
     * An empty book.
     *
     * @param fees  what a swap costs at the start
     * @param windows  of the recent past that its losses and its liquidity are told over
     */
    public ShareBook(PoolTerms terms, ShareFees fees, ShareRules<?> rules, Windows windows) {
        this.terms = terms;
        pool = new SharePool<>(rules, fees, journal);
        losses = new TokenLosses(windows, journal);
        holdings = new CurveHoldings(windows, journal);
        shareLosses = new ShareLosses(losses, holdings, windows);
        steps = new ShareSteps(pool, losses, holdings);
        holders = new ShareHolders(pool, positions, movements, shareLosses, steps);
        liquidity = new LiquidityHistory(windows, journal);
        pauses = new Pauses(terms.address(), journal);
        valuation = new ShareValuation(terms, pool, shareLosses, pauses);
    }

    @Override
    public Touched apply(BookEvent event, Marks marks) {
        if (event instanceof BookEvent.Pause pause) {
            pauses.apply(pause, marks);
            return Touched.NONE;
        }
        Touched touched = event instanceof BookEvent.PositionChange change
                ? changePositions(change, marks)
                : changePool(event, marks);
        refuseWhatNoCurveHolds();
        liquidity.follow(pool.state().supply(), marks);
        return touched;
    }

    private Touched changePositions(BookEvent.PositionChange change, Marks marks) {
        if (change instanceof BookEvent.LpTransfer transfer) {
            return holders.transfer(transfer, marks);
        } else if (change instanceof ShareEvent.Join join) {
            pool.advance(join.atSeconds());
            return holders.join(join, marks);
        } else if (change instanceof ShareEvent.Exit exit) {
            pool.advance(exit.atSeconds());
            return holders.exit(exit, marks);
        }
        throw new IllegalArgumentException("a pool of shares knows no " + change);
    }

    private Touched changePool(BookEvent event, Marks marks) {
        Set<String> settled = holders.settle(marks);
        ShareState before = pool.state();
        if (event instanceof TimedEvent timed) {
            pool.advance(timed.atSeconds());
        }
        if (event instanceof ShareEvent.Exchange exchange) {
            pool.exchange(exchange.change0(), exchange.change1());
        } else if (event instanceof ShareEvent.Balances balances) {
            pool.setBalances(balances.balance0(), balances.balance1());
        } else if (event instanceof ShareEvent.FeeChange change) {
            pool.changeFees(change.fees());
        } else if (event instanceof BookEvent.PoolChange change && !(event instanceof BookEvent.Snapshot)) {
            pool.change(change);
        } else if (!(event instanceof BookEvent.Snapshot)) {
            throw new IllegalArgumentException("a pool of shares knows no " + event);
        }
        steps.follow(before, before.supply(), marks);
        return Touched.allAnd(settled);
    }

    /** Here, where an event can be refused, and not when its figures are asked for. */
    private void refuseWhatNoCurveHolds() {
        pool.point();
    }

    @Override
    public void markLate(String positionKey) {
        PositionState state = positions.get(positionKey);
        if (state != null) {
            positions.put(positionKey, state.withLate());
        }
    }

    @Override
    public PositionFigures figures(String positionKey, long nowMs) {
        return valuation.figures(known(positionKey), nowMs);
    }

    @Override
    public PriceCurve priceCurve(String positionKey) {
        return valuation.priceCurve(known(positionKey));
    }

    @Override
    public double sqrtPrice() {
        return valuation.sqrtPrice();
    }

    @Override
    public FeeClock feeClock() {
        return new ShareFeeClock(terms, pool, () -> valuation.measurable() && !holders.midway());
    }

    @Override
    public PositionFigures figures(PositionState position, long nowMs) {
        return valuation.figures(position, nowMs);
    }

    @Override
    public Object curveNow() {
        return pool.curve();
    }

    @Override
    public boolean isMidway() {
        return holders.midway();
    }

    @Override
    public PositionState position(String positionKey) {
        return positions.get(positionKey);
    }

    @Override
    public PositionAccount account(String positionKey) {
        return account(positions.get(positionKey));
    }

    private PositionAccount account(PositionState state) {
        return state == null
                ? null
                : PositionAccount.ofShare(state, pool.balanceOf(state.identity().key()));
    }

    @Override
    public void forEachAccount(Consumer<? super PositionAccount> action) {
        positions.forEach((key, position) -> action.accept(account(position)));
    }

    @Override
    public void observe(AccountObserver observer) {
        positions.observe((key, before, now) -> observer.changed(account(before), account(now)));
        pool.holders().observe((holder, before, now) -> {
            PositionState position = positions.get(holder);
            if (position != null) {
                observer.changed(PositionAccount.ofShare(position, before), PositionAccount.ofShare(position, now));
            }
        });
    }

    @Override
    public BookGroup newGroup() {
        return new ShareGroup(valuation, shareLosses.newGroup(terms));
    }

    @Override
    public GroupWorth newWorth() {
        return new ShareGroupWorth(valuation);
    }

    @Override
    public Set<Quality> flags() {
        return valuation.poolFlags();
    }

    @Override
    public PoolFigures pool() {
        return valuation.pool();
    }

    @Override
    public PoolTerms terms() {
        return terms;
    }

    @Override
    public NavigableMap<String, PositionState> positions() {
        return positions.view();
    }

    @Override
    public Journal journal() {
        return journal;
    }

    @Override
    public List<JournaledMap<?, ?>> tables() {
        List<JournaledMap<?, ?>> tables = new ArrayList<>(
                List.of(pool.states(), pool.parameterTable(), pool.holders(), positions, movements, pauses.table()));
        tables.addAll(losses.tables());
        tables.addAll(holdings.tables());
        tables.addAll(liquidity.tables());
        return tables;
    }

    @Override
    public List<LiquidityOver> liquidityOver(long nowMs) {
        return liquidity.over(nowMs);
    }

    @Override
    public PoolParameters parameters() {
        return pool.facts();
    }

    @Override
    public PoolDepth depth() {
        return pool.depth(1);
    }

    @Override
    public PoolDepth depthWithout(PositionFigures position, double part) {
        return pool.state().hasShares()
                ? pool.depth(1
                        - part
                                * position.liquidity().doubleValue()
                                / pool.state().supply().doubleValue())
                : null;
    }

    private PositionState known(String positionKey) {
        PositionState state = positions.get(positionKey);
        if (state == null) {
            throw new IllegalArgumentException("no position " + positionKey);
        }
        return state;
    }
}
