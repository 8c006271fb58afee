/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.monitoring;

import java.util.List;

/**
 * Whether a process does what it is there for.
 *
 * @param reasons  why it does not, for people; none: it is ready
 * @param warnings  what is wrong, though it is ready
 */
public record Health(List<String> reasons, List<String> warnings) {

    public static final Health READY = new Health(List.of(), List.of());

    public Health {
        reasons = List.copyOf(reasons);
        warnings = List.copyOf(warnings);
    }

    /** Not ready, for one reason. */
    public static Health not(String reason) {
        return new Health(List.of(reason), List.of());
    }

    public boolean isReady() {
        return reasons.isEmpty();
    }
}
