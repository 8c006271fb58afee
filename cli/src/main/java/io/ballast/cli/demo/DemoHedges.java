/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.demo;

import io.ballast.cli.cluster.RecordWriter;
import io.ballast.cli.stack.PreparedStack;
import io.ballast.producers.simulator.DemoMarkets;
import io.ballast.schema.AssetPolicy;
import io.ballast.schema.BandKind;
import io.ballast.schema.HedgeInstrument;
import io.ballast.schema.HedgePolicy;
import io.ballast.schema.InstrumentKind;
import io.ballast.schema.LimitPolicy;
import io.ballast.schema.OptionRight;
import io.ballast.schema.TargetMode;
import io.ballast.schema.TargetPolicy;
import io.ballast.schema.VenuePolicy;
import io.ballast.schemas.catalogue.Topic;
import java.time.Instant;
import java.util.List;

/** How the demo's desk hedges: two perpetuals to trade, a target for each coin, and limits. Nobody trades what is advised. */
final class DemoHedges {
    private static final String DESK = "demo-desk";
    private static final String ETH_PERPETUAL = "sim:ETH-PERPETUAL";
    private static final String BTC_PERPETUAL = "sim:BTC-PERPETUAL";
    private static final double HALF_SPREAD = 0.0001;

    private final PreparedStack stack;
    private final String prefix;
    private final Instant time;

    /** @param time  that the records are of */
    DemoHedges(PreparedStack stack, String prefix, Instant time) {
        this.stack = stack;
        this.prefix = prefix;
        this.time = time;
    }

    /** Writes them to their topics. */
    void write() {
        try (RecordWriter writer = RecordWriter.open(stack.kafka(), stack.registry(), true)) {
            write(writer, perpetual(ETH_PERPETUAL, "ETH"));
            write(writer, perpetual(BTC_PERPETUAL, "BTC"));
            writer.write(Topic.POLICIES.fullName(prefix), DESK, policy(), time.toEpochMilli());
        }
    }

    private void write(RecordWriter writer, HedgeInstrument instrument) {
        writer.write(
                Topic.HEDGE_INSTRUMENTS.fullName(prefix),
                instrument.getInstrumentId(),
                instrument,
                time.toEpochMilli());
    }

    private HedgeInstrument perpetual(String id, String coin) {
        HedgeInstrument instrument = new HedgeInstrument();
        instrument.setInstrumentId(id);
        instrument.setKind(InstrumentKind.LINEAR_PERPETUAL);
        instrument.setBase(coin);
        instrument.setQuote("USDC");
        instrument.setSettlement("USDC");
        instrument.setMultiplier("1");
        instrument.setLot("0.001");
        instrument.setTakerFeeRate(0.0005);
        instrument.setFundingIntervalHours(8);
        instrument.setOptionRight(OptionRight.UNKNOWN);
        instrument.setSimulated(true);
        instrument.setEventTime(time);
        return instrument;
    }

    private HedgePolicy policy() {
        HedgePolicy policy = new HedgePolicy();
        policy.setPortfolio(DESK);
        policy.setNumeraire("USDC");
        policy.setAssets(List.of(
                asset("ETH", "WETH", DemoMarkets.ETH_USD), asset("BTC", "WBTC", DemoMarkets.BTC_USD), dollar()));
        policy.setTargets(
                List.of(target("ETH", TargetMode.DELTA_NEUTRAL, 25), target("BTC", TargetMode.IL_NEUTRAL, 0.5)));
        policy.setVenues(List.of(venue(ETH_PERPETUAL), venue(BTC_PERPETUAL)));
        policy.setLimits(List.of(limit("NET_DELTA", "ETH", 2_500), limit("NET_DELTA", "BTC", 100)));
        policy.setSimulated(true);
        policy.setEventTime(time);
        return policy;
    }

    private static AssetPolicy asset(String name, String token, String instrument) {
        return new AssetPolicy(name, List.of(token), instrument, false);
    }

    private static AssetPolicy dollar() {
        return new AssetPolicy("USDC", List.of(), null, true);
    }

    private static TargetPolicy target(String asset, TargetMode mode, double bandCoins) {
        return new TargetPolicy(asset, mode, null, BandKind.FIXED, bandCoins, null, null);
    }

    private static VenuePolicy venue(String instrument) {
        return new VenuePolicy(instrument, null, HALF_SPREAD);
    }

    private static LimitPolicy limit(String figure, String asset, double maximum) {
        return new LimitPolicy(figure, asset, maximum);
    }
}
