/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import java.util.Set;

/**
 * Which positions an event changed the figures of.
 *
 * @param all  every position of the pool
 * @param keys  these, when not all; positions that the event closed are among them
 */
public record Touched(boolean all, Set<String> keys) {

    public static final Touched NONE = new Touched(false, Set.of());
    public static final Touched ALL = new Touched(true, Set.of());

    public Touched {
        keys = Set.copyOf(keys);
    }

    public static Touched only(String key) {
        return new Touched(false, Set.of(key));
    }

    /** Every position, and besides them these, which the event may have closed. */
    public static Touched allAnd(Set<String> keys) {
        return new Touched(true, keys);
    }
}
