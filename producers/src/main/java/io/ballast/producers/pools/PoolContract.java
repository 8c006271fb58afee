/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.pools;

import io.ballast.schema.ConcentratedContract;
import java.util.Objects;
import java.util.Optional;

/**
 * Which contract a concentrated pool is, and where.
 *
 * @param kind  whose rules it has
 * @param manager  Uniswap v4: the contract that holds the pool, lower case; empty: a contract of its own
 * @param hooks  Uniswap v4: the contract called on the way, lower case; empty: none
 */
public record PoolContract(ConcentratedContract kind, Optional<String> manager, Optional<String> hooks) {

    /** A Uniswap v3 pool, and any whose kind says all. */
    public static final PoolContract UNISWAP_V3 = of(ConcentratedContract.UNISWAP_V3);

    public PoolContract {
        Objects.requireNonNull(kind, "kind");
        if (manager.isPresent() != (kind == ConcentratedContract.UNISWAP_V4)) {
            throw new IllegalArgumentException("a pool manager belongs to Uniswap v4 pools, and to them alone");
        }
        Objects.requireNonNull(hooks, "hooks");
    }

    /** A pool that is a contract of its own. */
    public static PoolContract of(ConcentratedContract kind) {
        return new PoolContract(kind, Optional.empty(), Optional.empty());
    }

    /** A pool in Uniswap v4's PoolManager. */
    public static PoolContract managedBy(String manager, Optional<String> hooks) {
        return new PoolContract(ConcentratedContract.UNISWAP_V4, Optional.of(manager), hooks);
    }
}
