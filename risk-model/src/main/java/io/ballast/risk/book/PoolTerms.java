/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import io.ballast.risk.rolling.Windows;
import java.util.List;

/** What a pool was created with, as far as its book needs it. Each kind has terms of its own. */
public interface PoolTerms {

    PoolKind kind();

    /** Its contract, lower case. */
    String address();

    /** Decimals of token0; null when not known. */
    Integer decimals0();

    /** Decimals of token1; null when not known. */
    Integer decimals1();

    /** What of this never changes in a pool's life: of two definitions of one pool it is equal. */
    List<?> creation();

    /**
     * An empty book of such a pool.
     *
     * @param windows  over which losses are reported
     */
    PoolBook open(Windows windows);

    /** True when figures in human units can be given. */
    default boolean decimalsKnown() {
        return decimals0() != null && decimals1() != null;
    }
}
