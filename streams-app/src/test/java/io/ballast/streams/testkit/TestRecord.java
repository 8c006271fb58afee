/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.testkit;

import io.ballast.schema.PoolDefinition;
import io.ballast.schema.PoolEvent;
import io.ballast.schema.PositionEvent;
import io.ballast.schema.PriceTick;
import io.ballast.schemas.catalogue.Topic;
import org.apache.avro.specific.SpecificRecord;

/**
 * A record on its way to a topic.
 *
 * @param block  its block
 */
public record TestRecord(Topic topic, String key, SpecificRecord value, long timestampMs, long block) {

    /** The same record as a producer writes it that tells the order of delivery; a definition has no place in it. */
    public TestRecord numbered(String producerId, long poolSequence) {
        SpecificRecord copy =
                switch (topic) {
                    case PRICE_TICKS ->
                        PriceTick.newBuilder((PriceTick) value)
                                .setProducerId(producerId)
                                .setPoolSequence(poolSequence)
                                .build();
                    case POSITION_EVENTS ->
                        PositionEvent.newBuilder((PositionEvent) value)
                                .setProducerId(producerId)
                                .setPoolSequence(poolSequence)
                                .build();
                    case POOL_EVENTS ->
                        PoolEvent.newBuilder((PoolEvent) value)
                                .setProducerId(producerId)
                                .setPoolSequence(poolSequence)
                                .build();
                    default -> value;
                };
        return new TestRecord(topic, key, copy, timestampMs, block);
    }

    /** The same log, taken back by a reorganisation. */
    public TestRecord removed() {
        SpecificRecord copy =
                switch (topic) {
                    case PRICE_TICKS ->
                        PriceTick.newBuilder((PriceTick) value).setRemoved(true).build();
                    case POSITION_EVENTS ->
                        PositionEvent.newBuilder((PositionEvent) value)
                                .setRemoved(true)
                                .build();
                    case POOL_EVENTS ->
                        PoolEvent.newBuilder((PoolEvent) value).setRemoved(true).build();
                    case POOLS ->
                        PoolDefinition.newBuilder((PoolDefinition) value)
                                .setRemoved(true)
                                .build();
                    default -> throw new IllegalArgumentException("no log on " + topic);
                };
        return new TestRecord(topic, key, copy, timestampMs, block);
    }
}
