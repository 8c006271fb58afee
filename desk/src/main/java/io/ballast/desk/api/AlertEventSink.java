/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.api;

import io.ballast.schema.AlertEvent;

/** Where goes what people do about alerts. */
@FunctionalInterface
public interface AlertEventSink {
    /**
     * Returns when it is there for good.
     *
     * @throws ProblemException with status 503 if it cannot be written now
     */
    void write(AlertEvent event);
}
