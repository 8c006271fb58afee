/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.evm;

import java.util.Optional;

/** A contract is paused, or is no more. */
record PauseEvent(boolean paused) implements ChainEvent {

    private static final int BOOL_BITS = 1;

    /**
     * The event; empty if the log is none of these.
     *
     * @throws MalformedLogException if it is one and cannot be read
     */
    static Optional<PauseEvent> decode(EvmLog log) throws MalformedLogException {
        return switch (log.topic0()) {
            case Topic0.PAUSED -> Optional.of(bySomebody(log, "Paused", true));
            case Topic0.UNPAUSED -> Optional.of(bySomebody(log, "Unpaused", false));
            case Topic0.PAUSED_STATE_CHANGED -> Optional.of(changed(log));
            default -> Optional.empty();
        };
    }

    /** The account is of no concern, but a log of another shape is not this event. */
    private static PauseEvent bySomebody(EvmLog log, String event, boolean paused) throws MalformedLogException {
        EventWords.of(log, event, 0, 1).data(0, "account").address();
        return new PauseEvent(paused);
    }

    private static PauseEvent changed(EvmLog log) throws MalformedLogException {
        AbiWord paused = EventWords.of(log, "PausedStateChanged", 0, 1).data(0, "paused");
        return new PauseEvent(paused.unsigned(BOOL_BITS).signum() > 0);
    }
}
