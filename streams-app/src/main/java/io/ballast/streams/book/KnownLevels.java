/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.book;

import io.ballast.risk.band.Levels;
import io.ballast.risk.book.PositionIdentity;
import java.util.Arrays;
import java.util.function.Function;

/**
 * Levels of the positions of a pool, by number of the index. They follow from who a position is and whose, so they are looked up again
 * only when that has changed: with thousands of rules to look through this was a twentieth of what publishing cost. Takes no room
 * where nobody has levels. Mutable and single-threaded.
 */
final class KnownLevels {

    private final Function<PositionIdentity, Levels> levels;
    private PositionIdentity[] identities = new PositionIdentity[0];
    private Levels[] known = new Levels[0];

    KnownLevels(Function<PositionIdentity, Levels> levels) {
        this.levels = levels;
    }

    Levels of(int id, PositionIdentity identity) {
        if (id < known.length && identity.equals(identities[id])) {
            return known[id];
        }
        Levels found = levels.apply(identity);
        if (!found.isNone()) {
            keep(id, identity, found);
        }
        return found;
    }

    private void keep(int id, PositionIdentity identity, Levels found) {
        if (id >= known.length) {
            int length = Math.max(id + 1, 2 * known.length);
            identities = Arrays.copyOf(identities, length);
            known = Arrays.copyOf(known, length);
        }
        identities[id] = identity;
        known[id] = found;
    }
}
