/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.market;

import java.util.Optional;

/** The market of one pair: its price, how much that moves, and whether an asset keeps its par. Mutable and single-threaded. */
public final class Market {

    private final MarketRules rules;
    private final PairMarket pair;
    private final PairVolatility volatility;
    private RegimeState regime;
    private PegState peg;
    private SaidPrice said;

    /** Takes up where another was, or begins with {@link MarketState#empty}. */
    public Market(MarketRules rules, MarketState state) {
        this.rules = rules;
        pair = new PairMarket(rules.merge(), state.pair());
        volatility = new PairVolatility(rules.volatility(), state.bars(), state.closes());
        regime = state.regime();
        peg = state.peg();
        said = state.said();
    }

    public MarketState state() {
        return new MarketState(pair.state(), volatility.bars(), volatility.closes(), regime, peg, said);
    }

    /**
     * Takes in what a source says.
     *
     * @return what is known now; nothing if it was known before
     */
    public Optional<MarketFigures> take(String source, Observation seen) {
        return pair.take(source, seen, volatility.usualPerRootMs()).map(this::figures);
    }

    private MarketFigures figures(MergedPrice price) {
        if (!price.doubts().contains(PriceDoubt.HELD)) {
            volatility.add(price.timeMs(), price.price());
            peg = peg == null ? null : peg.after(price.price(), price.timeMs(), rules.peg());
        }
        VolatilityFigures moves = volatility.figures();
        regime = regime.after(moves, price.timeMs(), rules.regime());
        return new MarketFigures(price, moves, regime, peg);
    }

    /** The last good price; nothing before the first. */
    public Optional<PairState.LastPrice> last() {
        return Optional.ofNullable(pair.state().last());
    }

    /** True: the base asset is taken at par and has lost it. */
    public boolean depegged() {
        return peg != null && peg.lost();
    }

    /** True if these figures have to be said; then they count as said. */
    public boolean isDue(MarketFigures now) {
        boolean due = said == null || said.isOutdatedBy(now, rules.publication());
        if (due) {
            said = SaidPrice.of(now);
        }
        return due;
    }
}
