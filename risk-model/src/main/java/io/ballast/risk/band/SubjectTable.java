/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.band;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Which number a {@link BandIndex} has given to the subject of a name, and the way back. Names are kept as bytes: 30 bytes a
 * subject or so for names like {@code nft:123456}, at most 60.
 *
 * <p>Mutable and single-threaded.
 */
public final class SubjectTable {

    /** What {@link #id} says of a name that is not in the table. */
    public static final int ABSENT = -1;

    private static final int FIRST_SLOTS = 16;
    private static final int SMALLEST_WASTE = 1 << 16;

    private final IntColumn places = new IntColumn();
    private ByteArena arena = new ByteArena();
    /** Number + 1 by hash, linear probing; 0 is free. */
    private int[] slots = new int[FIRST_SLOTS];

    private int size;
    private int ids;
    private long waste;

    public int size() {
        return size;
    }

    /** The number of a name, or {@link #ABSENT}. */
    public int id(String name) {
        return slots[slot(name.getBytes(UTF_8))] - 1;
    }

    /** The name of a number; null if it has none. */
    public String name(int id) {
        return id >= 0 && id < ids && places.get(id) != ABSENT ? new String(arena.get(places.get(id)), UTF_8) : null;
    }

    /** @throws IllegalArgumentException if the name or the number is there already, or the name is too long */
    public void put(String name, int id) {
        byte[] bytes = name.getBytes(UTF_8);
        if (bytes.length > ByteArena.LONGEST) {
            throw new IllegalArgumentException(
                    "A subject's name may have " + ByteArena.LONGEST + " bytes, but one has " + bytes.length);
        }
        if (id < 0 || name(id) != null || slots[slot(bytes)] != 0) {
            throw new IllegalArgumentException("Subject '" + name + "' or number " + id + " is in the table already");
        }
        reserve(id);
        places.set(id, arena.add(bytes));
        slots[slot(bytes)] = id + 1;
        size++;
    }

    /** @throws IllegalArgumentException if no name has this number */
    public void remove(int id) {
        String name = name(id);
        if (name == null) {
            throw new IllegalArgumentException("No subject has the number " + id);
        }
        byte[] bytes = name.getBytes(UTF_8);
        free(slot(bytes));
        places.set(id, ABSENT);
        size--;
        waste += bytes.length;
        if (waste > SMALLEST_WASTE && waste > arena.size() / 2) {
            compact();
        }
    }

    private void reserve(int id) {
        places.ensure(id + 1);
        while (ids <= id) {
            places.set(ids++, ABSENT);
        }
        if (4 * (size + 1) > 3 * slots.length) {
            int[] old = slots;
            slots = new int[2 * old.length];
            for (int entry : old) {
                if (entry != 0) {
                    slots[slot(arena.get(places.get(entry - 1)))] = entry;
                }
            }
        }
    }

    /** Where a name is, or would be put. */
    private int slot(byte[] name) {
        int slot = home(name);
        while (slots[slot] != 0 && !arena.matches(places.get(slots[slot] - 1), name)) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    private int home(byte[] name) {
        int hash = 0;
        for (byte b : name) {
            hash = 31 * hash + b;
        }
        hash *= 0x9E3779B9;
        return (hash ^ hash >>> 15) & slots.length - 1;
    }

    /** Moves up what was pushed on by the one that goes, so that no search stops too early. */
    private void free(int slot) {
        int hole = slot;
        int mask = slots.length - 1;
        for (int next = hole + 1 & mask; slots[next] != 0; next = next + 1 & mask) {
            int home = home(arena.get(places.get(slots[next] - 1)));
            if ((next - home & mask) >= (next - hole & mask)) {
                slots[hole] = slots[next];
                hole = next;
            }
        }
        slots[hole] = 0;
    }

    private void compact() {
        ByteArena fresh = new ByteArena();
        for (int id = 0; id < ids; id++) {
            if (places.get(id) != ABSENT) {
                places.set(id, fresh.add(arena.get(places.get(id))));
            }
        }
        arena = fresh;
        waste = 0;
    }
}
