/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.aggregate;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * Boundaries by tick in a treap, each with the sums over its subtree.
 *
 * <p>Priorities are the mixed bits of the tick, so the shape depends on which boundaries there are, never on how they came
 * to be: depth is that of a random tree, about 1.4 to 3 times log2 of the number. Nodes are rows of arrays; row 0 stands
 * for "none" and keeps zero sums. A node's own numbers are its sums less those of its children.
 *
 * <p>Mutable and single-threaded.
 */
final class BoundaryTree {

    private static final int NONE = 0;
    private static final int SMALLEST = 4;

    private int[] ticks = new int[SMALLEST];
    private int[] left = new int[SMALLEST];
    private int[] right = new int[SMALLEST];
    private SumTable sums = new SumTable(new SumLayout(0), SMALLEST);
    private int root = NONE;
    private int size;
    /** Rows used so far, those given up included, which are chained by their left link. */
    private int used = 1;

    private int free = NONE;
    /** What the last split left. */
    private int below;

    private int above;

    int size() {
        return size;
    }

    SumLayout layout() {
        return sums.layout();
    }

    /** Makes room for sums of liquidity of so many bits. */
    void widen(int liquidityBits) {
        if (!layout().fits(liquidityBits)) {
            SumTable wider = new SumTable(new SumLayout(liquidityBits), ticks.length);
            for (int row = 1; row < used; row++) {
                wider.copyRow(row, sums, row);
            }
            sums = wider;
        }
    }

    /** Liquidity of all ranges that end at a tick. */
    BigInteger gross(int tick) {
        return sums.get(find(tick), SumLayout.GROSS);
    }

    /** Liquidity net at a tick alone. */
    BigInteger net(int tick) {
        int node = find(tick);
        if (node == NONE) {
            return BigInteger.ZERO;
        }
        return sums.get(node, SumLayout.NET)
                .subtract(sums.get(left[node], SumLayout.NET))
                .subtract(sums.get(right[node], SumLayout.NET));
    }

    /**
     * Adds to a boundary's sums; one that is left without any liquidity disappears.
     *
     * @param change  one row of this tree's layout
     * @param gross  the boundary's new gross liquidity
     */
    void add(int tick, SumTable change, BigInteger gross) {
        int node = find(tick);
        if (node == NONE) {
            insert(tick, change, gross);
            return;
        }
        addToPath(tick, change);
        sums.set(node, SumLayout.GROSS, gross);
        if (gross.signum() == 0) {
            remove(tick);
        }
    }

    /** Sums over all boundaries. */
    SumTable total() {
        SumTable total = new SumTable(layout(), 1);
        total.accumulate(sums, root);
        return total;
    }

    /** Sums over the boundaries at or below a tick. */
    SumTable sumsUpTo(int tick) {
        SumTable upTo = total();
        int node = root;
        while (node != NONE) {
            if (ticks[node] <= tick) {
                node = right[node];
            } else {
                upTo.reduce(sums, node);
                upTo.accumulate(sums, left[node]);
                node = left[node];
            }
        }
        return upTo;
    }

    /** The highest boundary at or below a tick; null: none. */
    Integer floor(int tick) {
        Integer found = null;
        int node = root;
        while (node != NONE) {
            if (ticks[node] <= tick) {
                found = ticks[node];
                node = right[node];
            } else {
                node = left[node];
            }
        }
        return found;
    }

    /** The lowest boundary above a tick; null: none. */
    Integer higher(int tick) {
        Integer found = null;
        int node = root;
        while (node != NONE) {
            if (ticks[node] > tick) {
                found = ticks[node];
                node = left[node];
            } else {
                node = right[node];
            }
        }
        return found;
    }

    private int find(int tick) {
        int node = root;
        while (node != NONE && ticks[node] != tick) {
            node = tick < ticks[node] ? left[node] : right[node];
        }
        return node;
    }

    private void addToPath(int tick, SumTable change) {
        int node = root;
        while (ticks[node] != tick) {
            sums.addSums(node, change);
            node = tick < ticks[node] ? left[node] : right[node];
        }
        sums.addSums(node, change);
    }

    private void insert(int tick, SumTable change, BigInteger gross) {
        int created = newNode(tick);
        int parent = NONE;
        int node = root;
        while (node != NONE && comesFirst(node, created)) {
            sums.addSums(node, change);
            parent = node;
            node = tick < ticks[node] ? left[node] : right[node];
        }
        split(node, tick);
        left[created] = below;
        right[created] = above;
        sums.addSums(created, change);
        sums.addSums(created, below);
        sums.addSums(created, above);
        sums.set(created, SumLayout.GROSS, gross);
        attach(parent, tick, created);
    }

    private void remove(int tick) {
        int parent = NONE;
        int node = root;
        while (ticks[node] != tick) {
            parent = node;
            node = tick < ticks[node] ? left[node] : right[node];
        }
        attach(parent, tick, merge(left[node], right[node]));
        giveUp(node);
    }

    private void attach(int parent, int tick, int child) {
        if (parent == NONE) {
            root = child;
        } else if (tick < ticks[parent]) {
            left[parent] = child;
        } else {
            right[parent] = child;
        }
    }

    /** Cuts a subtree in two, {@link #below} and {@link #above} a tick that it has not got. */
    private void split(int node, int tick) {
        if (node == NONE) {
            below = NONE;
            above = NONE;
        } else if (ticks[node] < tick) {
            sums.subtractSums(node, right[node]);
            split(right[node], tick);
            right[node] = below;
            sums.addSums(node, below);
            below = node;
        } else {
            sums.subtractSums(node, left[node]);
            split(left[node], tick);
            left[node] = above;
            sums.addSums(node, above);
            above = node;
        }
    }

    /** Joins two subtrees, all of the first below all of the second. */
    private int merge(int lower, int upper) {
        if (lower == NONE || upper == NONE) {
            return lower == NONE ? upper : lower;
        }
        if (comesFirst(lower, upper)) {
            sums.addSums(lower, upper);
            right[lower] = merge(right[lower], upper);
            return lower;
        }
        sums.addSums(upper, lower);
        left[upper] = merge(lower, left[upper]);
        return upper;
    }

    private boolean comesFirst(int node, int other) {
        return priority(ticks[node]) < priority(ticks[other]);
    }

    /** A bijection of 32-bit integers with well mixed bits, so no two ticks tie. Source: MurmurHash3 fmix32. */
    private static int priority(int tick) {
        int mixed = tick;
        mixed = (mixed ^ mixed >>> 16) * 0x85ebca6b;
        mixed = (mixed ^ mixed >>> 13) * 0xc2b2ae35;
        return mixed ^ mixed >>> 16;
    }

    private int newNode(int tick) {
        int node = free;
        if (node == NONE) {
            node = nextRow();
        } else {
            free = left[node];
        }
        ticks[node] = tick;
        size++;
        return node;
    }

    private int nextRow() {
        if (used == ticks.length) {
            int rows = used + (used >> 2) + 1;
            ticks = Arrays.copyOf(ticks, rows);
            left = Arrays.copyOf(left, rows);
            right = Arrays.copyOf(right, rows);
            sums.resize(rows);
        }
        return used++;
    }

    private void giveUp(int node) {
        sums.clear(node);
        left[node] = free;
        right[node] = NONE;
        free = node;
        size--;
        if (size == 0) {
            forgetRows();
        }
    }

    private void forgetRows() {
        ticks = new int[SMALLEST];
        left = new int[SMALLEST];
        right = new int[SMALLEST];
        sums = new SumTable(new SumLayout(0), SMALLEST);
        used = 1;
        free = NONE;
    }
}
