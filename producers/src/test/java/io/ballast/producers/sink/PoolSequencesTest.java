/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.schema.PoolEvent;
import io.ballast.schema.PoolEventKind;
import io.ballast.schema.PositionEvent;
import io.ballast.schema.PositionEventKind;
import io.ballast.schema.PriceTick;
import io.ballast.schema.PriceTickKind;
import io.ballast.schemas.catalogue.Topic;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.specific.SpecificRecordBase;
import org.junit.jupiter.api.Test;

class PoolSequencesTest {

    private static final long BLOCK = 7;

    private final MemorySink sink = new MemorySink("replay-1");

    private static OutgoingRecord tick(String instrument, PriceTickKind kind) {
        return record(
                Topic.PRICE_TICKS,
                instrument,
                PriceTick.newBuilder()
                        .setInstrumentId(instrument)
                        .setKind(kind)
                        .setBlockNumber(BLOCK)
                        .setLogIndex(0)
                        .setEventTime(Instant.EPOCH)
                        .build());
    }

    private static OutgoingRecord mint(String pool) {
        return record(
                Topic.POSITION_EVENTS,
                pool,
                PositionEvent.newBuilder()
                        .setPoolId(pool)
                        .setKind(PositionEventKind.MINT)
                        .setBlockNumber(BLOCK)
                        .setLogIndex(0)
                        .setEventTime(Instant.EPOCH)
                        .build());
    }

    private static OutgoingRecord request(String pool, boolean removed) {
        return record(
                Topic.POOL_EVENTS,
                pool,
                PoolEvent.newBuilder()
                        .setPoolId(pool)
                        .setKind(PoolEventKind.SNAPSHOT)
                        .setBlockNumber(BLOCK)
                        .setLogIndex(0)
                        .setRemoved(removed)
                        .setEventTime(Instant.EPOCH)
                        .build());
    }

    private static OutgoingRecord record(Topic topic, String key, SpecificRecord value) {
        return new OutgoingRecord(topic, key, value, 0);
    }

    private List<Object> written(String field) {
        return sink.records().stream()
                .map(sent -> ((SpecificRecordBase) sent.value()).get(field))
                .toList();
    }

    @Test
    void shouldCountEachPoolsRecordsOverAllTopics() {
        sink.write(new RecordBlock(
                BLOCK,
                Optional.empty(),
                List.of(request("a", false), tick("a", PriceTickKind.SWAP), mint("b"), mint("a"))));
        sink.write(
                new RecordBlock(BLOCK, Optional.empty(), List.of(tick("b", PriceTickKind.SYNC), request("a", true))));

        assertThat(written("pool_sequence")).containsExactly(0L, 1L, 0L, 2L, 1L, 3L);
        assertThat(written("producer_id")).containsOnly("replay-1");
    }

    @Test
    void shouldLeavePricesOfMarketsAlone() {
        sink.write(new RecordBlock(BLOCK, Optional.empty(), List.of(tick("coinbase:ETH-USD", PriceTickKind.TRADE))));

        assertThat(written("pool_sequence")).containsOnlyNulls();
        assertThat(written("producer_id")).containsOnlyNulls();
    }
}
