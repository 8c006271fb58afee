/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.record;

import io.ballast.risk.book.Arrival;
import io.ballast.risk.book.LogPosition;
import io.ballast.schema.PoolDefinition;
import io.ballast.schema.PoolEvent;
import io.ballast.schema.PositionEvent;
import io.ballast.schema.PriceTick;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;

/** Reads records of pools, fresh from their topic or from bytes that were kept. */
public final class RecordReader {

    private final Deserializer<PoolDefinition> definitions;
    private final Deserializer<PriceTick> priceTicks;
    private final Deserializer<PositionEvent> positionEvents;
    private final Deserializer<PoolEvent> poolEvents;

    public RecordReader(
            Deserializer<PoolDefinition> definitions,
            Deserializer<PriceTick> priceTicks,
            Deserializer<PositionEvent> positionEvents,
            Deserializer<PoolEvent> poolEvents) {
        this.definitions = definitions;
        this.priceTicks = priceTicks;
        this.positionEvents = positionEvents;
        this.poolEvents = poolEvents;
    }

    public PoolDefinition definition(StoredRecord record) {
        return definitions.deserialize(record.from().topicName(), record.value());
    }

    /** Of bytes that were kept. */
    public Arrival<Origin> arrival(String key, Coordinates from, byte[] raw) {
        return arrival(key, from, value(from, raw), raw);
    }

    /** What bytes that were kept say of a pool. */
    public SpecificRecord value(Coordinates from, byte[] raw) {
        return switch (from.topic()) {
            case PRICE_TICKS -> priceTicks.deserialize(from.topicName(), raw);
            case POSITION_EVENTS -> positionEvents.deserialize(from.topicName(), raw);
            case POOL_EVENTS -> poolEvents.deserialize(from.topicName(), raw);
            default -> throw new IllegalArgumentException("no events of a book on " + from);
        };
    }

    /**
     * A record's place in the order of delivery.
     *
     * @return null: its producer does not tell, or it is not this pool's
     * @throws MalformedRecordException if it makes no sense
     */
    public static Sequence sequence(String poolId, SpecificRecord value) {
        if (value instanceof PriceTick tick && poolId.equals(tick.getInstrumentId())) {
            return Sequence.of(tick.getProducerId(), tick.getPoolSequence());
        } else if (value instanceof PositionEvent event && poolId.equals(event.getPoolId())) {
            return Sequence.of(event.getProducerId(), event.getPoolSequence());
        } else if (value instanceof PoolEvent event && poolId.equals(event.getPoolId())) {
            return Sequence.of(event.getProducerId(), event.getPoolSequence());
        }
        return null;
    }

    /**
     * Of a record just read.
     *
     * @throws IllegalArgumentException if its key is not the pool's, or fields that its kind needs are missing or wrong
     */
    public static Arrival<Origin> arrival(String key, Coordinates from, SpecificRecord value, byte[] raw) {
        if (value instanceof PriceTick tick) {
            Fields.requireKey(key, "instrument_id", tick.getInstrumentId());
            return PriceTickAdapter.arrival(tick, from, raw);
        } else if (value instanceof PositionEvent event) {
            Fields.requireKey(key, "pool_id", event.getPoolId());
            return PositionEventAdapter.arrival(event, from, raw);
        } else if (value instanceof PoolEvent event) {
            Fields.requireKey(key, "pool_id", event.getPoolId());
            return PoolEventAdapter.arrival(event, from, raw);
        }
        throw new IllegalArgumentException("no events of a book on " + from);
    }

    /** @throws IllegalArgumentException if the record's key is not the pool's id */
    public static void requireKey(String key, PoolDefinition definition) {
        Fields.requireKey(key, "pool_id", definition.getPoolId());
    }

    /** Where a record says that it stands; null when that makes no sense. For reports only. */
    public static LogPosition placeOrNull(SpecificRecord value) {
        Object block = field(value, "block_number");
        Object log = field(value, "log_index");
        boolean sensible = block instanceof Long number && number >= 0 && log instanceof Integer index && index >= 0;
        return sensible ? new LogPosition((Long) block, null, (Integer) log) : null;
    }

    private static Object field(SpecificRecord value, String name) {
        Schema.Field field = value.getSchema().getField(name);
        return field == null ? null : value.get(field.pos());
    }
}
