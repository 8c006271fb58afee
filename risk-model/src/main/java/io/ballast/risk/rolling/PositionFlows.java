/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.rolling;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Deposits and withdrawals of one position inside the longest window, oldest first. Immutable: kept in a journaled row, it
 * is undone by putting the old value back. Nearly all positions have none or one.
 *
 * <p>Liquidity that came in before the longest window, or before anything was known of the position, has no record: it is
 * whatever the position holds beyond the lots here.
 *
 * <p>Each change also tidies up. Records older than the longest window go. Neighbours become one if no window that ends now
 * or later can start between them: a record of last Monday needs no telling apart from another of the same hour. So even a
 * position that deposits and withdraws in every block has at most 61 records for each window.
 *
 * <p><b>What the caller must keep:</b> the flows of a closed position as well, until {@link #tidied} leaves none: they still
 * count in the loss of its pool and portfolio.
 *
 * @param records  by time, each time once
 */
public record PositionFlows(List<FlowSum> records) {

    /** Fraction bits of all liquidity here: that of a concentrated pool is shifted left by so many. */
    public static final int LIQUIDITY_FRACTION_BITS = Scale.LIQUIDITY;

    /** No deposit or withdrawal in any window. */
    public static final PositionFlows NONE = new PositionFlows(List.of());

    public PositionFlows {
        records = List.copyOf(records);
        for (int i = 1; i < records.size(); i++) {
            if (records.get(i - 1).timeMs() >= records.get(i).timeMs()) {
                throw new IllegalArgumentException(
                        "flows at " + records.get(i - 1).timeMs() + " and "
                                + records.get(i).timeMs() + " are not in order of time");
            }
        }
    }

    public boolean isEmpty() {
        return records.isEmpty();
    }

    /**
     * Adds liquidity.
     *
     * @param timeMs  event time
     * @param liquidityX64  not negative
     * @param brought  the tokens that its losses are measured against
     * @param grown  the same liquidity, in the units and with the loss by which loss versus rebalancing is counted
     */
    public PositionFlows deposit(
            Windows windows, long timeMs, BigInteger liquidityX64, HeldTokens brought, Grown grown) {
        if (liquidityX64.signum() < 0) {
            throw new IllegalArgumentException(
                    "a deposit of " + liquidityX64 + " / 2^64 at " + timeMs + " is negative");
        }
        if (liquidityX64.signum() == 0) {
            return this;
        }
        return with(FlowSum.deposit(timeMs, liquidityX64, brought, grown)).tidied(windows, timeMs);
    }

    /**
     * Takes liquidity out, the same fraction of every lot.
     *
     * @param at  event time and the pool's price then
     * @param partX64  liquidity taken out, not negative
     * @param heldX64  liquidity before; at least the partX64, and at least what the lots hold
     * @param taken  the tokens that the part is settled at
     * @param grown  the part, in the units and with the loss by which loss versus rebalancing is counted
     */
    public PositionFlows withdraw(
            Windows windows, PricePoint at, BigInteger partX64, BigInteger heldX64, HeldTokens taken, Grown grown) {
        if (partX64.signum() == 0) {
            return this;
        }
        List<BigInteger> pieces = pieces(partX64, heldX64);
        List<FlowSum> left = new ArrayList<>(records.size() + 1);
        for (int i = 0; i < records.size(); i++) {
            left.add(records.get(i).without(pieces.get(i), at));
        }
        return new PositionFlows(left)
                .with(FlowSum.exit(at, partX64, taken, grown))
                .tidied(windows, at.timeMs());
    }

    /**
     * The lots that move along when a part of the liquidity goes to another holder: add them to that holder's flows with
     * {@link #plus}, and keep {@link #withoutLots} of them here. Withdrawals made before stay behind.
     */
    public PositionFlows lots(BigInteger partX64, BigInteger heldX64) {
        List<BigInteger> pieces = pieces(partX64, heldX64);
        List<FlowSum> moved = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            if (pieces.get(i).signum() > 0) {
                moved.add(records.get(i).lot(pieces.get(i)));
            }
        }
        return new PositionFlows(moved);
    }

    /** These flows without lots that are a part of them. */
    public PositionFlows withoutLots(PositionFlows lots) {
        List<FlowSum> left = new ArrayList<>(records);
        for (FlowSum lot : lots.records) {
            int place = indexOf(lot.timeMs());
            if (place < 0) {
                throw new IllegalArgumentException("nothing came in at " + lot.timeMs() + " that could be moved");
            }
            left.set(place, left.get(place).minus(lot));
        }
        return new PositionFlows(left);
    }

    /** Both flows together. */
    public PositionFlows plus(PositionFlows other) {
        PositionFlows sum = this;
        for (FlowSum record : other.records) {
            sum = sum.with(record);
        }
        return sum;
    }

    /** Without what no window that ends now or later needs, and with neighbours merged that none can tell apart. */
    public PositionFlows tidied(Windows windows, long nowMs) {
        long start = windows.longest().startAt(nowMs);
        List<FlowSum> kept = new ArrayList<>(records.size());
        for (FlowSum record : records) {
            int last = kept.size() - 1;
            if (last >= 0 && !windows.canPart(kept.get(last).timeMs(), record.timeMs(), nowMs)) {
                kept.set(last, kept.get(last).plus(record));
            } else if (record.timeMs() > start) {
                kept.add(record);
            }
        }
        return kept.size() == records.size() ? this : new PositionFlows(kept);
    }

    /** Sum of what lies inside a window. */
    public FlowSum inside(WindowStart start) {
        FlowSum sum = FlowSum.none(start.timeMs());
        for (FlowSum record : records) {
            if (start.isBefore(record.timeMs())) {
                sum = sum.plus(record);
            }
        }
        return sum;
    }

    /** What came in less what went out inside a window, with the losses that its range had grown to. */
    public Grown netInside(WindowStart start) {
        return isEmpty() ? Grown.NONE : inside(start).net();
    }

    private PositionFlows with(FlowSum record) {
        List<FlowSum> more = new ArrayList<>(records);
        int place = indexOf(record.timeMs());
        if (place >= 0) {
            more.set(place, more.get(place).plus(record));
        } else {
            more.add(-place - 1, record);
        }
        return new PositionFlows(more);
    }

    private int indexOf(long timeMs) {
        int low = 0;
        int high = records.size() - 1;
        while (low <= high) {
            int middle = low + high >>> 1;
            int order = Long.compare(records.get(middle).timeMs(), timeMs);
            if (order == 0) {
                return middle;
            } else if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -low - 1;
    }

    /** How much of each lot goes with a part of the whole. The roundings add up to nothing: liquidity of old comes first. */
    private List<BigInteger> pieces(BigInteger partX64, BigInteger heldX64) {
        BigInteger lots = records.stream().map(FlowSum::aliveX64).reduce(BigInteger.ZERO, BigInteger::add);
        BigInteger before = heldX64.subtract(lots);
        if (partX64.signum() < 0 || partX64.compareTo(heldX64) > 0 || before.signum() < 0) {
            throw new IllegalArgumentException("cannot take " + partX64 + " / 2^64 out of a liquidity of " + heldX64
                    + " / 2^64 with lots of " + lots + " / 2^64");
        }
        List<BigInteger> pieces = new ArrayList<>(records.size());
        BigInteger counted = before;
        BigInteger taken = Scale.share(counted, partX64, heldX64);
        for (FlowSum record : records) {
            counted = counted.add(record.aliveX64());
            BigInteger takenNow = Scale.share(counted, partX64, heldX64);
            pieces.add(takenNow.subtract(taken));
            taken = takenNow;
        }
        return pieces;
    }
}
