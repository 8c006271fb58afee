/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.desk.Samples;
import io.ballast.schema.PositionRisk;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryOfPositionsTest {
    private static final int POSITIONS = 100_000;
    /** Of a record with three windows, as the topology publishes it. */
    private static final int RECORD_BYTES = 700;
    /** Beside the record's own bytes: id 130, columns and index 190, histories 330; columns have room for twice as many at most. */
    private static final int MOST_BYTES_BESIDE = 1000;

    @Test
    void takesLittleMoreThanTheRecordItself() {
        long before = used();
        List<Object> kept = new ArrayList<>();
        PositionBook book = new PositionBook(new Versions("test"));
        History history = new History(List.of("value_usd", "hodl_value_usd", "fees_value_usd"), 512, 1000);
        kept.add(book);
        kept.add(history);
        for (int number = 0; number < POSITIONS; number++) {
            PositionRisk risk = Samples.position(Samples.WETH_USDC, number, number);
            book.put(risk.getPositionId(), risk, new byte[RECORD_BYTES], 0, 0);
            history.add(risk.getPositionId(), 1000L * number, number, number, number);
        }

        long bytesEach = (used() - before) / POSITIONS;

        assertThat(kept).hasSize(2);
        assertThat(bytesEach - RECORD_BYTES).as("bytes each beside the record").isBetween(1L, (long) MOST_BYTES_BESIDE);
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
