/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.exchange.venue;

import io.ballast.producers.exchange.market.Funding;
import io.ballast.producers.exchange.market.Observed;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Binance's perpetuals in USDT and USDC: trades, and mark, index and funding. */
final class BinanceUsdMAdapter extends BinanceStreams {

    private final FundingIntervals intervals = new FundingIntervals();

    BinanceUsdMAdapter(VenuePlan plan) {
        super(new Symbols(VENUE, plan.instruments(), name -> name), List.of("@aggTrade", "@markPrice@1s"));
    }

    @Override
    List<Heard> other(String type, String id, Fields data) throws MalformedMessageException {
        return type.equals("markPriceUpdate") ? mark(id, data) : super.other(type, id, data);
    }

    private List<Heard> mark(String id, Fields data) throws MalformedMessageException {
        Instant time = data.millis("E");
        return Said.market(
                new Observed.Mark(id, data.decimal("p"), data.decimalButZero("i"), funding(id, data, time), time));
    }

    /** None for contracts that have none: they have an empty rate, and zero for its time. */
    private Optional<Funding> funding(String id, Fields data, Instant time) throws MalformedMessageException {
        Optional<BigDecimal> rate = data.decimalOrNone("r");
        Optional<Instant> next = data.millisOrNone("T");
        return rate.isEmpty() || next.isEmpty()
                ? Optional.empty()
                : Optional.of(new Funding(rate.get(), intervals.hours(id, time, next.get()), next));
    }
}
