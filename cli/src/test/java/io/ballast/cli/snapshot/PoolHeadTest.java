/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.schema.PoolEvent;
import io.ballast.schema.PoolEventKind;
import io.ballast.schema.PriceTick;
import io.ballast.schema.PriceTickKind;
import io.ballast.schema.ProducerProgress;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PoolHeadTest {
    private static final Instant TIME = Instant.parse("2026-01-02T03:04:05Z");

    @Test
    void isTheNewestBlock_withTheLatestTimestamp() {
        PoolHead older = PoolHead.of(event(5, false), 7_000);
        PoolHead newer = PoolHead.of(tick(6), 6_000);

        assertThat(older.max(newer)).isEqualTo(newer.max(older));
        assertThat(older.max(newer).blockNumber()).isEqualTo(6);
        assertThat(older.max(newer).blockHash()).contains("0x06");
        assertThat(older.max(newer).timestampMs()).isEqualTo(7_000);
    }

    @Test
    void hasNoHash_whenTheBlockWasTakenBack() {
        assertThat(PoolHead.of(event(5, false), 1).blockHash()).contains("0x05");
        assertThat(PoolHead.of(event(5, true), 1).blockHash()).isEqualTo(Optional.empty());
    }

    @Test
    void refusesWhatIsNoInputOfAPool() {
        ProducerProgress progress = ProducerProgress.newBuilder()
                .setProducerId("p")
                .setSource("s")
                .setBlockNumber(1)
                .build();

        assertThatThrownBy(() -> PoolHead.of(progress, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ProducerProgress");
    }

    private static PoolEvent event(long block, boolean removed) {
        return PoolEvent.newBuilder()
                .setPoolId("pool")
                .setKind(PoolEventKind.FLASH)
                .setBlockNumber(block)
                .setBlockHash("0x0" + block)
                .setLogIndex(0)
                .setRemoved(removed)
                .setEventTime(TIME)
                .build();
    }

    private static PriceTick tick(long block) {
        return PriceTick.newBuilder()
                .setInstrumentId("pool")
                .setKind(PriceTickKind.SWAP)
                .setBlockNumber(block)
                .setBlockHash("0x0" + block)
                .setLogIndex(0)
                .setEventTime(TIME)
                .build();
    }
}
