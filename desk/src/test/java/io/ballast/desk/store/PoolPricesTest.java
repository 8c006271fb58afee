/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.schema.RiskReason;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PoolPricesTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final PoolPrices prices = new PoolPrices();

    private double newest() {
        return prices.of("pool").orElseThrow().price();
    }

    @Test
    void knowsNoneOfAPoolThatNobodyHasTold() {
        prices.told("pool", null, NOON, RiskReason.TICK);

        assertThat(prices.of("pool")).isEmpty();
    }

    @Test
    void keepsTheNewest_andOfTwoOfOneTimeTheLast() {
        prices.told("pool", 1.0, NOON, RiskReason.TICK);
        prices.told("pool", 2.0, NOON, RiskReason.EVENT);
        prices.told("pool", 3.0, NOON.minusSeconds(1), RiskReason.TICK);
        prices.told("other", 4.0, NOON.plusSeconds(1), RiskReason.TICK);

        assertThat(newest()).isEqualTo(2);
    }

    @Test
    void goesBackWhereABranchWasTakenBack() {
        prices.told("pool", 1.0, NOON, RiskReason.TICK);
        prices.told("pool", 0.5, NOON.minusSeconds(12), RiskReason.RETRACTION);

        assertThat(newest()).isEqualTo(0.5);
    }
}
