/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import io.ballast.risk.pool.concentrated.LoggedFee;
import io.ballast.risk.pool.concentrated.PoolSnapshot;
import io.ballast.risk.pool.concentrated.SlotKey;
import java.math.BigInteger;
import java.util.List;
import java.util.Set;

/**
 * One thing that happened to a pool, as its contracts logged it. Amounts are raw units; unless said otherwise they are not
 * negative. The three branches are open: a kind of pool declares records of its own where it is.
 */
public sealed interface BookEvent {

    /** A change of price or of reserves: a late one is worth nothing, the next one says it again. */
    non-sealed interface Tick extends BookEvent {}

    /** A change of who holds what. */
    non-sealed interface PositionChange extends BookEvent {

        /** True when it changes the figures of everybody in the pool. */
        default boolean concernsAll() {
            return false;
        }
    }

    /** Something that concerns the pool as a whole. */
    non-sealed interface PoolChange extends BookEvent {

        /** True when it changes by which rules the pool trades or pays from here on. */
        default boolean changesRules() {
            return false;
        }
    }

    /**
     * Concentrated pool {@code Swap}: amounts are the pool's gain, signed; price, liquidity and tick are those after it.
     *
     * @param fee  what else the log says of the fee
     */
    record Swap(
            BigInteger amount0,
            BigInteger amount1,
            BigInteger sqrtPriceX96,
            BigInteger liquidity,
            int tick,
            LoggedFee fee)
            implements Tick {

        /** As Uniswap v3 logs it. */
        public Swap(BigInteger amount0, BigInteger amount1, BigInteger sqrtPriceX96, BigInteger liquidity, int tick) {
            this(amount0, amount1, sqrtPriceX96, liquidity, tick, LoggedFee.NONE);
        }
    }

    /** One minute of a pool followed by bars: closing tick, amounts paid in, and everybody else's liquidity in range. */
    record Bar(int closeTick, BigInteger inAmount0, BigInteger inAmount1, BigInteger othersLiquidity) implements Tick {}

    /** v2 pair {@code Sync}. */
    record Sync(BigInteger reserve0, BigInteger reserve1) implements Tick {}

    /** v3 pool {@code Initialize}. */
    record Initialize(BigInteger sqrtPriceX96, int tick) implements PoolChange {}

    /** v3 pool {@code Flash}: what was paid above the loan. */
    record Flash(BigInteger paid0, BigInteger paid1) implements PoolChange {}

    /** v4 {@code Donate}: given to the liquidity in range. */
    record Donate(BigInteger amount0, BigInteger amount1) implements PoolChange {}

    /** The protocol's part of fees is another from here, as the contract keeps it; 0 is nothing. */
    record SetFeeProtocol(int feeProtocol0, int feeProtocol1) implements PoolChange {
        @Override
        public boolean changesRules() {
            return true;
        }
    }

    /** v3 pool {@code CollectProtocol}. */
    record CollectProtocol(BigInteger amount0, BigInteger amount1) implements PoolChange {}

    /** Tokens that came to (positive) or left a v2 pair without a {@code Sync}: a donation. */
    record TokenTransfer(BigInteger change0, BigInteger change1) implements PoolChange {}

    /**
     * The state of a concentrated pool as its contract has it, from which it is followed.
     *
     * @param managed  owners of slots that are position managers'
     * @param nfts  position managers' books of NFTs asked for
     */
    record Joined(PoolSnapshot pool, Set<String> managed, List<JoinedNft> nfts) implements PoolChange {

        public Joined {
            managed = Set.copyOf(managed);
            nfts = List.copyOf(nfts);
        }
    }

    /**
     * An NFT as its position manager has it.
     *
     * @param custodian  the contract that keeps it for the owner; null: none does
     */
    record JoinedNft(NftKey nft, String owner, String custodian, ManagerBooks books) {}

    /**
     * OpenZeppelin {@code Paused} and {@code Unpaused}, or what says the same.
     *
     * @param contract  what was paused or is no more, lower case; null: the pool itself
     */
    record Pause(String contract, boolean paused) implements PoolChange {
        @Override
        public boolean changesRules() {
            return true;
        }
    }

    /** A request to publish every position of the pool as of here. */
    record Snapshot(String label) implements PoolChange {}

    /** v3 pool {@code Mint}. Managed: the slot is a position manager's, whose NFT logs say whose liquidity it is. */
    record SlotMint(SlotKey slot, boolean managed, BigInteger liquidity, BigInteger amount0, BigInteger amount1)
            implements PositionChange {}

    /** v3 pool {@code Burn}: takes liquidity out and credits the amounts; of nothing, it is a poke that settles fees. */
    record SlotBurn(SlotKey slot, boolean managed, BigInteger liquidity, BigInteger amount0, BigInteger amount1)
            implements PositionChange {}

    /** v3 pool {@code Collect}. */
    record SlotCollect(SlotKey slot, boolean managed, BigInteger amount0, BigInteger amount1)
            implements PositionChange {}

    /**
     * v4 {@code ModifyLiquidity}: liquidity in (positive), out (negative), or fees alone (0). What is put in, paid out and
     * earned no log says: the book works it out.
     *
     * @param managed  the slot is a position manager's, and its salt the NFT's id
     */
    record SlotModify(SlotKey slot, boolean managed, BigInteger liquidityChange) implements PositionChange {}

    /**
     * Position manager's {@code Transfer}; from the zero address the token comes into being, to it it ceases.
     *
     * @param intoCustody  who has it now keeps it for who had it, as a gauge does
     */
    record NftTransfer(NftKey nft, String from, String to, boolean intoCustody) implements PositionChange {

        private static final String ZERO_ADDRESS = "0x" + "0".repeat(40);

        /** To somebody who owns it from then on. */
        public NftTransfer(NftKey nft, String from, String to) {
            this(nft, from, to, false);
        }

        boolean isMint() {
            return from.equals(ZERO_ADDRESS);
        }

        boolean isBurn() {
            return to.equals(ZERO_ADDRESS);
        }
    }

    /** Position manager's {@code IncreaseLiquidity}. */
    record NftIncrease(NftKey nft, BigInteger liquidity, BigInteger amount0, BigInteger amount1)
            implements PositionChange {}

    /** Position manager's {@code DecreaseLiquidity}. */
    record NftDecrease(NftKey nft, BigInteger liquidity, BigInteger amount0, BigInteger amount1)
            implements PositionChange {}

    /** Position manager's {@code Collect}. */
    record NftCollect(NftKey nft, BigInteger amount0, BigInteger amount1) implements PositionChange {}

    /** v2 pair's LP token {@code Transfer}. */
    record LpTransfer(String from, String to, BigInteger value) implements PositionChange {}

    /** v2 pair {@code Mint}: what was paid in for the LP tokens minted just before. */
    record LpMint(BigInteger amount0, BigInteger amount1) implements PositionChange {
        @Override
        public boolean concernsAll() {
            return true;
        }
    }

    /** v2 pair {@code Burn}: what was paid out for the LP tokens burnt just before. */
    record LpBurn(BigInteger amount0, BigInteger amount1) implements PositionChange {
        @Override
        public boolean concernsAll() {
            return true;
        }
    }

    /**
     * An NFT position and the range that it stands for.
     *
     * @param manager  the contract that issued it
     * @param tokenId  decimal
     * @param salt  v4: that of its slot; empty in v3
     */
    record NftKey(String manager, String tokenId, int tickLower, int tickUpper, String salt) {

        /** A v3 position. */
        public NftKey(String manager, String tokenId, int tickLower, int tickUpper) {
            this(manager, tokenId, tickLower, tickUpper, "");
        }

        /** A v4 position: its manager makes the token id the salt. */
        public static NftKey ofSlot(SlotKey slot) {
            String tokenId = new BigInteger(slot.salt().substring(2), 16).toString();
            return new NftKey(slot.owner(), tokenId, slot.tickLower(), slot.tickUpper(), slot.salt());
        }

        /** The pool's slot that holds its liquidity, in v3 with that of every other NFT with the same range. */
        public SlotKey slot() {
            return new SlotKey(manager, tickLower, tickUpper, salt);
        }
    }
}
