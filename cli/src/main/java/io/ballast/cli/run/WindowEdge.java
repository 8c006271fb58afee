/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.run;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** Where a part of a recording begins or ends: a time, or a block; one of the two is there. */
record WindowEdge(Optional<Instant> time, OptionalLong block) {
    @Override
    public String toString() {
        return time.map(Instant::toString).orElseGet(() -> "block " + block.orElseThrow());
    }
}
