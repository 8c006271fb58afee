/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.delivery;

import io.ballast.schema.Alert;
import java.time.Instant;

/** How a kind of receiver is told of an alert. */
@FunctionalInterface
interface AlertFormat {
    /**
     * @param alert  FIRING or RESOLVED
     * @param now  when it is sent
     */
    Post post(Alert alert, Instant now);
}
