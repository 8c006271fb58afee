/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.exchange.market;

import io.ballast.producers.records.Origin;
import io.ballast.producers.sink.OutgoingRecord;
import io.ballast.schema.PriceTick;
import io.ballast.schema.PriceTickKind;
import io.ballast.schema.QuotedOption;
import io.ballast.schemas.catalogue.Topic;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** Makes records of observations: nothing is judged here, what makes no sense the topology refuses. */
public final class ObservationRecords {

    /** Option amounts are in coins at all venues that we read. */
    private static final double CONTRACT_SIZE_COINS = 1;

    private ObservationRecords() {}

    /** The record, with the time of the observation. */
    public static OutgoingRecord of(Observed observed) {
        if (observed instanceof Observed.Trade trade) {
            return tick(trade, tick(PriceTickKind.TRADE).setPrice(trade.price().doubleValue()));
        } else if (observed instanceof Observed.Quote quote) {
            return tick(
                    quote,
                    tick(PriceTickKind.QUOTE)
                            .setBid(quote.bid().doubleValue())
                            .setAsk(quote.ask().doubleValue()));
        } else if (observed instanceof Observed.Mark mark) {
            return tick(mark, mark(mark));
        } else if (observed instanceof Observed.Option option) {
            return timed(Topic.OPTION_QUOTES, option.terms().underlying(), option(option), option.time());
        } else if (observed instanceof Observed.Contract contract) {
            return timed(Topic.HEDGE_INSTRUMENTS, contract.instrumentId(), contract.specification(), contract.time());
        }
        throw new IllegalStateException("no such observation: " + observed);
    }

    private static PriceTick.Builder tick(PriceTickKind kind) {
        return PriceTick.newBuilder().setKind(kind);
    }

    private static PriceTick.Builder mark(Observed.Mark mark) {
        PriceTick.Builder tick =
                tick(PriceTickKind.MARK).setPrice(mark.price().doubleValue()).setIndexPrice(number(mark.index()));
        mark.funding().ifPresent(funding -> tick.setFundingRate(funding.rate().toPlainString())
                .setFundingIntervalHours(funding.intervalHours().orElse(null))
                .setNextFundingTime(funding.next().orElse(null)));
        return tick;
    }

    private static OutgoingRecord tick(Observed observed, PriceTick.Builder tick) {
        Origin origin = Origin.inBlock(0, Optional.empty(), 0, observed.time());
        PriceTick complete = origin.complete(tick.setInstrumentId(observed.instrumentId()));
        return timed(Topic.PRICE_TICKS, observed.instrumentId(), complete, observed.time());
    }

    private static QuotedOption option(Observed.Option option) {
        OptionTerms terms = option.terms();
        OptionBook book = option.book();
        OptionMarks marks = option.marks();
        return QuotedOption.newBuilder()
                .setInstrumentId(option.instrumentId())
                .setUnderlying(terms.underlying())
                .setVenue(terms.venue())
                .setRight(terms.right())
                .setStrike(terms.strike().doubleValue())
                .setExpiry(terms.expiry())
                .setSettlement(terms.settlement())
                .setContractSize(CONTRACT_SIZE_COINS)
                .setBidPrice(number(book.bid()))
                .setBidSize(number(book.bidSize()))
                .setBidIv(number(book.bidVolatility()))
                .setAskPrice(number(book.ask()))
                .setAskSize(number(book.askSize()))
                .setAskIv(number(book.askVolatility()))
                .setMarkPrice(number(marks.price()))
                .setMarkIv(number(marks.volatility()))
                .setUnderlyingPrice(number(marks.forward()))
                .setIndexPrice(number(marks.index()))
                .setEventTime(option.time())
                .build();
    }

    private static Double number(Optional<BigDecimal> value) {
        return value.map(BigDecimal::doubleValue).orElse(null);
    }

    private static OutgoingRecord timed(Topic topic, String key, SpecificRecord value, Instant time) {
        return new OutgoingRecord(topic, key, value, time.toEpochMilli());
    }
}
