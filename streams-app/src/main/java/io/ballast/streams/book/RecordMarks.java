/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.book;

import io.ballast.risk.book.Arrival;
import io.ballast.risk.book.BookEvent;
import io.ballast.risk.book.PoolTerms;
import io.ballast.risk.book.RawPrice;
import io.ballast.risk.pool.concentrated.TickMath;
import io.ballast.risk.rebalancing.Marks;
import io.ballast.schema.PoolDefinition;
import io.ballast.streams.record.Origin;
import java.time.Instant;
import java.util.Optional;

/**
 * Finds out what the market said when a record arrives. Only records that can move the price need it. What is found stays
 * with the record, so that applying it again comes to the same losses whatever was learned of prices in between.
 */
final class RecordMarks {

    private final PoolDefinition pool;
    private final PoolTerms terms;
    private final ReferencePrices prices;

    RecordMarks(PoolDefinition pool, PoolTerms terms, ReferencePrices prices) {
        this.pool = pool;
        this.terms = terms;
        this.prices = prices;
    }

    Arrival<Origin> of(Arrival<Origin> arrival) {
        if (arrival.removed() || !(arrival.event() instanceof BookEvent.Tick tick) || !terms.decimalsKnown()) {
            return arrival;
        }
        Instant at = arrival.source().eventTime();
        Marks marks = arrival.marks();
        Optional<Double> usd = usdPerToken1(tick, at);
        if (usd.isPresent()) {
            marks = marks.withUsdPerToken1(usd.get());
        }
        Optional<Double> market = prices.token1PerToken0(pool, at);
        if (market.isPresent()) {
            marks = marks.withMarketPrice(market.get(), terms.decimals0(), terms.decimals1());
        }
        return arrival.withMarks(marks);
    }

    /** By token1's own source, or by token0's and the price that the record sets. */
    private Optional<Double> usdPerToken1(BookEvent.Tick tick, Instant at) {
        return prices.perToken1(pool, null, at)
                .or(() -> prices.perToken1(pool, price(tick), at))
                .map(UsdPrice::usd);
    }

    /** Null: the record sets none. */
    private Double price(BookEvent.Tick tick) {
        RawPrice price = null;
        if (tick instanceof BookEvent.Swap swap) {
            price = RawPrice.ofSqrtPriceX96(swap.sqrtPriceX96());
        } else if (tick instanceof BookEvent.Bar bar) {
            price = RawPrice.ofSqrtPriceX96(TickMath.sqrtPriceX96AtTick(bar.closeTick()));
        } else if (tick instanceof BookEvent.Sync sync && sync.reserve0().signum() > 0) {
            price = new RawPrice(sync.reserve1(), sync.reserve0());
        }
        return price == null ? null : price.human(terms.decimals0(), terms.decimals1());
    }
}
