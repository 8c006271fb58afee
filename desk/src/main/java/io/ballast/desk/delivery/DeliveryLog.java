/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.delivery;

import io.ballast.schema.AlertDelivery;
import java.util.Optional;

/** What one receiver was told, over restarts. */
interface DeliveryLog {
    /** What came of telling it of that alert the last time. */
    Optional<AlertDelivery> last(String fingerprint);

    /**
     * Returns when it is there for good.
     *
     * @throws org.apache.kafka.common.KafkaException if it cannot be written now
     */
    void write(AlertDelivery delivery);
}
