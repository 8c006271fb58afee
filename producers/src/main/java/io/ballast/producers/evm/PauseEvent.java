/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.evm;

/** A contract is paused, or is no more. */
record PauseEvent(boolean paused) implements ChainEvent {

    private static final int BOOL_BITS = 1;

    /**
     * @param log  one of {@link EventTopics#PAUSES}
     * @throws MalformedLogException if it cannot be read
     */
    static PauseEvent decode(EvmLog log) throws MalformedLogException {
        return switch (log.topic0()) {
            case Topic0.PAUSED -> bySomebody(log, "Paused", true);
            case Topic0.UNPAUSED -> bySomebody(log, "Unpaused", false);
            case Topic0.PAUSED_STATE_CHANGED -> changed(log);
            default -> throw new IllegalArgumentException("no pause: " + log.topic0());
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
