/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.evm;

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

    private final KnownPools pools;
    private final PositionManagers managers;
    private final DecodeTally tally;

    /** They may turn out to be managers: an NFT's log follows the pool's own. */
    private final Set<String> slotOwners = new HashSet<>();

    LogReader(KnownPools pools, PositionManagers managers, DecodeTally tally) {
        this.pools = pools;
        this.managers = managers;
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
        Optional<KnownPool> pool = pools.at(log.address());
        Optional<PauseEvent> pause =
                pool.isPresent() || managers.knows(log.address()) ? PauseEvent.decode(log) : Optional.empty();
        if (pause.isPresent()) {
            return pause;
        }
        if (pool.isPresent()) {
            return pool.get().isPair() ? ofPair(log) : ofPool(log);
        }
        if (managers.knows(log.address()) || slotOwners.contains(log.address())) {
            return counted(managerLogs.decode(log), IgnoreReason.OTHER_EVENT);
        }
        if (!pools.pairsHolding(log.address()).isEmpty()) {
            return ofToken(log);
        }
        return counted(ofStranger(log), IgnoreReason.UNKNOWN_CONTRACT);
    }

    private Optional<FactoryEvent> created(FactoryEvent creation, EvmLog log) throws MalformedLogException {
        return counted(pools.create(creation, log).map(pool -> creation), IgnoreReason.OTHER_FACTORY);
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
        try {
            Optional<ManagerEvent> ofManager = managerLogs.decode(log);
            if (ofManager.isPresent()) {
                return ofManager;
            }
            return poolLogs.decode(log).filter(event -> event instanceof ConcentratedEvent.OnSlot);
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
