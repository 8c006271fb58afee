/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.delivery;

import io.ballast.schema.AlertDelivery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;

/** A log that may be out of order. */
final class MemoryLog implements DeliveryLog {
    final List<AlertDelivery> written = new ArrayList<>();
    boolean broken;

    @Override
    public Optional<AlertDelivery> last(String fingerprint) {
        return written.stream()
                .filter(delivery -> delivery.getFingerprint().equals(fingerprint))
                .reduce((older, newer) -> newer);
    }

    @Override
    public void write(AlertDelivery delivery) {
        if (broken) {
            throw new KafkaException("no broker");
        }
        written.add(delivery);
    }
}
