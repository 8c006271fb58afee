/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.testkit;

import io.ballast.streams.config.PublicationKeys;
import java.util.List;
import java.util.Map;

/** Settings by which every change of a figure is published, and nothing else. */
public final class EveryChange {

    private static final List<String> KEYS = List.of(
            PublicationKeys.TOLERANCE_VALUE,
            PublicationKeys.TOLERANCE_IL,
            PublicationKeys.TOLERANCE_DELTA,
            PublicationKeys.TOLERANCE_FEES,
            PublicationKeys.HEARTBEAT_MS);

    private EveryChange() {}

    /** Leaves them out again: what is published then is what has left the tolerances that the product comes with. */
    public static void notIn(Map<String, String> settings) {
        KEYS.forEach(settings::remove);
    }

    /** Adds them where they are not set. */
    public static void in(Map<String, String> settings) {
        KEYS.forEach(key -> settings.putIfAbsent(key, "0"));
    }
}
