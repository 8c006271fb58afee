/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;

/** Waits for what another thread brings about. */
public final class Eventually {
    private Eventually() {}

    public static void holds(Callable<Boolean> condition) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(condition);
    }
}
