/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.book;

import io.ballast.risk.book.HumanUnits;
import io.ballast.risk.book.PoolBook;
import io.ballast.risk.depth.Arbitrage;
import io.ballast.risk.depth.PoolDepth;
import io.ballast.risk.market.GapState;
import io.ballast.risk.market.PoolGap;
import io.ballast.schema.GapSide;
import io.ballast.schema.MarketRegime;
import io.ballast.schema.PoolDefinition;
import io.ballast.schema.PoolRisk;
import io.ballast.schema.QualityFlag;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** How far one pool is from the market, and since when. Mutable and single-threaded. */
final class MarketGap {

    private static final double BPS = 1e4;

    private final PoolDefinition pool;
    private final ReferencePrices prices;
    private final PoolBook book;
    /** Both tokens have a price of their own, so that it is worth while to look. */
    private final boolean comparable;

    private GapState state;
    private PoolGap.Side said;

    /** @param state  from where it was; null: from nowhere */
    MarketGap(PoolDefinition pool, PoolBook book, ReferencePrices prices, GapState state) {
        this.pool = pool;
        this.book = book;
        this.prices = prices;
        this.state = state;
        comparable = pool.getTokens().stream().limit(2).allMatch(token -> token.getPriceSource() != null);
    }

    /** What has to be remembered; null: nothing. */
    GapState state() {
        return state;
    }

    /**
     * True if it has become worth while to trade against the pool, or is so no more, and no record has said so.
     *
     * @param poolPrice  token1 per token0; null: not known
     */
    boolean isUnsaid(Supplier<Double> poolPrice, Instant at) {
        if (!comparable) {
            return false;
        }
        look(poolPrice.get(), prices.cross(pool, at), at);
        return !Objects.equals(said, state == null ? null : state.side());
    }

    /** Writes the gap at a time into a record, and whether something is known against the market's price. */
    void write(PoolRisk risk, Double poolPrice, Instant at) {
        Optional<CrossRate> market = prices.cross(pool, at);
        Optional<PoolGap> gap = look(poolPrice, market, at);
        said = state == null ? null : state.side();
        market.ifPresent(rate -> {
            risk.setMarketPrice(rate.price());
            risk.setMarketPriceTime(rate.time());
            flag(risk, rate);
        });
        gap.ifPresent(found -> {
            risk.setGapBps(found.gap() * BPS);
            risk.setGapBeyondFeeBps(found.beyondFee() * BPS);
            risk.setGapSide(GapSide.valueOf(found.side().name()));
            risk.setGapSince(Instant.ofEpochMilli(state.sinceMs()));
            risk.setGapLastedMs(Math.max(0, at.toEpochMilli() - state.sinceMs()));
            writeArbitrage(risk, found, market.get().price());
        });
        risk.setMarketRegime(MarketRegime.valueOf(prices.regime(pool, at).name()));
    }

    private static void flag(PoolRisk risk, CrossRate rate) {
        if (rate.uncertain() && !risk.getFlags().contains(QualityFlag.USD_UNCERTAIN)) {
            risk.getFlags().add(QualityFlag.USD_UNCERTAIN);
        }
    }

    /** Only asked where there is a price, for which decimals are known. */
    private void writeArbitrage(PoolRisk risk, PoolGap found, double marketPrice) {
        Arbitrage arbitrage = found.side() == PoolGap.Side.NONE ? Arbitrage.NONE : arbitrage(marketPrice);
        if (arbitrage == null) {
            return;
        }
        HumanUnits units = HumanUnits.of(book.terms());
        risk.setArbitrageProfit(units.amount1(arbitrage.profit()));
        risk.setArbitrageFees(units.amount1(arbitrage.fees()));
        if (risk.getUsdPerToken1() != null) {
            risk.setArbitrageProfitUsd(risk.getArbitrageProfit() * risk.getUsdPerToken1());
        }
    }

    /** In raw units; null: the pool's liquidity is not all known. */
    private Arbitrage arbitrage(double marketPrice) {
        PoolDepth depth = book.depth();
        double raw = marketPrice
                * Math.pow(10, book.terms().decimals1() - book.terms().decimals0());
        return depth == null ? null : Arbitrage.of(depth, raw, book.parameters().swapFee());
    }

    private Optional<PoolGap> look(Double poolPrice, Optional<CrossRate> market, Instant at) {
        Double fee = book.parameters().swapFee();
        boolean known = market.isPresent() && poolPrice != null && poolPrice > 0 && fee != null;
        if (!known) {
            state = null;
            return Optional.empty();
        }
        PoolGap gap = PoolGap.of(poolPrice, market.get().price(), fee);
        state = GapState.after(state, gap, at.toEpochMilli());
        return Optional.of(gap);
    }
}
