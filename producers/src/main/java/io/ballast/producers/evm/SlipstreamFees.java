/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.evm;

import java.util.Optional;

/**
 * What a Slipstream pool's swaps cost, log by log. Its creation says none: the fee is that of its tick spacing unless a fee
 * module sets another. Mutable, single-threaded.
 */
final class SlipstreamFees {

    /** {@code CustomSwapFeeModule.ZERO_FEE_INDICATOR}: 0 stands for the usual fee. */
    private static final int NO_FEE = 420;

    private final LoggedChanges<Integer> logged = new LoggedChanges<>();

    /**
     * Takes note of a change.
     *
     * @return takes it back
     */
    Runnable set(EvmLog log, int loggedFee) {
        return logged.set(log, loggedFee);
    }

    /** The fee at a log in millionths, where it is not the definition's. */
    Optional<Integer> at(EvmLog log) {
        return logged.at(log).filter(fee -> fee != 0).map(fee -> fee == NO_FEE ? 0 : fee);
    }
}
