/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.curve.stable;

/**
 * The amplification A(t) of a stable pool: from one value to another in a straight line between two times, in the
 * contract's integers and with its rounding (the change so far is rounded down).
 *
 * <p>Source: curve-contract {@code _A()}, events {@code RampA} and {@code StopRampA}; Balancer {@code
 * _getAmplificationParameter}, events {@code AmpUpdateStarted} and {@code AmpUpdateStopped}.
 *
 * @param startRaw  A at the start, times the precision; positive
 * @param endRaw  A at the end and ever after, times the precision; positive
 * @param startSeconds  Unix time of the start
 * @param endSeconds  Unix time of the end; not before the start
 * @param precision  1 in the first Curve pools, 100 in later ones, 1000 in Balancer's
 */
public record AmplificationRamp(long startRaw, long endRaw, long startSeconds, long endSeconds, int precision) {

    /** No contract lets A pass a million. */
    private static final long MOST = 1_000_000;

    public AmplificationRamp {
        if (precision < 1) {
            throw new IllegalArgumentException("precision " + precision + " is not positive");
        }
        requireAmplification("startRaw", startRaw, precision);
        requireAmplification("endRaw", endRaw, precision);
        if (endSeconds < startSeconds) {
            throw new IllegalArgumentException("a ramp from " + startSeconds + " back to " + endSeconds);
        }
    }

    /** An amplification that does not change. */
    public static AmplificationRamp constant(long raw, int precision) {
        return new AmplificationRamp(raw, raw, 0, 0, precision);
    }

    /** A at a time, as the contract's integer. Before the start it is that of the start. */
    public long rawAt(long seconds) {
        if (seconds >= endSeconds) {
            return endRaw;
        }
        long passed = Math.max(0, seconds - startSeconds);
        return startRaw + (endRaw - startRaw) * passed / (endSeconds - startSeconds);
    }

    /** The invariant that holds at a time. */
    public StableInvariant invariantAt(long seconds) {
        return StableInvariant.ofAmplification((double) rawAt(seconds) / precision);
    }

    private static void requireAmplification(String what, long raw, int precision) {
        if (raw < precision || raw > MOST * precision) {
            throw new IllegalArgumentException(
                    what + " " + raw + " over precision " + precision + " is not in [1, " + MOST + "]");
        }
    }
}
