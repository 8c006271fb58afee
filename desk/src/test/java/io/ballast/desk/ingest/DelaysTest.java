/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DelaysTest {
    @Test
    void givesPercentilesOfTheLastDelays() {
        Delays delays = new Delays(100);
        assertThat(delays.percentile(0.5)).isEqualTo(-1);
        delays.add(9_999);
        for (long millis = 1; millis <= 100; millis++) {
            delays.add(millis);
        }

        assertThat(delays.percentile(0.5)).isEqualTo(50);
        assertThat(delays.percentile(0.99)).isEqualTo(99);
        assertThat(delays.percentile(1)).isEqualTo(100);
    }
}
