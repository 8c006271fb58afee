/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.pool.concentrated;

import static io.ballast.risk.pool.SolidityTypes.wrap;

import java.math.BigInteger;

/**
 * A concentrated-liquidity pool as a whole. Source: v3-core {@code UniswapV3Pool} storage.
 *
 * @param sqrtPriceX96  sqrt price, Q64.96; null until an Initialize or Swap was seen
 * @param tick  the pool's tick; 0 while there is no price
 * @param liquidity  liquidity in range (uint128)
 * @param feeGrowthGlobal0X128  fees per unit of liquidity in token0, Q128.128 modulo 2^256
 * @param feeGrowthGlobal1X128  the same in token1
 * @param feeProtocol0  the protocol's part of the fees in token0, as the contract keeps it: see {@link SwapRules}
 * @param feeProtocol1  the same of token1
 * @param protocolFees0  raw token0 that the protocol has not taken out yet
 * @param protocolFees1  the same of token1
 * @param followedFromStart  Initialize was seen first: everything in the pool is known
 * @param feesExact  every swap and flash so far was replayed to the unit; false: fee growth holds estimates
 * @param swapsNotReplayed  how many were not
 * @param joined  its state was read from the chain in mid-life: price, growth and all ticks are known, not all slots
 * @param loggedFeePips  the fee of the last swap whose log said one, in millionths of the input; null: none did
 */
public record ConcentratedState(
        BigInteger sqrtPriceX96,
        int tick,
        BigInteger liquidity,
        BigInteger feeGrowthGlobal0X128,
        BigInteger feeGrowthGlobal1X128,
        int feeProtocol0,
        int feeProtocol1,
        BigInteger protocolFees0,
        BigInteger protocolFees1,
        boolean followedFromStart,
        boolean feesExact,
        long swapsNotReplayed,
        boolean joined,
        Integer loggedFeePips) {

    /** A pool of which nothing was seen. */
    public static final ConcentratedState UNSEEN = new ConcentratedState(
            null,
            0,
            BigInteger.ZERO,
            BigInteger.ZERO,
            BigInteger.ZERO,
            0,
            0,
            BigInteger.ZERO,
            BigInteger.ZERO,
            false,
            true,
            0,
            false,
            null);

    public boolean hasPrice() {
        return sqrtPriceX96 != null;
    }

    /**
     * This state.
     *
     * @throws IllegalStateException if there is no price
     */
    ConcentratedState requirePrice() {
        if (!hasPrice()) {
            throw new IllegalStateException("the pool has no price yet: no Initialize or Swap was seen");
        }
        return this;
    }

    public FeeGrowth feeGrowthGlobal() {
        return new FeeGrowth(feeGrowthGlobal0X128, feeGrowthGlobal1X128);
    }

    ConcentratedState at(BigInteger newSqrtPriceX96, int newTick, BigInteger newLiquidity) {
        Draft draft = new Draft(this);
        draft.sqrtPriceX96 = newSqrtPriceX96;
        draft.tick = newTick;
        draft.liquidity = newLiquidity;
        return draft.done();
    }

    /** The protocol's part of fees in one of the tokens, as the contract keeps it. */
    int feeProtocol(boolean inToken0) {
        return inToken0 ? feeProtocol0 : feeProtocol1;
    }

    /** What the protocol has not taken out yet in one of the tokens, raw. */
    BigInteger protocolFees(boolean inToken0) {
        return inToken0 ? protocolFees0 : protocolFees1;
    }

    /** Shares a fee, less the protocol's share of it, among the liquidity in range; without any it goes to nobody. */
    ConcentratedState withFee(boolean inToken0, BigInteger fee, BigInteger share) {
        Draft draft = new Draft(this);
        if (liquidity.signum() > 0) {
            BigInteger growth = inToken0 ? feeGrowthGlobal0X128 : feeGrowthGlobal1X128;
            draft.setGrowth(inToken0, FeeGrowth.grown(growth, fee.subtract(share), liquidity));
        }
        draft.addProtocolFees(inToken0, share);
        return draft.done();
    }

    /** After a swap that crossed nothing: the new growth of the input's token, and what the protocol gets besides. */
    ConcentratedState swapped(
            BigInteger newSqrtPriceX96,
            int newTick,
            boolean inToken0,
            BigInteger growthX128,
            BigInteger protocolShare) {
        Draft draft = new Draft(this);
        draft.sqrtPriceX96 = newSqrtPriceX96;
        draft.tick = newTick;
        draft.setGrowth(inToken0, growthX128);
        draft.addProtocolFees(inToken0, protocolShare);
        return draft.done();
    }

    /** After a swap that could not be replayed: where its log says, all of its fee to the liquidity there. */
    ConcentratedState estimated(SwapResult log, boolean zeroForOne, SwapRules rules, LoggedFee logged, int feePips) {
        BigInteger paid = log.amountIn(zeroForOne).max(BigInteger.ZERO);
        BigInteger fee = FixedPoint.divideRoundingUp(paid.multiply(BigInteger.valueOf(feePips)), SwapMath.ONE_IN_PIPS);
        BigInteger share = logged.protocolShare() == null
                ? rules.protocolShare(paid, fee, feeProtocol(zeroForOne), feePips)
                : logged.protocolShare();
        return at(log.sqrtPriceX96(), log.tick(), log.liquidity())
                .withFee(zeroForOne, fee, share.min(fee))
                .withOneNotReplayed();
    }

    /** Before a swap whose log says that of its fee. */
    ConcentratedState told(LoggedFee fee) {
        if (fee.feePips() == null || fee.feePips().equals(loggedFeePips)) {
            return this;
        }
        Draft draft = new Draft(this);
        draft.loggedFeePips = fee.feePips();
        return draft.done();
    }

    ConcentratedState withProtocolFees(BigInteger fees0, BigInteger fees1) {
        Draft draft = new Draft(this);
        draft.protocolFees0 = wrap(fees0, 128);
        draft.protocolFees1 = wrap(fees1, 128);
        return draft.done();
    }

    ConcentratedState withFeeProtocol(int newFeeProtocol0, int newFeeProtocol1) {
        Draft draft = new Draft(this);
        draft.feeProtocol0 = newFeeProtocol0;
        draft.feeProtocol1 = newFeeProtocol1;
        return draft.done();
    }

    /** What the chain says; what the protocol has not taken out yet is not asked for. */
    ConcentratedState joinedAt(PoolSnapshot snapshot) {
        Draft draft = new Draft(at(snapshot.sqrtPriceX96(), snapshot.tick(), snapshot.liquidity()));
        draft.feeGrowthGlobal0X128 = snapshot.feeGrowthGlobal().token0X128();
        draft.feeGrowthGlobal1X128 = snapshot.feeGrowthGlobal().token1X128();
        draft.feeProtocol0 = snapshot.feeProtocol0();
        draft.feeProtocol1 = snapshot.feeProtocol1();
        draft.followedFromStart = false;
        draft.feesExact = true;
        draft.swapsNotReplayed = 0;
        draft.joined = true;
        return draft.done();
    }

    ConcentratedState asFollowedFromStart() {
        Draft draft = new Draft(this);
        draft.followedFromStart = true;
        return draft.done();
    }

    ConcentratedState withOneNotReplayed() {
        Draft draft = new Draft(this);
        draft.feesExact = false;
        draft.swapsNotReplayed++;
        return draft.done();
    }

    /** A copy to change before it is a state again. Every swap makes one: no function is passed, so that none is allocated. */
    private static final class Draft {
        private BigInteger sqrtPriceX96;
        private int tick;
        private BigInteger liquidity;
        private BigInteger feeGrowthGlobal0X128;
        private BigInteger feeGrowthGlobal1X128;
        private int feeProtocol0;
        private int feeProtocol1;
        private BigInteger protocolFees0;
        private BigInteger protocolFees1;
        private boolean followedFromStart;
        private boolean feesExact;
        private long swapsNotReplayed;
        private boolean joined;
        private Integer loggedFeePips;

        Draft(ConcentratedState state) {
            sqrtPriceX96 = state.sqrtPriceX96;
            tick = state.tick;
            liquidity = state.liquidity;
            feeGrowthGlobal0X128 = state.feeGrowthGlobal0X128;
            feeGrowthGlobal1X128 = state.feeGrowthGlobal1X128;
            feeProtocol0 = state.feeProtocol0;
            feeProtocol1 = state.feeProtocol1;
            protocolFees0 = state.protocolFees0;
            protocolFees1 = state.protocolFees1;
            followedFromStart = state.followedFromStart;
            feesExact = state.feesExact;
            swapsNotReplayed = state.swapsNotReplayed;
            joined = state.joined;
            loggedFeePips = state.loggedFeePips;
        }

        void setGrowth(boolean inToken0, BigInteger growthX128) {
            if (inToken0) {
                feeGrowthGlobal0X128 = growthX128;
            } else {
                feeGrowthGlobal1X128 = growthX128;
            }
        }

        void addProtocolFees(boolean inToken0, BigInteger share) {
            if (inToken0) {
                protocolFees0 = wrap(protocolFees0.add(share), 128);
            } else {
                protocolFees1 = wrap(protocolFees1.add(share), 128);
            }
        }

        ConcentratedState done() {
            return new ConcentratedState(
                    sqrtPriceX96,
                    tick,
                    liquidity,
                    feeGrowthGlobal0X128,
                    feeGrowthGlobal1X128,
                    feeProtocol0,
                    feeProtocol1,
                    protocolFees0,
                    protocolFees1,
                    followedFromStart,
                    feesExact,
                    swapsNotReplayed,
                    joined,
                    loggedFeePips);
        }
    }
}
