/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.evm;

import io.ballast.producers.pools.PoolListing;
import java.math.BigInteger;
import java.util.Optional;

/**
 * Reads the logs of Curve's stable pools of two coins (curve-contract {@code pool-templates}). Of later pools, whose logs have
 * arrays, and of pools that lend their coins, the logs that matter are refused and not passed over.
 */
final class CurveLogDecoder {

    private static final int WORD_BITS = 256;
    private static final BigInteger FEE_DENOMINATOR = BigInteger.TEN.pow(10);
    /** Fees are times 10^10 there. */
    private static final BigInteger E18_PER_FEE = BigInteger.TEN.pow(8);

    private static final BigInteger ONE_E18 = BigInteger.TEN.pow(18);

    /**
     * What a log says; empty if nothing that changes the book.
     *
     * @param protocolPartE18  {@code admin_fee} before the log, times 10^18
     */
    Optional<ShareLogEvent> decode(EvmLog log, PoolListing pool, BigInteger protocolPartE18)
            throws MalformedLogException {
        return switch (log.topic0()) {
            case Topic0.CURVE_EXCHANGE -> Optional.of(exchange(log, pool));
            case Topic0.CURVE_ADD -> Optional.of(add(log, pool, protocolPartE18));
            case Topic0.CURVE_REMOVE -> Optional.of(remove(log, pool));
            case Topic0.CURVE_REMOVE_IMBALANCE -> Optional.of(removeImbalance(log, pool, protocolPartE18));
            case Topic0.CURVE_REMOVE_ONE -> Optional.of(removeOne(log, pool, 3));
            case Topic0.CURVE_REMOVE_ONE_BEFORE -> Optional.of(removeOne(log, pool, 2));
            case Topic0.CURVE_RAMP -> Optional.of(ramp(log, pool));
            case Topic0.CURVE_STOP_RAMP -> Optional.of(stopRamp(log, pool));
            case Topic0.CURVE_NEW_FEE -> Optional.of(newFee(log, pool));
            default -> ignored(log);
        };
    }

    private static Optional<ShareLogEvent> ignored(EvmLog log) throws MalformedLogException {
        if (EventTopics.OF_OTHER_CURVE.contains(log.topic0())) {
            throw new MalformedLogException("log " + log.topic0()
                    + " is of a Curve pool that is not read: one that lends its coins, or of a later kind");
        }
        return Optional.empty();
    }

    private static ShareLogEvent exchange(EvmLog log, PoolListing pool) throws MalformedLogException {
        EventWords words = EventWords.of(log, "TokenExchange", 1, 4);
        BigInteger soldId = words.data(0, "sold_id").unsigned(WORD_BITS);
        BigInteger boughtId = words.data(2, "bought_id").unsigned(WORD_BITS);
        if (!soldId.add(boughtId).equals(BigInteger.ONE)) {
            throw new MalformedLogException(
                    "TokenExchange of coin " + soldId + " for " + boughtId + " in a pool of two coins");
        }
        BigInteger sold = words.data(1, "tokens_sold").unsigned(WORD_BITS);
        BigInteger bought = words.data(3, "tokens_bought").unsigned(WORD_BITS).negate();
        boolean zeroIn = soldId.signum() == 0;
        return new ShareLogEvent.Exchange(pool.address(), zeroIn ? sold : bought, zeroIn ? bought : sold);
    }

    private static ShareLogEvent add(EvmLog log, PoolListing pool, BigInteger part) throws MalformedLogException {
        return balance(EventWords.of(log, "AddLiquidity", 1, 6), pool, true, part, 5);
    }

    private static ShareLogEvent removeImbalance(EvmLog log, PoolListing pool, BigInteger part)
            throws MalformedLogException {
        return balance(EventWords.of(log, "RemoveLiquidityImbalance", 1, 6), pool, false, part, 5);
    }

    /** In proportion: there are no fees, whatever the log's empty fields say. */
    private static ShareLogEvent remove(EvmLog log, PoolListing pool) throws MalformedLogException {
        return balance(EventWords.of(log, "RemoveLiquidity", 1, 5), pool, false, BigInteger.ZERO, 4);
    }

    private static ShareLogEvent balance(
            EventWords words, PoolListing pool, boolean join, BigInteger partE18, int supply)
            throws MalformedLogException {
        return new ShareLogEvent.Balance(
                pool.address(),
                join,
                words.data(0, "token_amounts[0]").unsigned(WORD_BITS),
                words.data(1, "token_amounts[1]").unsigned(WORD_BITS),
                toProtocol(words.data(2, "fees[0]").unsigned(WORD_BITS), partE18),
                toProtocol(words.data(3, "fees[1]").unsigned(WORD_BITS), partE18),
                Optional.of(words.data(supply, "token_supply").unsigned(WORD_BITS)));
    }

    /** {@code fees[i] * admin_fee / FEE_DENOMINATOR}, as the contract takes it out of the balance. */
    private static BigInteger toProtocol(BigInteger fee, BigInteger partE18) {
        return fee.multiply(partE18.multiply(FEE_DENOMINATOR).divide(ONE_E18)).divide(FEE_DENOMINATOR);
    }

    /** Pools before 2021 do not log the supply. */
    private static ShareLogEvent removeOne(EvmLog log, PoolListing pool, int fields) throws MalformedLogException {
        EventWords words = EventWords.of(log, "RemoveLiquidityOne", 1, fields);
        return new ShareLogEvent.OneCoin(
                pool.address(),
                words.data(1, "coin_amount").unsigned(WORD_BITS),
                fields == 2
                        ? Optional.empty()
                        : Optional.of(words.data(2, "token_supply").unsigned(WORD_BITS)));
    }

    private static ShareLogEvent ramp(EvmLog log, PoolListing pool) throws MalformedLogException {
        EventWords words = EventWords.of(log, "RampA", 0, 4);
        return new ShareLogEvent.Amplification(
                pool.address(),
                words.data(0, "old_A").unsigned(WORD_BITS),
                words.data(1, "new_A").unsigned(WORD_BITS),
                Optional.of(words.data(2, "initial_time").time()),
                Optional.of(words.data(3, "future_time").time()));
    }

    private static ShareLogEvent stopRamp(EvmLog log, PoolListing pool) throws MalformedLogException {
        EventWords words = EventWords.of(log, "StopRampA", 0, 2);
        BigInteger now = words.data(0, "A").unsigned(WORD_BITS);
        return new ShareLogEvent.Amplification(
                pool.address(), now, now, Optional.of(words.data(1, "t").time()), Optional.empty());
    }

    private static ShareLogEvent newFee(EvmLog log, PoolListing pool) throws MalformedLogException {
        EventWords words = EventWords.of(log, "NewFee", 0, 2);
        return new ShareLogEvent.Fee(
                pool.address(),
                words.data(0, "fee").unsigned(WORD_BITS).multiply(E18_PER_FEE),
                Optional.of(words.data(1, "admin_fee").unsigned(WORD_BITS).multiply(E18_PER_FEE)));
    }
}
