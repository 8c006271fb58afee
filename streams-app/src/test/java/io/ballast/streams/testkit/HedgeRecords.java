/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.testkit;

import io.ballast.schema.AssetPolicy;
import io.ballast.schema.BandKind;
import io.ballast.schema.BookTotals;
import io.ballast.schema.HedgeEvent;
import io.ballast.schema.HedgeEventKind;
import io.ballast.schema.HedgeInstrument;
import io.ballast.schema.HedgePolicy;
import io.ballast.schema.InstrumentKind;
import io.ballast.schema.PortfolioPart;
import io.ballast.schema.PriceTick;
import io.ballast.schema.PriceTickKind;
import io.ballast.schema.RiskReason;
import io.ballast.schema.SpotPoint;
import io.ballast.schema.TargetMode;
import io.ballast.schema.TargetPolicy;
import io.ballast.schema.VenuePolicy;
import io.ballast.schemas.catalogue.Topic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;

/** Records about hedges and portfolios as their producers would send them. */
public final class HedgeRecords {

    public static final String PERPETUAL = "binance:ETHUSDC";
    public static final String INVERSE = "deribit:ETH-PERPETUAL";
    public static final String ETH_USD = "coinbase:ETH-USD";
    public static final Instant START = Instant.parse("2025-03-01T00:00:00Z");

    private HedgeRecords() {}

    /** A moment, in seconds after the start. */
    public static Instant at(long seconds) {
        return START.plusSeconds(seconds);
    }

    public static TestRecord linear(long seconds) {
        return linear(seconds, listed -> {});
    }

    public static TestRecord linear(long seconds, Consumer<HedgeInstrument.Builder> more) {
        return instrument(
                PERPETUAL,
                InstrumentKind.LINEAR_PERPETUAL,
                seconds,
                listed -> more.accept(listed.setQuote("USDC")
                        .setSettlement("USDC")
                        .setMultiplier("1")
                        .setLot("0.001")
                        .setTakerFeeRate(0.0005)
                        .setFundingIntervalHours(8)
                        .setInitialMarginRate(0.1)
                        .setMaintenanceMarginRate(0.05)));
    }

    public static TestRecord inverse(long seconds) {
        return instrument(INVERSE, InstrumentKind.INVERSE_PERPETUAL, seconds, listed -> listed.setQuote("USD")
                .setSettlement("ETH")
                .setMultiplier("10")
                .setLot("1")
                .setTakerFeeRate(0.0004)
                .setInitialMarginRate(0.1)
                .setMaintenanceMarginRate(0.05));
    }

    public static TestRecord instrument(
            String id, InstrumentKind kind, long seconds, Consumer<HedgeInstrument.Builder> more) {
        HedgeInstrument.Builder listed = HedgeInstrument.newBuilder()
                .setInstrumentId(id)
                .setKind(kind)
                .setBase("ETH")
                .setEventTime(at(seconds));
        more.accept(listed);
        return record(Topic.HEDGE_INSTRUMENTS, id, listed.build(), seconds);
    }

    public static TestRecord fill(
            String portfolio, String id, String instrument, String contracts, String price, long seconds) {
        return event(portfolio, id, HedgeEventKind.FILL, seconds, event -> event.setInstrumentId(instrument)
                .setContracts(contracts)
                .setPrice(price));
    }

    public static TestRecord transfer(
            String portfolio, String id, String venue, String asset, String amount, long seconds) {
        return event(portfolio, id, HedgeEventKind.COLLATERAL_TRANSFER, seconds, event -> event.setVenue(venue)
                .setAsset(asset)
                .setAmount(amount));
    }

    public static TestRecord event(
            String portfolio, String id, HedgeEventKind kind, long seconds, Consumer<HedgeEvent.Builder> more) {
        HedgeEvent.Builder event = HedgeEvent.newBuilder()
                .setPortfolio(portfolio)
                .setEventId(id)
                .setKind(kind)
                .setEventTime(at(seconds));
        more.accept(event);
        return record(Topic.HEDGE_EVENTS, portfolio, event.build(), seconds);
    }

    /** The same event, cancelled by its venue. */
    public static TestRecord cancelled(TestRecord record) {
        HedgeEvent event = HedgeEvent.newBuilder((HedgeEvent) record.value())
                .setRemoved(true)
                .build();
        return new TestRecord(record.topic(), record.key(), event, record.timestampMs(), record.block());
    }

    /** ETH by a market's price, USDC at par, a delta-neutral target with a fixed band of one coin. */
    public static TestRecord policy(String portfolio, long seconds) {
        return policy(portfolio, seconds, policy -> {});
    }

    public static TestRecord policy(String portfolio, long seconds, Consumer<HedgePolicy.Builder> more) {
        HedgePolicy.Builder policy = HedgePolicy.newBuilder()
                .setPortfolio(portfolio)
                .setNumeraire("USD")
                .setAssets(List.of(
                        AssetPolicy.newBuilder()
                                .setAsset("ETH")
                                .setAliases(List.of("WETH"))
                                .setReferenceInstrument(ETH_USD)
                                .build(),
                        AssetPolicy.newBuilder().setAsset("USDC").setAtPar(true).build()))
                .setTargets(List.of(TargetPolicy.newBuilder()
                        .setAsset("ETH")
                        .setMode(TargetMode.DELTA_NEUTRAL)
                        .setBand(BandKind.FIXED)
                        .setBandCoins(1.0)
                        .build()))
                .setVenues(List.of(
                        VenuePolicy.newBuilder().setInstrumentId(PERPETUAL).build()))
                .setEventTime(at(seconds));
        more.accept(policy);
        return record(Topic.POLICIES, portfolio, policy.build(), seconds);
    }

    public static TestRecord tick(String instrument, double price, long seconds) {
        PriceTick tick = PriceTick.newBuilder()
                .setInstrumentId(instrument)
                .setKind(PriceTickKind.TRADE)
                .setPrice(price)
                .setBlockNumber(0)
                .setLogIndex(0)
                .setEventTime(at(seconds))
                .build();
        return record(Topic.PRICE_TICKS, instrument, tick, seconds);
    }

    /**
     * A part of a WETH/USDC pool that holds {@code eth} and {@code usdc}, measured against {@code hodlEth} and {@code hodlUsdc},
     * at a price.
     */
    public static TestRecord part(
            String portfolio,
            String pool,
            double price,
            double eth,
            double usdc,
            double hodlEth,
            double hodlUsdc,
            long seconds) {
        BookTotals totals = BookTotals.newBuilder()
                .setPositions(1)
                .setValue(eth * price + usdc)
                .setHodlValue(hodlEth * price + hodlUsdc)
                .setIl(eth * price + usdc - (hodlEth * price + hodlUsdc))
                .setRealisedIl(0.0)
                .setDelta0(eth)
                .setDelta1(usdc)
                .setHodl0(hodlEth)
                .setHodl1(hodlUsdc)
                .setGamma(-eth / price)
                .setFeesValue(3.0)
                .setLvr(2.0)
                .setLadder(ladder(price, eth, usdc, hodlEth, hodlUsdc))
                .build();
        PortfolioPart part = PortfolioPart.newBuilder()
                .setPortfolio(portfolio)
                .setPoolId(pool)
                .setVenue("uniswap-v3")
                .setChainId(1L)
                .setSymbol0("WETH")
                .setSymbol1("USDC")
                .setPrice(price)
                .setTotals(totals)
                .setBlockNumber(1)
                .setLogIndex(0)
                .setEventTime(at(seconds))
                .setReason(RiskReason.EVENT)
                .build();
        return record(Topic.PORTFOLIO_PARTS, portfolio + "@" + pool, part, seconds);
    }

    /** Of amounts that stay as they are. */
    private static List<SpotPoint> ladder(double price, double eth, double usdc, double hodlEth, double hodlUsdc) {
        List<SpotPoint> points = new ArrayList<>();
        for (double shift : new double[] {-0.5, -0.3, -0.2, -0.1, -0.05, -0.02, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5}) {
            double there = price * (1 + shift);
            double value = eth * there + usdc;
            double hodl = hodlEth * there + hodlUsdc;
            points.add(new SpotPoint(shift, there, value, hodl, value - hodl, eth, usdc, 0.0));
        }
        return points;
    }

    private static TestRecord record(Topic topic, String key, SpecificRecord value, long seconds) {
        return new TestRecord(topic, key, value, at(seconds).toEpochMilli(), 0);
    }
}
