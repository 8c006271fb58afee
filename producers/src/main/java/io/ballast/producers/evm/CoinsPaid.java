/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.evm;

import io.ballast.producers.pools.PoolListing;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * Finds out in which coin a Curve pool paid a withdrawal in one coin, which its log does not say: it is that of the pool's last
 * transfer before, in the same transaction, of just that amount.
 */
final class CoinsPaid {

    private final List<ReadLog> block;

    CoinsPaid(List<ReadLog> block) {
        this.block = block;
    }

    /** The withdrawal with its amounts in the pool's order; empty if no transfer fits: the chain's own coin logs none. */
    Optional<ShareLogEvent.Balance> resolve(ReadLog read, ShareLogEvent.OneCoin paid, PoolListing pool) {
        for (int place = read.place() - 1; place >= 0; place--) {
            ReadLog before = block.get(place);
            if (!before.log().transactionHash().equals(read.log().transactionHash())) {
                return Optional.empty();
            }
            if (pays(before, paid, pool)) {
                return Optional.of(exit(paid, before.log().address().equals(pool.token0())));
            }
        }
        return Optional.empty();
    }

    private static boolean pays(ReadLog read, ShareLogEvent.OneCoin paid, PoolListing pool) {
        return read.event() instanceof TransferEvent transfer
                && pool.holds(read.log().address())
                && transfer.from().equals(pool.address())
                && transfer.value().equals(paid.amount());
    }

    private static ShareLogEvent.Balance exit(ShareLogEvent.OneCoin paid, boolean inToken0) {
        return new ShareLogEvent.Balance(
                paid.pool(),
                false,
                inToken0 ? paid.amount() : BigInteger.ZERO,
                inToken0 ? BigInteger.ZERO : paid.amount(),
                BigInteger.ZERO,
                BigInteger.ZERO,
                paid.supply());
    }
}
