/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.exchange.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.producers.sink.OutgoingRecord;
import io.ballast.schema.CallOrPut;
import io.ballast.schema.HedgeInstrument;
import io.ballast.schema.InstrumentKind;
import io.ballast.schema.OptionSettlement;
import io.ballast.schema.PriceTick;
import io.ballast.schema.PriceTickKind;
import io.ballast.schema.QuotedOption;
import io.ballast.schemas.catalogue.Topic;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ObservationRecordsTest {

    private static final Instant TIME = Instant.parse("2026-01-31T11:59:59.876543Z");
    private static final Instant NEXT = Instant.parse("2026-01-31T16:00:00Z");
    private static final Instant EXPIRY = Instant.parse("2026-03-27T08:00:00Z");
    private static final String ID = "venue:ETH-USD";

    private static Optional<BigDecimal> some(String value) {
        return Optional.of(new BigDecimal(value));
    }

    private static PriceTick tick(Observed observed) {
        OutgoingRecord sent = ObservationRecords.of(observed);
        assertThat(sent.topic()).isEqualTo(Topic.PRICE_TICKS);
        assertThat(sent.key()).isEqualTo(ID);
        assertThat(sent.timestampMs()).isEqualTo(TIME.toEpochMilli());
        PriceTick tick = (PriceTick) sent.value();
        assertThat(tick.getInstrumentId()).isEqualTo(ID);
        assertThat(tick.getEventTime()).isEqualTo(TIME);
        assertThat(tick.getSimulated()).isFalse();
        assertThat(tick.getRemoved()).isFalse();
        return tick;
    }

    @Test
    void aTradeIsItsPriceRoundedOnce() {
        PriceTick tick = tick(new Observed.Trade(ID, new BigDecimal("0.1000000000000000000001"), TIME));

        assertThat(tick.getKind()).isEqualTo(PriceTickKind.TRADE);
        assertThat(tick.getPrice()).isEqualTo(0.1);
    }

    @Test
    void aQuoteIsBidAndAskAndNoPrice() {
        PriceTick tick = tick(new Observed.Quote(ID, new BigDecimal("3285.1"), new BigDecimal("3285.2"), TIME));

        assertThat(tick.getKind()).isEqualTo(PriceTickKind.QUOTE);
        assertThat(tick.getBid()).isEqualTo(3285.1);
        assertThat(tick.getAsk()).isEqualTo(3285.2);
        assertThat(tick.getPrice()).isNull();
    }

    @Test
    void aMarkHasIndexAndFunding() {
        Funding funding = new Funding(new BigDecimal("-1E-7"), Optional.of(4), Optional.of(NEXT));
        PriceTick tick =
                tick(new Observed.Mark(ID, new BigDecimal("3285"), some("3284.9"), Optional.of(funding), TIME));

        assertThat(tick.getKind()).isEqualTo(PriceTickKind.MARK);
        assertThat(tick.getPrice()).isEqualTo(3285);
        assertThat(tick.getIndexPrice()).isEqualTo(3284.9);
        assertThat(tick.getFundingRate()).isEqualTo("-0.0000001");
        assertThat(tick.getFundingIntervalHours()).isEqualTo(4);
        assertThat(tick.getNextFundingTime()).isEqualTo(NEXT);
    }

    @Test
    void whatIsNotToldIsNotThere() {
        PriceTick tick = tick(new Observed.Mark(ID, BigDecimal.ONE, Optional.empty(), Optional.empty(), TIME));

        assertThat(tick.getIndexPrice()).isNull();
        assertThat(tick.getFundingRate()).isNull();
        assertThat(tick.getFundingIntervalHours()).isNull();
        assertThat(tick.getNextFundingTime()).isNull();
    }

    @Test
    void anOptionIsKeyedByItsCoin() {
        OptionTerms terms =
                new OptionTerms("venue", "ETH", EXPIRY, new BigDecimal("3000"), CallOrPut.PUT, OptionSettlement.COIN);
        OptionBook book = new OptionBook(
                some("0.09"), some("12"), some("0.58"), Optional.empty(), Optional.empty(), Optional.empty());
        OptionMarks marks = new OptionMarks(some("0.0945"), some("0.6"), some("3301.2"), Optional.empty());

        OutgoingRecord sent =
                ObservationRecords.of(new Observed.Option("venue:ETH-27MAR26-3000-P", terms, book, marks, TIME));

        assertThat(sent.topic()).isEqualTo(Topic.OPTION_QUOTES);
        assertThat(sent.key()).isEqualTo("ETH");
        assertThat(sent.value())
                .isEqualTo(QuotedOption.newBuilder()
                        .setInstrumentId("venue:ETH-27MAR26-3000-P")
                        .setUnderlying("ETH")
                        .setVenue("venue")
                        .setRight(CallOrPut.PUT)
                        .setStrike(3000)
                        .setExpiry(EXPIRY)
                        .setSettlement(OptionSettlement.COIN)
                        .setContractSize(1)
                        .setBidPrice(0.09)
                        .setBidSize(12.0)
                        .setBidIv(0.58)
                        .setMarkPrice(0.0945)
                        .setMarkIv(0.6)
                        .setUnderlyingPrice(3301.2)
                        .setEventTime(TIME)
                        .build());
    }

    @Test
    void aSpecificationIsWrittenAsItIs() {
        HedgeInstrument specification = HedgeInstrument.newBuilder()
                .setInstrumentId(ID)
                .setKind(InstrumentKind.SPOT)
                .setBase("ETH")
                .setQuote("USD")
                .setSettlement("USD")
                .setMultiplier("1")
                .setLot("0.01")
                .setEventTime(TIME)
                .build();

        OutgoingRecord sent = ObservationRecords.of(new Observed.Contract(specification));

        assertThat(sent.topic()).isEqualTo(Topic.HEDGE_INSTRUMENTS);
        assertThat(sent.key()).isEqualTo(ID);
        assertThat(sent.value()).isSameAs(specification);
    }
}
