/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.sink;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.schema.PriceTick;
import io.ballast.schemas.catalogue.Topic;
import org.junit.jupiter.api.Test;

class OutgoingRecordTest {

    @Test
    void aValueGoesOnItsOwnTopicOnly() {
        PriceTick tick = (PriceTick) Samples.tick(1, 0).value();

        assertThatThrownBy(() -> new OutgoingRecord(Topic.POOL_EVENTS, "pool", tick, 1))
                .hasMessage("a PriceTick does not belong on pool-events");
        assertThatThrownBy(() -> new OutgoingRecord(Topic.PRICE_TICKS, "pool", tick, -1))
                .hasMessageContaining("timestampMs -1 is negative");
    }
}
