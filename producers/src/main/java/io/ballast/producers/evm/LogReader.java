/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.evm;

import io.ballast.producers.pools.ShareDetails;
import io.ballast.producers.pools.ShareDetails.VaultPool;
import io.ballast.producers.pools.SourceContracts;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out what a log says, by who wrote it: the same event of a contract that is none of ours is no concern of ours, and
 * cannot be malformed. To be given a block's logs in order.
 */
final class LogReader {

    private final FactoryLogDecoder factoryLogs = new FactoryLogDecoder();
    private final PoolLogDecoder poolLogs = new PoolLogDecoder();
    private final PairLogDecoder pairLogs = new PairLogDecoder();
    private final PositionManagerLogDecoder managerLogs = new PositionManagerLogDecoder();
    private final SingletonLogDecoder singletonLogs = new SingletonLogDecoder();
    private final BalancerLogDecoder balancerLogs = new BalancerLogDecoder();
    private final CurveLogDecoder curveLogs = new CurveLogDecoder();

    private final KnownPools pools;
    private final PositionManagers managers;
    private final SourceContracts contracts;
    private final DecodeTally tally;

    /** They may turn out to be managers: an NFT's log follows the pool's own. */
    private final Set<String> slotOwners = new HashSet<>();

    LogReader(KnownPools pools, PositionManagers managers, SourceContracts contracts, DecodeTally tally) {
        this.pools = pools;
        this.managers = managers;
        this.contracts = contracts;
        this.tally = tally;
    }

    void beginBlock() {
        slotOwners.clear();
    }

    /**
     * What the log says; empty if that is of no concern, which is then counted.
     *
     * @throws MalformedLogException if it is of concern and cannot be read
     */
    Optional<? extends ChainEvent> read(EvmLog log) throws MalformedLogException {
        Optional<FactoryEvent> creation = factoryLogs.decode(log);
        if (creation.isPresent()) {
            return created(creation.get(), log);
        }
        if (EventTopics.OF_SINGLETON.contains(log.topic0())) {
            return ofSingleton(log);
        }
        if (EventTopics.OF_VAULT.contains(log.topic0())) {
            return ofVault(log);
        }
        if (EventTopics.PAUSES.contains(log.topic0())) {
            return ofPause(log);
        }
        Optional<KnownPool> pool = pools.at(log.address());
        if (pool.isPresent() && pool.get().isOfShares()) {
            return ofShares(log, pool.get());
        }
        if (pool.isPresent()) {
            return pool.get().isPair() ? ofPair(log) : ofPool(log);
        }
        if (pools.ofLpToken(log.address()).isPresent()) {
            return ofToken(log);
        }
        if (contracts.priceFeeds().containsKey(log.address())) {
            return log.topic0().equals(Topic0.ANSWER_UPDATED)
                    ? Optional.of(AnswerEvent.decode(log))
                    : counted(Optional.empty(), IgnoreReason.OTHER_EVENT);
        }
        if (contracts.feeModules().contains(log.address())) {
            return ofFees(log);
        }
        if (managers.knows(log.address()) || slotOwners.contains(log.address())) {
            return counted(managerLogs.decode(log), IgnoreReason.OTHER_EVENT);
        }
        if (!pools.pairsHolding(log.address()).isEmpty() || pools.isPaidByShares(log.address())) {
            return ofToken(log);
        }
        return counted(ofStranger(log), IgnoreReason.UNKNOWN_CONTRACT);
    }

    private Optional<FactoryEvent> created(FactoryEvent creation, EvmLog log) throws MalformedLogException {
        return counted(pools.create(creation, log).map(pool -> creation), IgnoreReason.OTHER_FACTORY);
    }

    /** Changes of liquidity in pools that are not known tell which NFTs are in none of ours. */
    private Optional<SingletonEvent> ofSingleton(EvmLog log) throws MalformedLogException {
        boolean ours = log.topics().size() > 1
                && pools.at(log.topics().get(1))
                        .filter(pool -> pool.listing().logger().equals(log.address()))
                        .isPresent();
        if (ours) {
            return singletonLogs.decode(log);
        }
        return counted(
                readable(() -> singletonLogs.decode(log)).filter(event -> event instanceof SingletonEvent.Modify),
                IgnoreReason.UNKNOWN_CONTRACT);
    }

    private Optional<ShareLogEvent> ofVault(EvmLog log) throws MalformedLogException {
        Optional<KnownPool> pool = BalancerLogDecoder.pool(log)
                .flatMap(pools::at)
                .filter(known -> known.listing()
                        .shares()
                        .flatMap(ShareDetails::vault)
                        .filter(new VaultPool(log.address(), log.topics().get(1))::equals)
                        .isPresent());
        if (pool.isEmpty()) {
            return counted(Optional.empty(), IgnoreReason.UNKNOWN_CONTRACT);
        }
        return counted(balancerLogs.decodeVault(log, pool.get().listing()), IgnoreReason.OTHER_EVENT);
    }

    private Optional<PauseEvent> ofPause(EvmLog log) throws MalformedLogException {
        boolean ours = pools.at(log.address()).isPresent()
                || managers.knows(log.address())
                || !pools.heldBy(log.address()).isEmpty();
        return ours ? Optional.of(PauseEvent.decode(log)) : counted(Optional.empty(), IgnoreReason.UNKNOWN_CONTRACT);
    }

    private Optional<? extends ChainEvent> ofShares(EvmLog log, KnownPool pool) throws MalformedLogException {
        ShareDetails shares = pool.listing().shares().orElseThrow();
        if (isTransfer(log) && shares.lpToken().equals(log.address())) {
            return ofToken(log);
        }
        Optional<ShareLogEvent> event = shares.vault().isPresent()
                ? balancerLogs.decodePool(log, pool.listing())
                : curveLogs.decode(log, pool.listing(), pools.protocolPart(pool, log));
        if (event.isPresent() && event.get() instanceof ShareLogEvent.Fee fee) {
            pools.setProtocolPart(pool, fee, log);
        }
        return counted(event, IgnoreReason.OTHER_EVENT);
    }

    private Optional<FeeEvent> ofFees(EvmLog log) throws MalformedLogException {
        Optional<FeeEvent> set = FeeEvent.decode(log);
        if (set.isEmpty()) {
            return counted(set, IgnoreReason.OTHER_EVENT);
        }
        return counted(set.filter(fee -> pools.setFee(fee, log)), IgnoreReason.UNKNOWN_CONTRACT);
    }

    private Optional<ConcentratedEvent> ofPool(EvmLog log) throws MalformedLogException {
        Optional<ConcentratedEvent> event = poolLogs.decode(log);
        if (event.isPresent() && event.get() instanceof ConcentratedEvent.OnSlot slot) {
            slotOwners.add(slot.owner());
        }
        return counted(event, IgnoreReason.OTHER_EVENT);
    }

    private Optional<? extends ChainEvent> ofPair(EvmLog log) throws MalformedLogException {
        return isTransfer(log) ? ofToken(log) : counted(pairLogs.decode(log), IgnoreReason.OTHER_EVENT);
    }

    private Optional<? extends ChainEvent> ofToken(EvmLog log) throws MalformedLogException {
        return isTransfer(log)
                ? Optional.of(TransferEvent.decode(log))
                : counted(Optional.empty(), IgnoreReason.OTHER_EVENT);
    }

    private static boolean isTransfer(EvmLog log) {
        return log.topic0().equals(Topic0.TRANSFER);
    }

    /**
     * Reads what may matter of an unknown contract: logs of a manager not met before, and those of an unknown pool that tell
     * which NFTs are not in a known one. Many a contract has events of these names in other shapes.
     */
    private Optional<? extends ChainEvent> ofStranger(EvmLog log) {
        return readable(() -> {
            Optional<ManagerEvent> ofManager = managerLogs.decode(log);
            return ofManager.isPresent()
                    ? ofManager
                    : poolLogs.decode(log).filter(event -> event instanceof ConcentratedEvent.OnSlot);
        });
    }

    /** Reads a log. */
    private interface Reading<T extends ChainEvent> {
        Optional<? extends T> read() throws MalformedLogException;
    }

    /** Empty if it is none of ours after all. */
    private static <T extends ChainEvent> Optional<T> readable(Reading<T> reading) {
        try {
            return reading.read().map(event -> event);
        } catch (MalformedLogException notOfOurs) {
            return Optional.empty();
        }
    }

    private <T> Optional<T> counted(Optional<T> event, IgnoreReason otherwise) {
        if (event.isEmpty()) {
            tally.ignored(otherwise);
        }
        return event;
    }
}
