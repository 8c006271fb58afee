/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.range;

/**
 * How long a position has held liquidity, and for how much of that the price was in its range: event time, in milliseconds. Immutable.
 *
 * <p>While it holds some, a reading of its range's clock stands for the time inside: the clock goes while the price is in the range,
 * whoever is there. A position that is emptied and filled again goes on where it was.
 *
 * @param sinceMs  event time when liquidity came in; {@link #NOT_HELD}: it holds none, or did before this was kept
 * @param insideAtMs  what the range's clock said then
 * @param heldBeforeMs  time that it held liquidity before
 * @param insideBeforeMs  of that, with the price in its range
 */
public record HeldTime(long sinceMs, long insideAtMs, long heldBeforeMs, long insideBeforeMs) {

    public static final long NOT_HELD = -1;

    public static final HeldTime NONE = new HeldTime(NOT_HELD, 0, 0, 0);

    public boolean isHeld() {
        return sinceMs != NOT_HELD;
    }

    /** Liquidity has come in where there was none. */
    public HeldTime opened(long nowMs, long insideMs) {
        return new HeldTime(nowMs, insideMs, heldBeforeMs, insideBeforeMs);
    }

    /** The last liquidity has gone. */
    public HeldTime closed(long nowMs, long insideMs) {
        return isHeld() ? new HeldTime(NOT_HELD, 0, heldMs(nowMs), insideMs(insideMs)) : this;
    }

    /** Time that it has held liquidity up to now. */
    public long heldMs(long nowMs) {
        return isHeld() ? heldBeforeMs + nowMs - sinceMs : heldBeforeMs;
    }

    /** Of that, with the price in its range. */
    public long insideMs(long clockMs) {
        return isHeld() ? insideBeforeMs + clockMs - insideAtMs : insideBeforeMs;
    }
}
