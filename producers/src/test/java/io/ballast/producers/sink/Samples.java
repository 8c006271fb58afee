/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.sink;

import io.ballast.schema.PriceTick;
import io.ballast.schema.PriceTickKind;
import io.ballast.schema.ProducerProgress;
import io.ballast.schemas.catalogue.Topic;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Small blocks of ticks. */
final class Samples {

    static final String PRODUCER = "replay-1";
    static final String SOURCE = "evm-logs/1 logs.jsonl sha256:00";

    private Samples() {}

    static OutgoingRecord tick(long block, int logIndex) {
        PriceTick tick = PriceTick.newBuilder()
                .setInstrumentId("pool")
                .setKind(PriceTickKind.SWAP)
                .setBlockNumber(block)
                .setLogIndex(logIndex)
                .setEventTime(Instant.ofEpochSecond(block))
                .build();
        return new OutgoingRecord(Topic.PRICE_TICKS, "pool", tick, block * 1000 + logIndex);
    }

    static RecordBlock block(long number, int records) {
        List<OutgoingRecord> ticks = IntStream.range(0, records)
                .mapToObj(index -> tick(number, index))
                .toList();
        return new RecordBlock(number, Optional.of("hash-" + number), ticks);
    }

    static ProducerProgress progress(long blockNumber, long recordsSent) {
        return ProducerProgress.newBuilder()
                .setProducerId(PRODUCER)
                .setSource(SOURCE)
                .setBlockNumber(blockNumber)
                .setBlockHash("hash-" + blockNumber)
                .setRecordsSent(recordsSent)
                .build();
    }
}
