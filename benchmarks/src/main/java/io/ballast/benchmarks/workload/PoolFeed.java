/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.workload;

import io.ballast.benchmarks.workload.ChainClock.Place;
import io.ballast.risk.pool.TokenAmounts;
import io.ballast.risk.pool.concentrated.SwapResult;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.schemas.serde.AvroSerializer;
import io.ballast.schemas.serde.RegistryClients;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/**
 * Everything that is written of the measured pool, in order and numbered as a producer does it: {@link #creation}, all {@link
 * #deposits}, and then {@link #ticks} for ever. Remembers where each tick left the price. Mutable and single-threaded.
 */
public final class PoolFeed {

    private final byte[] key;
    private final PositionPlan plan;
    private final ChainClock clock;
    private final SwapMaker market;
    private final PoolRecords records;
    private final AvroSerializer<SpecificRecord> serializer;
    private final String topicPrefix;
    private final List<BigInteger> pricesX96 = new ArrayList<>();
    private int deposited;

    public PoolFeed(PositionPlan plan, Market market, AvroSerializer<SpecificRecord> serializer, String topicPrefix) {
        this(0, plan, market, serializer, topicPrefix);
    }

    /** @param pool  number of a pool like the measured one */
    public PoolFeed(
            int pool, PositionPlan plan, Market market, AvroSerializer<SpecificRecord> serializer, String topicPrefix) {
        this.key = MeasuredPool.id(pool).getBytes(StandardCharsets.UTF_8);
        this.plan = plan;
        this.clock = new ChainClock(plan.size(), market.ticksPerBlock(), market.blockMs());
        this.market = new SwapMaker(market);
        this.records = new PoolRecords(pool, clock);
        this.serializer = serializer;
        this.topicPrefix = topicPrefix;
    }

    /** All deposits made already; its records lead nowhere, since they are encoded with a registry in this process. */
    public static PoolFeed unwritten(PositionPlan plan, Market market) {
        SchemaRegistryClient registry =
                RegistryClients.create(Map.of(RegistryClients.URL, "mock://" + plan.size() + "-" + plan.seed()));
        PoolFeed feed = new PoolFeed(plan, market, new AvroSerializer<>(registry, true), "unwritten.");
        feed.deposits(plan.size());
        return feed;
    }

    public PositionPlan plan() {
        return plan;
    }

    public List<FeedRecord> creation() {
        return List.of(
                record(Topic.POOLS, records.definition(), ChainClock.creation(0)),
                record(Topic.POOL_EVENTS, records.initialize(), ChainClock.creation(1)));
    }

    /** The next deposits, of direct positions in the pool; fewer or none when all are made. */
    public List<FeedRecord> deposits(int most) {
        List<FeedRecord> made = new ArrayList<>();
        for (int end = Math.min(plan.size(), deposited + most); deposited < end; deposited++) {
            PlannedPosition position = plan.position(deposited);
            TokenAmounts paid = market.mint(position);
            Place place = ChainClock.deposit(deposited);
            made.add(record(Topic.POSITION_EVENTS, records.mint(position, paid, place), place));
        }
        return made;
    }

    /** The next ticks. */
    public List<FeedRecord> ticks(int count) {
        if (deposited < plan.size()) {
            throw new IllegalStateException("tick before deposit " + deposited + " of " + plan.size());
        }
        List<FeedRecord> made = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            SwapResult swap = market.swap();
            Place place = clock.tick(pricesX96.size());
            pricesX96.add(swap.sqrtPriceX96());
            made.add(record(Topic.PRICE_TICKS, records.swap(swap, place), place));
        }
        return made;
    }

    /** How many ticks were made. */
    public int tickCount() {
        return pricesX96.size();
    }

    /** The number of the last tick at or before a place in the chain; -1: there was none yet. */
    public int lastTickAt(long block, int logIndex) {
        return clock.lastTickAt(block, logIndex);
    }

    /** The price after a tick; of -1 the first one. */
    public BigInteger sqrtPriceX96After(int tick) {
        return tick < 0 ? MeasuredPool.FIRST_SQRT_PRICE_X96 : pricesX96.get(tick);
    }

    /** All fees that a position has earned up to the last tick, at its price, in human units of token1. */
    public double feesValue(PlannedPosition position) {
        TokenAmounts raw = market.feesEarned(position);
        double sqrtPrice = market.sqrtPriceX96().doubleValue() / 0x1p96;
        double inToken1 = raw.amount0().doubleValue() * sqrtPrice * sqrtPrice
                + raw.amount1().doubleValue();
        return inToken1 / Math.pow(10, MeasuredPool.DECIMALS_1);
    }

    private FeedRecord record(Topic topic, SpecificRecord value, Place place) {
        byte[] bytes = serializer.serialize(topic.fullName(topicPrefix), value);
        return new FeedRecord(topic, key, bytes, clock.recordTimestampMs(place));
    }
}
