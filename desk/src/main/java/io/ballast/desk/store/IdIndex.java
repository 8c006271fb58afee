/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.store;

import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * Finds the row of an id. Open addressing over row numbers: no object for an entry, as a map would have. Ids themselves are the
 * table's. Not thread-safe.
 */
final class IdIndex {
    static final int ABSENT = -1;

    private static final int FREE = 0;
    private static final int DELETED = -1;
    private static final int FIRST_SLOTS = 64;

    private final IntFunction<String> idOfRow;
    private int[] slots = new int[FIRST_SLOTS];
    private int taken;

    IdIndex(IntFunction<String> idOfRow) {
        this.idOfRow = idOfRow;
    }

    int find(String id) {
        for (int slot = first(id); slots[slot] != FREE; slot = next(slot)) {
            if (slots[slot] != DELETED && idOfRow.apply(slots[slot] - 1).equals(id)) {
                return slots[slot] - 1;
            }
        }
        return ABSENT;
    }

    /** The id must be absent, and {@code idOfRow} must know it already. */
    void add(String id, int row) {
        if (2 * (taken + 1) > slots.length) {
            rebuild();
        }
        insert(id, row);
    }

    private void insert(String id, int row) {
        int slot = first(id);
        while (slots[slot] != FREE) {
            slot = next(slot);
        }
        slots[slot] = row + 1;
        taken++;
    }

    void remove(String id) {
        for (int slot = first(id); slots[slot] != FREE; slot = next(slot)) {
            if (slots[slot] != DELETED && idOfRow.apply(slots[slot] - 1).equals(id)) {
                slots[slot] = DELETED;
                return;
            }
        }
    }

    private void rebuild() {
        int[] old = slots;
        long live = Arrays.stream(old).filter(slot -> slot > FREE).count();
        slots = new int[(int) (live * 4 > old.length ? old.length * 2L : old.length)];
        taken = 0;
        for (int slot : old) {
            if (slot > FREE) {
                insert(idOfRow.apply(slot - 1), slot - 1);
            }
        }
    }

    private int first(String id) {
        int hash = id.hashCode() * 0x9E3779B9;
        return (hash ^ hash >>> 16) & slots.length - 1;
    }

    private int next(int slot) {
        return slot + 1 & slots.length - 1;
    }
}
