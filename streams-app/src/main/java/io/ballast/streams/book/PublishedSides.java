/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.book;

import io.ballast.risk.band.Levels;
import java.util.Arrays;

/** On which side of their levels positions were when they were published last; by number of the index. Mutable. */
final class PublishedSides {

    private int[] sides = new int[0];

    boolean isOther(int id, Levels levels, int side) {
        return !levels.isNone() && (id >= sides.length || sides[id] != side);
    }

    /** Takes no room where nobody has levels. */
    void published(int id, Levels levels, int side) {
        if (levels.isNone()) {
            return;
        }
        if (id >= sides.length) {
            sides = Arrays.copyOf(sides, Math.max(id + 1, 2 * sides.length));
        }
        sides[id] = side;
    }
}
