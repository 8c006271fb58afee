/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.waiting;

import java.time.Duration;

/** How to wait. */
@FunctionalInterface
public interface Pause {

    /**
     * Waits.
     *
     * @return false if the caller is to stop
     */
    boolean of(Duration duration);
}
