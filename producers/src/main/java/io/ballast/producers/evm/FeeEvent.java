/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.evm;

import java.util.Optional;

/**
 * A module sets the swap fee of one of Slipstream's pools ({@code ICustomFeeModule}).
 *
 * @param pool  the pool's contract
 * @param feePips  in millionths, as logged: 0 stands for that of the tick spacing, 420 for none at all
 */
record FeeEvent(String pool, int feePips) implements ChainEvent {

    private static final int FEE_BITS = 24;

    /** The event; empty if the log is none of these. */
    static Optional<FeeEvent> decode(EvmLog log) throws MalformedLogException {
        return switch (log.topic0()) {
            case Topic0.SLIPSTREAM_CUSTOM_FEE, Topic0.SLIPSTREAM_CUSTOM_FEE_BEFORE -> Optional.of(read(log));
            default -> Optional.empty();
        };
    }

    private static FeeEvent read(EvmLog log) throws MalformedLogException {
        EventWords words = EventWords.of(log, "CustomFeeSet", 2, 0);
        return new FeeEvent(
                words.topic(1, "pool").address(),
                words.topic(2, "fee").unsigned(FEE_BITS).intValueExact());
    }
}
