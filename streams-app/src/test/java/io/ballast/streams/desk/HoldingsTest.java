/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.schema.CurveState;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HoldingsTest {

    private final Holdings holdings = new Holdings();

    @Test
    void areThoseOfAPortfolioAndAllBelowIt_andNoOthers() {
        put("desk-a/eth", "p1");
        put("desk-a", "p2");
        put("desk-a/eth/wide", "p3");
        put("desk-a/eth-2", "p4");
        put("desk-ab", "p5");

        assertThat(holdings.of("desk-a")).extracting(Holding::poolId).containsExactlyInAnyOrder("p1", "p2", "p3", "p4");
        assertThat(holdings.of("desk-a/eth")).extracting(Holding::poolId).containsExactly("p1", "p3");
        assertThat(holdings.of("desk")).isEmpty();
        assertThat(holdings.holdsItself("desk-a")).isTrue();
        holdings.remove("desk-a@p2");
        assertThat(holdings.holdsItself("desk-a")).isFalse();
        assertThat(holdings.of("desk-a")).hasSize(3);
    }

    private void put(String portfolio, String pool) {
        holdings.put(
                portfolio + "@" + pool,
                new Holding(
                        portfolio,
                        pool,
                        CurveState.NOT_MEASURABLE,
                        null,
                        null,
                        "ETH",
                        "USDC",
                        false,
                        true,
                        Instant.EPOCH,
                        false));
    }
}
