/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.pool.concentrated;

import java.math.BigInteger;

/**
 * What the contracts of concentrated pools do differently: how the last step of a swap parts input from fee, and what of
 * the fees the protocol gets. Names are those of the contract's enum {@code ConcentratedContract}.
 *
 * <p>Sources: v3-core {@code UniswapV3Pool.swap}; PancakeSwap {@code PancakeV3Pool}; Slipstream {@code CLPool}; v4-core
 * {@code Pool.swap}, {@code SwapMath.computeSwapStep}.
 */
public enum SwapRules {
    /** The protocol gets 1/n of the fee, n from 4 to 10. */
    UNISWAP_V3 {
        @Override
        BigInteger protocolShare(BigInteger paid, BigInteger fee, int feeProtocol, int feePips) {
            return feeProtocol == 0 ? BigInteger.ZERO : fee.divide(BigInteger.valueOf(feeProtocol));
        }

        @Override
        boolean allowsFeeProtocol(int feeProtocol) {
            return feeProtocol == 0 || feeProtocol >= 4 && feeProtocol <= 10;
        }
    },

    /** The protocol gets n/10000 of the fee, and does so from the start. */
    PANCAKE_V3 {
        @Override
        BigInteger protocolShare(BigInteger paid, BigInteger fee, int feeProtocol, int feePips) {
            return fee.multiply(BigInteger.valueOf(feeProtocol)).divide(TEN_THOUSAND);
        }

        @Override
        boolean allowsFeeProtocol(int feeProtocol) {
            return feeProtocol == 0 || feeProtocol >= 1000 && feeProtocol <= 4000;
        }

        /** No log says it: {@code PancakeV3Pool.initialize} sets it by the pool's fee. */
        @Override
        int initialFeeProtocol(int feePips) {
            return switch (feePips) {
                case 100 -> 3300;
                case 500 -> 3400;
                default -> 3200;
            };
        }
    },

    /** Liquidity staked in a gauge leaves its fees to the gauge's voters; the pool logs no staking. */
    SLIPSTREAM {
        @Override
        BigInteger protocolShare(BigInteger paid, BigInteger fee, int feeProtocol, int feePips) {
            return BigInteger.ZERO;
        }

        @Override
        boolean allowsFeeProtocol(int feeProtocol) {
            return feeProtocol == 0;
        }

        @Override
        boolean tellsFees() {
            return false;
        }
    },

    /** The protocol gets n millionths of all that is paid in, n up to 1000; positions are paid their fees at each change. */
    UNISWAP_V4 {
        @Override
        BigInteger protocolShare(BigInteger paid, BigInteger fee, int feeProtocol, int feePips) {
            return feeProtocol == feePips
                    ? fee
                    : paid.multiply(BigInteger.valueOf(feeProtocol)).divide(SwapMath.ONE_IN_PIPS);
        }

        @Override
        boolean allowsFeeProtocol(int feeProtocol) {
            return feeProtocol >= 0 && feeProtocol <= 1000;
        }

        @Override
        boolean spendsAll() {
            return true;
        }

        @Override
        public boolean paysAtOnce() {
            return true;
        }
    };

    private static final BigInteger TEN_THOUSAND = BigInteger.valueOf(10_000);

    /**
     * What of a step's fee the protocol gets, raw.
     *
     * @param paid  the step's input and fee, raw
     * @param fee  the step's fee, raw
     * @param feeProtocol  as the contract keeps it
     * @param feePips  the swap's whole fee in millionths of the input
     */
    abstract BigInteger protocolShare(BigInteger paid, BigInteger fee, int feeProtocol, int feePips);

    abstract boolean allowsFeeProtocol(int feeProtocol);

    /** What the protocol gets from the first price on. */
    int initialFeeProtocol(int feePips) {
        return 0;
    }

    /** Whether logs tell what liquidity earns; if not, fee growth is an upper bound. */
    boolean tellsFees() {
        return true;
    }

    /**
     * Whether an exact input that ends between two stops is input to its last unit, with just the rate's fee; else what the
     * price did not take is fee too.
     */
    boolean spendsAll() {
        return false;
    }

    /** Whether every change of a position pays it all that it is owed; else it is owed until it is collected. */
    public boolean paysAtOnce() {
        return false;
    }
}
