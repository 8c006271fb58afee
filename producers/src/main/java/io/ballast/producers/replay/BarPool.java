/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

import io.ballast.producers.pools.PoolCatalogue;
import io.ballast.producers.pools.PoolListing;
import io.ballast.producers.records.Definitions;
import io.ballast.producers.records.Origin;
import io.ballast.producers.records.PoolClock;
import io.ballast.producers.sink.OutgoingRecord;
import io.ballast.risk.pool.concentrated.TickMath;
import io.ballast.schema.PoolEvent;
import io.ballast.schema.PoolEventKind;
import io.ballast.schema.PriceTick;
import io.ballast.schema.PriceTickKind;
import io.ballast.schemas.catalogue.Topic;
import java.time.Instant;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** Writes the records of a pool that is known by its minute bars. Mutable, single-threaded. */
final class BarPool {

    private final PoolListing pool;
    private final PoolCatalogue catalogue;
    private final PoolClock clock = new PoolClock();

    BarPool(PoolListing pool, PoolCatalogue catalogue) {
        this.pool = pool;
        this.catalogue = catalogue;
    }

    String poolId() {
        return pool.poolId(catalogue.chainId());
    }

    OutgoingRecord definition(Origin origin) {
        return record(Topic.POOLS, Definitions.of(pool, catalogue, origin), origin.eventTime());
    }

    /** The price before the bar. */
    OutgoingRecord initialize(MinuteBar bar, Origin origin) {
        PoolEvent event = origin.complete(PoolEvent.newBuilder()
                .setPoolId(poolId())
                .setKind(PoolEventKind.INITIALIZE)
                .setSqrtPriceX96Raw(TickMath.sqrtPriceX96AtTick(bar.openTick()).toString())
                .setTick(bar.openTick()));
        return record(Topic.POOL_EVENTS, event, bar.time());
    }

    OutgoingRecord tick(MinuteBar bar, Origin origin) {
        PriceTick tick = origin.complete(PriceTick.newBuilder()
                .setInstrumentId(poolId())
                .setKind(PriceTickKind.BAR)
                .setSqrtPriceX96Raw(TickMath.sqrtPriceX96AtTick(bar.closeTick()).toString())
                .setTick(bar.closeTick())
                .setLiquidityRaw(bar.currentLiquidity().toString())
                .setAmount0Raw(bar.netAmount0().toString())
                .setAmount1Raw(bar.netAmount1().toString())
                .setInAmount0Raw(bar.inAmount0().toString())
                .setInAmount1Raw(bar.inAmount1().toString())
                .setLowestTick(bar.lowestTick())
                .setHighestTick(bar.highestTick()));
        return record(Topic.PRICE_TICKS, tick, bar.time());
    }

    OutgoingRecord snapshot(BlockMark mark) {
        Origin origin = Origin.inBlock(mark.number(), Optional.empty(), Origin.AFTER_ALL_LOGS, mark.time());
        PoolEvent request =
                origin.complete(PoolEvent.newBuilder().setPoolId(poolId()).setKind(PoolEventKind.SNAPSHOT));
        return record(Topic.POOL_EVENTS, request, mark.time());
    }

    OutgoingRecord record(Topic topic, SpecificRecord value, Instant time) {
        return new OutgoingRecord(topic, poolId(), value, clock.next(time.toEpochMilli()));
    }
}
