/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeskTest {

    private static final int PARTITIONS = 64;

    @Test
    void shouldKeepADeskTogether() {
        assertThat(Desk.partition("desk-a/eth/wide@uniswap-v3:1:0xab", PARTITIONS))
                .isEqualTo(Desk.partition("desk-a", PARTITIONS))
                .isEqualTo(Desk.partition("desk-a@uniswap-v2:1:0xcd", PARTITIONS))
                .isEqualTo(Desk.partition("desk-a/btc", PARTITIONS));
    }

    @Test
    void shouldTellDesksApart() {
        assertThat(Desk.partition("desk-a", PARTITIONS)).isNotEqualTo(Desk.partition("desk-b", PARTITIONS));
    }
}
