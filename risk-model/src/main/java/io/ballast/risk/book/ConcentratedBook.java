/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import io.ballast.risk.band.PriceCurve;
import io.ballast.risk.depth.PoolDepth;
import io.ballast.risk.journal.Journal;
import io.ballast.risk.journal.JournaledMap;
import io.ballast.risk.pool.concentrated.ConcentratedPool;
import io.ballast.risk.pool.concentrated.SlotKey;
import io.ballast.risk.rebalancing.ConcentratedLosses;
import io.ballast.risk.rebalancing.Marks;
import io.ballast.risk.rolling.Windows;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.function.Consumer;

/** The book of a concentrated pool: Uniswap v3, v4, and forks of v3. Mutable and single-threaded. */
final class ConcentratedBook implements PoolBook {

    private final ConcentratedTerms terms;
    private final Windows windows;
    private final Journal journal = new Journal();
    private final JournaledMap<String, PositionState> positions = new JournaledMap<>("positions", journal);
    private final ConcentratedPool pool;
    private final DirectPositions direct;
    private final NftPositions nfts;
    private final PaidPositions paid;
    private final JoinedPositions joined;
    private final BarFees bars;
    private final Pauses pauses;
    private final LiquidityHistory liquidity;
    private final JustInTime justInTime;
    private final ConcentratedLosses losses;
    private final ConcentratedValuation valuation;
    private final PoolGrowth growth;
    private final ConcentratedDepth depth;

    ConcentratedBook(ConcentratedTerms terms, Windows windows) {
        this.terms = terms;
        this.windows = windows;
        pool = new ConcentratedPool(terms.feePipsOtherwise(), terms.tickSpacing(), terms.rules(), journal);
        liquidity = new LiquidityHistory(windows, journal);
        justInTime = new JustInTime(pool, terms.feePipsOtherwise(), journal);
        pauses = new Pauses(terms.address(), journal);
        losses = new ConcentratedLosses(pool, windows, journal);
        RangeLosses rangeLosses = new RangeLosses(pool, losses, windows);
        RangeTimes rangeTimes = new RangeTimes(losses);
        RangeChanges changes = new RangeChanges(rangeLosses, rangeTimes);
        direct = new DirectPositions(pool, positions, changes);
        nfts = new NftPositions(pool, positions, changes);
        paid = new PaidPositions(pool, positions, changes);
        joined = new JoinedPositions(pool, positions, changes);
        bars = new BarFees(terms.feePipsOtherwise(), pool, positions);
        valuation = new ConcentratedValuation(terms, pool, rangeLosses, rangeTimes, pauses);
        growth = new PoolGrowth(pool, losses);
        depth = new ConcentratedDepth(pool);
    }

    @Override
    public Touched apply(BookEvent event, Marks marks) {
        Touched touched = applied(event, marks);
        liquidity.follow(pool.state().liquidity(), marks);
        return touched;
    }

    private Touched applied(BookEvent event, Marks marks) {
        if (event instanceof BookEvent.Tick tick) {
            return applyTick(tick, marks);
        }
        if (event instanceof BookEvent.PositionChange change) {
            return applyPositionChange(change, marks);
        }
        return applyPoolChange((BookEvent.PoolChange) event, marks);
    }

    private Touched applyTick(BookEvent.Tick tick, Marks marks) {
        if (tick instanceof BookEvent.Swap swap) {
            pool.replaySwap(
                    swap.amount0(), swap.amount1(), swap.sqrtPriceX96(), swap.liquidity(), swap.tick(), swap.fee());
            justInTime.swapped(swap, marks);
        } else if (tick instanceof BookEvent.Bar bar) {
            bars.apply(bar);
        } else {
            throw doesNotConcern(tick);
        }
        losses.follow(marks);
        return Touched.ALL;
    }

    private Touched applyPositionChange(BookEvent.PositionChange change, Marks marks) {
        return terms.rules().paysAtOnce() ? applyPaid(change, marks) : applyOwed(change, marks);
    }

    private Touched applyPaid(BookEvent.PositionChange change, Marks marks) {
        if (change instanceof BookEvent.SlotModify modify) {
            BigInteger liquidity = modify.liquidityChange();
            if (liquidity.signum() <= 0) {
                justInTime.burnt(modify.slot(), liquidity.negate(), marks);
            }
            Touched touched = paid.modify(modify, marks);
            if (liquidity.signum() > 0) {
                justInTime.minted(modify.slot(), liquidity, marks);
            }
            losses.cleared(modify.slot().tickLower(), modify.slot().tickUpper(), marks);
            return touched;
        } else if (change instanceof BookEvent.NftTransfer transfer) {
            return paid.transfer(transfer);
        }
        throw doesNotConcern(change);
    }

    private Touched applyOwed(BookEvent.PositionChange change, Marks marks) {
        if (change instanceof BookEvent.SlotMint mint) {
            Touched touched = direct.mint(mint, marks);
            justInTime.minted(mint.slot(), mint.liquidity(), marks);
            return touched;
        } else if (change instanceof BookEvent.SlotBurn burn) {
            justInTime.burnt(burn.slot(), burn.liquidity(), marks);
            Touched touched = direct.burn(burn, marks);
            losses.cleared(burn.slot().tickLower(), burn.slot().tickUpper(), marks);
            return touched;
        } else if (change instanceof BookEvent.SlotCollect collect) {
            return direct.collect(collect);
        } else if (change instanceof BookEvent.NftTransfer transfer) {
            return nfts.transfer(transfer);
        } else if (change instanceof BookEvent.NftIncrease increase) {
            return nfts.increase(increase, marks);
        } else if (change instanceof BookEvent.NftDecrease decrease) {
            return nfts.decrease(decrease, marks);
        } else if (change instanceof BookEvent.NftCollect collect) {
            return nfts.collect(collect);
        }
        throw doesNotConcern(change);
    }

    private Touched applyPoolChange(BookEvent.PoolChange change, Marks marks) {
        if (change instanceof BookEvent.Initialize initialize) {
            pool.initialize(initialize.sqrtPriceX96(), initialize.tick());
            losses.follow(marks);
            return Touched.ALL;
        } else if (change instanceof BookEvent.Flash flash) {
            pool.flash(flash.paid0(), flash.paid1());
            return Touched.ALL;
        } else if (change instanceof BookEvent.Joined join) {
            pool.join(join.pool());
            losses.follow(marks);
            joined.open(join, marks);
            return Touched.ALL;
        } else if (change instanceof BookEvent.Donate donation) {
            pool.donate(donation.amount0(), donation.amount1());
            return Touched.ALL;
        } else if (change instanceof BookEvent.SetFeeProtocol set) {
            pool.setFeeProtocol(set.feeProtocol0(), set.feeProtocol1());
            return Touched.NONE;
        } else if (change instanceof BookEvent.CollectProtocol collect) {
            pool.collectProtocol(collect.amount0(), collect.amount1());
            return Touched.NONE;
        } else if (change instanceof BookEvent.Pause pause) {
            pauses.apply(pause, marks);
            return Touched.NONE;
        } else if (change instanceof BookEvent.Snapshot) {
            return Touched.ALL;
        }
        throw doesNotConcern(change);
    }

    private static IllegalArgumentException doesNotConcern(BookEvent event) {
        return new IllegalArgumentException("a concentrated pool knows no " + event);
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
        return new ConcentratedFeeClock(terms, pool);
    }

    @Override
    public List<LiquidityOver> liquidityOver(long nowMs) {
        return liquidity.over(nowMs);
    }

    @Override
    public JitState justInTime() {
        return justInTime.state();
    }

    @Override
    public PoolParameters parameters() {
        return valuation.parameters();
    }

    @Override
    public PoolDepth depth() {
        return depth.whole();
    }

    @Override
    public PoolDepth depthWithout(PositionFigures position, double part) {
        return depth.without(position, part);
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
        return new ConcentratedGroup(terms, pool, losses, windows, growth);
    }

    @Override
    public GroupWorth newWorth() {
        return new RangeGroupWorth(terms, pool);
    }

    @Override
    public void observe(AccountObserver observer) {
        positions.observe((key, before, now) -> observer.changed(account(before), account(now)));
        pool.slots().observe((slot, before, now) -> {
            PositionState position = keptBy(slot);
            if (position != null) {
                observer.changed(PositionAccount.ofSlot(position, before), PositionAccount.ofSlot(position, now));
            }
        });
    }

    /** The position whose books a slot is; null: that of a position manager's NFTs, or of nobody known. */
    private PositionState keptBy(SlotKey slot) {
        PositionState direct = positions.get(PositionIdentity.directKey(slot));
        if (direct != null || slot.salt().isEmpty()) {
            return direct;
        }
        PositionState nft = positions.get(
                PositionIdentity.nftKey(BookEvent.NftKey.ofSlot(slot).tokenId()));
        return nft != null && nft.identity().slot().equals(slot) ? nft : null;
    }

    private PositionAccount account(PositionState state) {
        if (state == null) {
            return null;
        }
        return state.identity().isKeptBySlot()
                ? PositionAccount.ofSlot(
                        state, pool.slots().get(state.identity().slot()))
                : PositionAccount.ofNft(state);
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
    public Journal journal() {
        return journal;
    }

    @Override
    public List<JournaledMap<?, ?>> tables() {
        List<JournaledMap<?, ?>> tables = new ArrayList<>(
                List.of(pool.stateTable(), pool.ticks(), pool.slots(), positions, pauses.table(), justInTime.table()));
        tables.addAll(liquidity.tables());
        tables.addAll(losses.tables());
        return tables;
    }
}
