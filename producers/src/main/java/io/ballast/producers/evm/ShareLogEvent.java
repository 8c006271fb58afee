/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.evm;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;

/** What the contracts of a weighted or stable pool say of it. Amounts are in the pool's own order of tokens. */
sealed interface ShareLogEvent extends ChainEvent {

    /** The pool's contract, which need not be who wrote the log. */
    String pool();

    /** Amounts are changes of the pool's balances: positive, it received. */
    record Exchange(String pool, BigInteger amount0, BigInteger amount1) implements ShareLogEvent {}

    /**
     * Tokens put in for new LP tokens, or paid out for burnt ones; amounts are not negative.
     *
     * @param join  put in
     * @param protocol0  what besides left for the protocol, token0
     * @param protocol1  token1
     * @param supply  LP tokens after it, where the log says so
     */
    record Balance(
            String pool,
            boolean join,
            BigInteger amount0,
            BigInteger amount1,
            BigInteger protocol0,
            BigInteger protocol1,
            Optional<BigInteger> supply)
            implements ShareLogEvent {}

    /** Paid out in one coin; the log does not say in which. */
    record OneCoin(String pool, BigInteger amount, Optional<BigInteger> supply) implements ShareLogEvent {}

    /** The swap fee is another from here on. */
    record Fee(String pool, BigInteger swapFeeE18, Optional<BigInteger> protocolPartE18) implements ShareLogEvent {}

    /** The amplification moves in a straight line; empty times: at once. */
    record Amplification(
            String pool, BigInteger start, BigInteger end, Optional<Instant> startTime, Optional<Instant> endTime)
            implements ShareLogEvent {}

    /** The weights move in a straight line. */
    record Weights(String pool, BigInteger start0E18, BigInteger end0E18, Instant startTime, Instant endTime)
            implements ShareLogEvent {}
}
