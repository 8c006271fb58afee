/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class PoolClockPropertyTest {

    @Property
    void neverGoesBackAndNeverLeavesTheLatestSecond(
            @ForAll @Size(max = 2500) List<@IntRange(max = 5) Integer> blockTimesS) {
        PoolClock clock = new PoolClock();
        long last = -1;
        long latestS = 0;
        for (int timeS : blockTimesS) {
            latestS = Math.max(latestS, timeS);
            long now = clock.next(timeS * 1000L);
            assertThat(now).isGreaterThanOrEqualTo(last).isBetween(latestS * 1000, latestS * 1000 + 999);
            last = now;
        }
    }

    @Property
    void countsTheRecordsOfASecond(@ForAll @IntRange(min = 1, max = 2000) int records) {
        PoolClock clock = new PoolClock();
        long last = 0;
        for (int i = 0; i < records; i++) {
            last = clock.next(7000);
        }
        assertThat(last).isEqualTo(7000 + Math.min(records - 1, 999));
    }
}
