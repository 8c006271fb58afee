/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.evm;

import io.ballast.producers.pools.PoolListing;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads what Balancer v2 says of a pool of two tokens: its vault (balancer-v2-monorepo {@code IVault}) on swaps and balances, the
 * pool itself on its parameters.
 */
final class BalancerLogDecoder {

    private static final int WORD_BITS = 256;
    private static final int ADDRESS_DIGITS = 42;

    /** A pool's id begins with its address; empty if the log has none. */
    static Optional<String> pool(EvmLog log) {
        return EventTopics.OF_VAULT.contains(log.topic0()) && log.topics().size() > 1
                ? Optional.of(log.topics().get(1).substring(0, ADDRESS_DIGITS))
                : Optional.empty();
    }

    /** What a log of the vault says; empty if nothing that changes the book. */
    Optional<ShareLogEvent> decodeVault(EvmLog log, PoolListing pool) throws MalformedLogException {
        return switch (log.topic0()) {
            case Topic0.BALANCER_SWAP -> Optional.of(swap(log, pool));
            case Topic0.BALANCER_BALANCE -> Optional.of(balance(log, pool));
            case Topic0.BALANCER_TOKENS -> registered(log, pool);
            default -> Optional.empty();
        };
    }

    /** What a log of the pool itself says; empty if nothing that changes the book. */
    Optional<ShareLogEvent> decodePool(EvmLog log, PoolListing pool) throws MalformedLogException {
        return switch (log.topic0()) {
            case Topic0.BALANCER_FEE -> Optional.of(fee(log, pool));
            case Topic0.BALANCER_AMP_STARTED -> Optional.of(ampStarted(log, pool));
            case Topic0.BALANCER_AMP_STOPPED -> Optional.of(ampStopped(log, pool));
            case Topic0.BALANCER_WEIGHTS -> Optional.of(weights(log, pool));
            default -> Optional.empty();
        };
    }

    private static ShareLogEvent swap(EvmLog log, PoolListing pool) throws MalformedLogException {
        EventWords words = EventWords.of(log, "Swap (vault)", 3, 2);
        String in = words.topic(2, "tokenIn").address();
        String out = words.topic(3, "tokenOut").address();
        if (!pool.holds(in) || !pool.holds(out) || in.equals(out)) {
            throw new MalformedLogException("Swap (vault) of " + in + " for " + out + " in a pool of " + pool.token0()
                    + " and " + pool.token1() + ": pools whose LP token is among their tokens are not read");
        }
        BigInteger paid = words.data(0, "amountIn").unsigned(WORD_BITS);
        BigInteger got = words.data(1, "amountOut").unsigned(WORD_BITS).negate();
        boolean zeroIn = in.equals(pool.token0());
        return new ShareLogEvent.Exchange(pool.address(), zeroIn ? paid : got, zeroIn ? got : paid);
    }

    private static ShareLogEvent balance(EvmLog log, PoolListing pool) throws MalformedLogException {
        EventWords words = EventWords.withArrays(log, "PoolBalanceChanged", 2, 3);
        requireTokens(words.array(0, "tokens"), pool);
        List<BigInteger> deltas = new ArrayList<>();
        for (AbiWord delta : two(words.array(1, "deltas"))) {
            deltas.add(delta.signed(WORD_BITS));
        }
        List<AbiWord> fees = two(words.array(2, "protocolFeeAmounts"));
        boolean exit = deltas.get(0).signum() < 0 || deltas.get(1).signum() < 0;
        if (exit && (deltas.get(0).signum() > 0 || deltas.get(1).signum() > 0)) {
            throw new MalformedLogException("PoolBalanceChanged.deltas " + deltas + " go in and out");
        }
        return new ShareLogEvent.Balance(
                pool.address(),
                !exit,
                deltas.get(0).abs(),
                deltas.get(1).abs(),
                fees.get(0).unsigned(WORD_BITS),
                fees.get(1).unsigned(WORD_BITS),
                Optional.empty());
    }

    /** Nothing happens then; but tokens that are not the listing's would make all that follows wrong. */
    private static Optional<ShareLogEvent> registered(EvmLog log, PoolListing pool) throws MalformedLogException {
        requireTokens(EventWords.withArrays(log, "TokensRegistered", 1, 2).array(0, "tokens"), pool);
        return Optional.empty();
    }

    private static ShareLogEvent fee(EvmLog log, PoolListing pool) throws MalformedLogException {
        EventWords words = EventWords.of(log, "SwapFeePercentageChanged", 0, 1);
        return new ShareLogEvent.Fee(
                pool.address(), words.data(0, "swapFeePercentage").unsigned(WORD_BITS), Optional.empty());
    }

    private static ShareLogEvent ampStarted(EvmLog log, PoolListing pool) throws MalformedLogException {
        EventWords words = EventWords.of(log, "AmpUpdateStarted", 0, 4);
        return new ShareLogEvent.Amplification(
                pool.address(),
                words.data(0, "startValue").unsigned(WORD_BITS),
                words.data(1, "endValue").unsigned(WORD_BITS),
                Optional.of(words.data(2, "startTime").time()),
                Optional.of(words.data(3, "endTime").time()));
    }

    private static ShareLogEvent ampStopped(EvmLog log, PoolListing pool) throws MalformedLogException {
        BigInteger now = EventWords.of(log, "AmpUpdateStopped", 0, 1)
                .data(0, "currentValue")
                .unsigned(WORD_BITS);
        return new ShareLogEvent.Amplification(pool.address(), now, now, Optional.empty(), Optional.empty());
    }

    private static ShareLogEvent weights(EvmLog log, PoolListing pool) throws MalformedLogException {
        EventWords words = EventWords.withArrays(log, "GradualWeightUpdateScheduled", 0, 4);
        return new ShareLogEvent.Weights(
                pool.address(),
                two(words.array(2, "startWeights")).get(0).unsigned(WORD_BITS),
                two(words.array(3, "endWeights")).get(0).unsigned(WORD_BITS),
                words.data(0, "startTime").time(),
                words.data(1, "endTime").time());
    }

    private static void requireTokens(List<AbiWord> tokens, PoolListing pool) throws MalformedLogException {
        List<String> addresses = new ArrayList<>();
        for (AbiWord token : tokens) {
            addresses.add(token.address());
        }
        if (!addresses.equals(List.of(pool.token0(), pool.token1()))) {
            throw new MalformedLogException("pool " + pool.address() + " has the tokens " + addresses
                    + ", but is listed with " + pool.token0() + " and " + pool.token1());
        }
    }

    private static List<AbiWord> two(List<AbiWord> words) throws MalformedLogException {
        if (words.size() != 2) {
            throw new MalformedLogException(words.size() + " amounts or weights in a pool of two tokens");
        }
        return words;
    }
}
