/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.book;

import io.ballast.risk.market.GapState;
import io.ballast.risk.market.PoolGap;
import io.ballast.schema.GapSide;
import io.ballast.schema.MarketRegime;
import io.ballast.schema.PoolDefinition;
import io.ballast.schema.PoolRisk;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** How far one pool is from the market, and since when. Mutable and single-threaded. */
final class MarketGap {

    private static final double BPS = 1e4;
    private static final double PIPS = 1e6;

    private final PoolDefinition pool;
    private final ReferencePrices prices;
    private final Double fee;
    /** Both tokens have a price of their own, so that it is worth while to look. */
    private final boolean comparable;

    private GapState state;
    private PoolGap.Side said;

    /** @param state  from where it was; null: from nowhere */
    MarketGap(PoolDefinition pool, ReferencePrices prices, GapState state) {
        this.pool = pool;
        this.prices = prices;
        this.state = state;
        fee = fee(pool);
        comparable = pool.getTokens().stream().limit(2).allMatch(token -> token.getPriceSource() != null);
    }

    /** Null: not known. */
    private static Double fee(PoolDefinition pool) {
        if (pool.getSwapFeeE18Raw() != null) {
            return new BigDecimal(pool.getSwapFeeE18Raw()).movePointLeft(18).doubleValue();
        }
        return pool.getFeePips() == null ? null : pool.getFeePips() / PIPS;
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

    /** Writes the gap at a time into a record. */
    void write(PoolRisk risk, Double poolPrice, Instant at) {
        Optional<CrossRate> market = prices.cross(pool, at);
        Optional<PoolGap> gap = look(poolPrice, market, at);
        said = state == null ? null : state.side();
        market.ifPresent(rate -> {
            risk.setMarketPrice(rate.price());
            risk.setMarketPriceTime(rate.time());
        });
        gap.ifPresent(found -> {
            risk.setGapBps(found.gap() * BPS);
            risk.setGapBeyondFeeBps(found.beyondFee() * BPS);
            risk.setGapSide(GapSide.valueOf(found.side().name()));
            risk.setGapSince(Instant.ofEpochMilli(state.sinceMs()));
        });
        if (gap.isEmpty() && market.isPresent() && poolPrice != null && poolPrice > 0) {
            risk.setGapBps((poolPrice / market.get().price() - 1) * BPS);
        }
        risk.setMarketRegime(MarketRegime.valueOf(prices.regime(pool, at).name()));
    }

    /** Whether something is known against the market's price. */
    boolean isUncertain(Instant at) {
        return prices.cross(pool, at).map(CrossRate::uncertain).orElse(false);
    }

    private Optional<PoolGap> look(Double poolPrice, Optional<CrossRate> market, Instant at) {
        boolean known = market.isPresent() && fee != null && poolPrice != null && poolPrice > 0;
        if (!known) {
            state = null;
            return Optional.empty();
        }
        PoolGap gap = PoolGap.of(poolPrice, market.get().price(), fee);
        state = GapState.after(state, gap, at.toEpochMilli());
        return Optional.of(gap);
    }
}
