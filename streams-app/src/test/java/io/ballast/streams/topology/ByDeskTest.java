/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ByDeskTest {

    @Test
    void shouldSendAllThatADeskHasToOnePartition() {
        assertThat(partition("desk-a")).isEqualTo(partition("desk-a/eth/wide@uniswap-v3:1:0xa/b"));
        assertThat(partition("desk-a@uniswap-v3:1:0xa")).isEqualTo(partition("desk-a/btc"));
    }

    private static Set<Integer> partition(String key) {
        return new ByDesk<String>().partitions("any", key, null, 12).orElseThrow();
    }
}
