/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.risk.journal.Change;
import io.ballast.risk.journal.Journal;
import io.ballast.risk.pool.TokenAmounts;
import io.ballast.risk.pool.concentrated.ConcentratedPool;
import io.ballast.risk.pool.concentrated.PoolSnapshot;
import io.ballast.risk.pool.concentrated.SlotKey;
import io.ballast.risk.pool.constantproduct.ConstantProductPool;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All pools and pairs that the logs tell of; each log can be taken back. Asserts that every log fits to the unit. */
final class ReplayedChain {

    final Map<String, ConcentratedPool> pools = new HashMap<>();
    final Map<String, ConstantProductPool> pairs = new HashMap<>();

    private record Applied(String blockHash, List<Change<?, ?>> changes) {}

    private final Map<String, List<String>> tokensOfPair = new HashMap<>();
    private final boolean v2FeeOn;
    private final Journal journal = new Journal();
    private final Deque<Applied> applied = new ArrayDeque<>();

    ReplayedChain(boolean v2FeeOn) {
        this.v2FeeOn = v2FeeOn;
    }

    /** A pool as its contract has it, followed from there. */
    void join(String address, int feePips, int tickSpacing, PoolSnapshot snapshot) {
        ConcentratedPool pool = new ConcentratedPool(feePips, tickSpacing, journal);
        pool.join(snapshot);
        pools.put(address, pool);
        journal.cut();
    }

    void apply(EvmLog log) {
        switch (log.event()) {
            case Signatures.POOL_CREATED ->
                pools.put(
                        log.address(1),
                        new ConcentratedPool(log.intTopic(3), log.uint(0).intValueExact(), journal));
            case Signatures.PAIR_CREATED -> createPair(log);
            case Signatures.TRANSFER -> transfer(log);
            default -> applyToPool(log);
        }
        applied.push(new Applied(log.blockHash(), journal.cut()));
    }

    /** Takes back every log of these blocks, which must be the last ones. */
    void takeBack(Set<String> blockHashes) {
        while (!applied.isEmpty() && blockHashes.contains(applied.peek().blockHash())) {
            Journal.undo(applied.pop().changes());
        }
    }

    private void createPair(EvmLog log) {
        String pair = log.address(0);
        pairs.put(pair, new ConstantProductPool(pair, v2FeeOn, journal));
        tokensOfPair.put(pair, List.of(log.addressTopic(1), log.addressTopic(2)));
    }

    private void transfer(EvmLog log) {
        if (pairs.containsKey(log.address())) {
            pairs.get(log.address()).lpTransfer(log.addressTopic(1), log.addressTopic(2), log.uint(0));
        } else if (log.topics().size() == 3) {
            moveToken(log.address(), log.addressTopic(1), log.uint(0).negate());
            moveToken(log.address(), log.addressTopic(2), log.uint(0));
        }
    }

    private void moveToken(String token, String pair, BigInteger change) {
        if (pairs.containsKey(pair)) {
            List<String> tokens = tokensOfPair.get(pair);
            pairs.get(pair)
                    .tokenTransfer(
                            token.equals(tokens.get(0)) ? change : BigInteger.ZERO,
                            token.equals(tokens.get(1)) ? change : BigInteger.ZERO);
        }
    }

    private void applyToPool(EvmLog log) {
        if (pools.containsKey(log.address())) {
            applyV3(pools.get(log.address()), log);
        } else if (pairs.containsKey(log.address())) {
            applyV2(pairs.get(log.address()), log);
        }
    }

    private static void applyV3(ConcentratedPool pool, EvmLog log) {
        switch (log.event()) {
            case Signatures.INITIALIZE ->
                pool.initialize(log.uint(0), log.signed(1).intValueExact());
            case Signatures.MINT ->
                assertThat(pool.mint(slot(log), log.uint(1))).isEqualTo(paid(log, 2));
            case Signatures.BURN ->
                assertThat(pool.burn(slot(log), log.uint(0))).isEqualTo(paid(log, 1));
            case Signatures.COLLECT -> pool.collect(slot(log), log.uint(1), log.uint(2));
            case Signatures.SWAP ->
                assertThat(pool.replaySwap(
                                log.signed(0),
                                log.signed(1),
                                log.uint(2),
                                log.uint(3),
                                log.signed(4).intValueExact()))
                        .as("exact replay of %s", log)
                        .isTrue();
            case Signatures.FLASH -> pool.flash(log.uint(2), log.uint(3));
            case Signatures.SET_FEE_PROTOCOL ->
                pool.setFeeProtocol(log.uint(2).intValueExact(), log.uint(3).intValueExact());
            case Signatures.COLLECT_PROTOCOL -> pool.collectProtocol(log.uint(0), log.uint(1));
            default -> {
                // other logs of a pool (oracle growth) change nothing that is kept here
            }
        }
    }

    private static void applyV2(ConstantProductPool pair, EvmLog log) {
        switch (log.event()) {
            case Signatures.SYNC -> pair.sync(log.uint(0), log.uint(1));
            case Signatures.V2_MINT -> pair.mintLog();
            case Signatures.V2_BURN -> pair.burnLog();
            default -> {
                // swaps and approvals change nothing that their syncs and transfers do not tell
            }
        }
    }

    private static SlotKey slot(EvmLog log) {
        return new SlotKey(log.addressTopic(1), log.intTopic(2), log.intTopic(3));
    }

    private static Optional<TokenAmounts> paid(EvmLog log, int word) {
        return Optional.of(new TokenAmounts(log.uint(word), log.uint(word + 1)));
    }
}
