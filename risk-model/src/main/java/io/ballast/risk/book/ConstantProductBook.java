/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import io.ballast.risk.band.PriceCurve;
import io.ballast.risk.depth.PoolDepth;
import io.ballast.risk.journal.Journal;
import io.ballast.risk.journal.JournaledMap;
import io.ballast.risk.pool.constantproduct.ConstantProductPool;
import io.ballast.risk.pool.constantproduct.ConstantProductState;
import io.ballast.risk.rebalancing.Marks;
import io.ballast.risk.rebalancing.PairHoldings;
import io.ballast.risk.rebalancing.TokenLosses;
import io.ballast.risk.rolling.Windows;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.function.Consumer;

/** The book of a constant product (Uniswap v2) pair. Mutable and single-threaded. */
final class ConstantProductBook implements PoolBook {

    private final PoolTerms terms;
    private final Journal journal = new Journal();
    private final JournaledMap<String, PositionState> positions = new JournaledMap<>("positions", journal);
    private final JournaledMap<String, LpMovement> movements = new JournaledMap<>("movements", journal);
    private final ConstantProductPool pool;
    private final TokenLosses losses;
    private final ConstantProductSteps steps;
    private final ShareLosses shareLosses;
    private final LpPositions holders;
    private final Pauses pauses;
    private final LiquidityHistory liquidity;
    private final ConstantProductValuation valuation;

    ConstantProductBook(ConstantProductTerms terms, Windows windows) {
        this.terms = terms;
        pool = new ConstantProductPool(terms.address(), terms.protocolFeeOn(), journal);
        losses = new TokenLosses(windows, journal);
        steps = new ConstantProductSteps(losses);
        shareLosses = new ShareLosses(losses, new PairHoldings(losses), windows);
        holders = new LpPositions(terms.address(), pool, positions, movements, shareLosses);
        liquidity = new LiquidityHistory(windows, journal);
        pauses = new Pauses(terms.address(), journal);
        valuation = new ConstantProductValuation(terms, pool, shareLosses, pauses);
    }

    @Override
    public Touched apply(BookEvent event, Marks marks) {
        Touched touched = applied(event, marks);
        liquidity.follow(pool.state().totalSupply(), marks);
        return touched;
    }

    private Touched applied(BookEvent event, Marks marks) {
        if (event instanceof BookEvent.Sync sync) {
            return sync(sync, marks);
        } else if (event instanceof BookEvent.TokenTransfer transfer) {
            pool.tokenTransfer(transfer.change0(), transfer.change1());
            return Touched.ALL;
        } else if (event instanceof BookEvent.LpTransfer transfer) {
            return holders.transfer(transfer, marks);
        } else if (event instanceof BookEvent.LpMint mint) {
            return holders.mint(mint, marks);
        } else if (event instanceof BookEvent.LpBurn burn) {
            return holders.burn(burn, marks);
        } else if (event instanceof BookEvent.Pause pause) {
            pauses.apply(pause, marks);
            return Touched.NONE;
        } else if (event instanceof BookEvent.Snapshot) {
            return Touched.ALL;
        }
        throw new IllegalArgumentException("a constant product pool knows no " + event);
    }

    private Touched sync(BookEvent.Sync sync, Marks marks) {
        ConstantProductState before = pool.state();
        pool.sync(sync.reserve0(), sync.reserve1());
        steps.follow(before, pool.state(), holders.midway(), marks);
        return holders.midway() ? Touched.NONE : Touched.ALL;
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
        return new ConstantProductFeeClock(terms, pool, holders::midway);
    }

    @Override
    public List<LiquidityOver> liquidityOver(long nowMs) {
        return liquidity.over(nowMs);
    }

    @Override
    public PoolParameters parameters() {
        return valuation.parameters();
    }

    @Override
    public PoolDepth depth() {
        return valuation.depth(1);
    }

    @Override
    public PoolDepth depthWithout(PositionFigures position, double part) {
        return valuation.depth(valuation.rest(position.liquidity(), part));
    }

    private PositionState known(String positionKey) {
        PositionState state = positions.get(positionKey);
        if (state == null) {
            throw new IllegalArgumentException("no position " + positionKey);
        }
        return state;
    }

    @Override
    public PositionFigures figures(PositionState position, long nowMs) {
        return valuation.figures(position, nowMs);
    }

    @Override
    public PositionAccount account(String positionKey) {
        return account(positions.get(positionKey));
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
    public void observe(AccountObserver observer) {
        positions.observe((key, before, now) -> observer.changed(account(before), account(now)));
        pool.holders().observe((holder, before, now) -> {
            PositionState position = positions.get(holder);
            if (position != null) {
                observer.changed(PositionAccount.ofShare(position, before), PositionAccount.ofShare(position, now));
            }
        });
    }

    private PositionAccount account(PositionState state) {
        return state == null
                ? null
                : PositionAccount.ofShare(state, pool.balanceOf(state.identity().key()));
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
    public PositionState position(String positionKey) {
        return positions.get(positionKey);
    }

    @Override
    public void forEachAccount(Consumer<? super PositionAccount> action) {
        positions.forEach((key, position) -> action.accept(account(position)));
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
    public boolean isMidway() {
        return holders.midway();
    }

    @Override
    public Journal journal() {
        return journal;
    }

    @Override
    public List<JournaledMap<?, ?>> tables() {
        List<JournaledMap<?, ?>> tables =
                new ArrayList<>(List.of(pool.stateTable(), pool.holders(), positions, movements, pauses.table()));
        tables.addAll(losses.tables());
        tables.addAll(liquidity.tables());
        return tables;
    }
}
