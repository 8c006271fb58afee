/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.pipeline;

import java.util.List;

/** What must be true of ticks that were passed through: as many came out as went in. */
final class PassedTicks {

    private PassedTicks() {}

    static List<String> faults(long cameOut, long wentIn) {
        return cameOut == wentIn ? List.of() : List.of(wentIn + " ticks went in and " + cameOut + " came out");
    }
}
