/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.follow;

import io.ballast.producers.pools.AskedPosition;
import io.ballast.producers.pools.PoolCatalogue;
import io.ballast.producers.pools.PoolListing;
import io.ballast.producers.rpc.EthNode;
import io.ballast.producers.rpc.PackedSlot;
import io.ballast.risk.pool.concentrated.TickMath;
import io.ballast.schema.ConcentratedContract;
import io.ballast.schema.PoolEvent;
import io.ballast.schema.PoolEventKind;
import io.ballast.schema.PoolKind;
import io.ballast.schema.PoolState;
import io.ballast.schema.PoolStateNft;
import io.ballast.schema.PoolStateSlot;
import io.ballast.schema.PoolStateTick;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads what concentrated pools have at the end of a block by {@code eth_call}: price, growth, every word of the tick bitmap,
 * every initialised tick, and the positions asked for (v3-core {@code UniswapV3Pool}, v3-periphery
 * {@code NonfungiblePositionManager}).
 */
final class PoolStateReader {

    private static final String SLOT0 = "0x3850c7bd";
    private static final String LIQUIDITY = "0x1a686502";
    private static final String GROWTH0 = "0xf3058399";
    private static final String GROWTH1 = "0x46141319";
    private static final String BITMAP = "0x5339c296";
    private static final String TICKS = "0xf30dba93";
    private static final String SLOTS = "0x514ea4bf";
    private static final String NFTS = "0x99fbab88";
    private static final String OWNER_OF = "0x6352211e";

    private static final int WORD_BITS = 256;
    private static final int FEE_PROTOCOL_WORD = 5;

    private final EthNode node;
    private final PoolCatalogue catalogue;
    /** Of each NFT at each block: that it is another pool's is not asked again for each pool. */
    private final Map<String, List<BigInteger>> books = new HashMap<>();

    PoolStateReader(EthNode node, PoolCatalogue catalogue) {
        this.node = node;
        this.catalogue = catalogue;
    }

    /** The listed pools that can be joined so. */
    List<PoolListing> pools() {
        return catalogue.pools().values().stream()
                .filter(pool -> pool.kind() == PoolKind.CONCENTRATED)
                .filter(pool ->
                        kind(pool) == ConcentratedContract.UNISWAP_V3 || kind(pool) == ConcentratedContract.PANCAKE_V3)
                .toList();
    }

    private static ConcentratedContract kind(PoolListing pool) {
        return pool.contract().kind();
    }

    /** A pool's state, without its id and place. */
    PoolEvent.Builder read(PoolListing pool, List<AskedPosition> asked, long block) {
        List<BigInteger> slot0 = node.call(pool.address(), SLOT0, block, FEE_PROTOCOL_WORD + 1);
        int halfBits = kind(pool) == ConcentratedContract.PANCAKE_V3 ? 16 : 4;
        int feeProtocol = slot0.get(FEE_PROTOCOL_WORD).intValueExact();
        List<PoolStateNft> nfts = nfts(pool, asked, block);
        return PoolEvent.newBuilder()
                .setKind(PoolEventKind.STATE)
                .setSqrtPriceX96Raw(slot0.get(0).toString())
                .setTick(signed(slot0.get(1)).intValueExact())
                .setFeeProtocol0(feeProtocol & (1 << halfBits) - 1)
                .setFeeProtocol1(feeProtocol >>> halfBits)
                .setState(PoolState.newBuilder()
                        .setLiquidityRaw(one(pool, LIQUIDITY, block))
                        .setFeeGrowthGlobal0X128Raw(one(pool, GROWTH0, block))
                        .setFeeGrowthGlobal1X128Raw(one(pool, GROWTH1, block))
                        .setTicks(ticks(pool, block))
                        .setSlots(slots(pool, asked, nfts, block))
                        .setNfts(nfts)
                        .build());
    }

    private String one(PoolListing pool, String function, long block) {
        return node.call(pool.address(), function, block, 1).get(0).toString();
    }

    private List<PoolStateTick> ticks(PoolListing pool, long block) {
        int spacing = pool.tickSpacing().orElseThrow();
        List<PoolStateTick> ticks = new ArrayList<>();
        int first = Math.floorDiv(Math.floorDiv(TickMath.MIN_TICK, spacing), WORD_BITS);
        int last = Math.floorDiv(TickMath.MAX_TICK / spacing, WORD_BITS);
        for (int word = first; word <= last; word++) {
            BigInteger bitmap = node.call(pool.address(), BITMAP + word(BigInteger.valueOf(word)), block, 1)
                    .get(0);
            for (int bit = bitmap.getLowestSetBit(); bit >= 0; bit = nextBit(bitmap, bit)) {
                ticks.add(tick(pool, (word * WORD_BITS + bit) * spacing, block));
            }
        }
        return ticks;
    }

    private static int nextBit(BigInteger bitmap, int bit) {
        int next = bitmap.shiftRight(bit + 1).getLowestSetBit();
        return next < 0 ? -1 : bit + 1 + next;
    }

    private PoolStateTick tick(PoolListing pool, int tick, long block) {
        List<BigInteger> state = node.call(pool.address(), TICKS + word(BigInteger.valueOf(tick)), block, 4);
        return new PoolStateTick(
                tick,
                state.get(0).toString(),
                signed(state.get(1)).toString(),
                state.get(2).toString(),
                state.get(3).toString());
    }

    /** Those of this pool, which their manager tells by tokens and fee. */
    private List<PoolStateNft> nfts(PoolListing pool, List<AskedPosition> asked, long block) {
        List<PoolStateNft> nfts = new ArrayList<>();
        for (AskedPosition position : asked) {
            if (position instanceof AskedPosition.Nft nft) {
                String id = word(nft.tokenId());
                List<BigInteger> found = books.computeIfAbsent(
                        block + " " + nft, unread -> node.call(nft.manager(), NFTS + id, block, 12));
                if (isOf(pool, found)) {
                    BigInteger owner =
                            node.call(nft.manager(), OWNER_OF + id, block, 1).get(0);
                    nfts.add(nft(nft, address(owner), found));
                }
            }
        }
        return nfts;
    }

    private static boolean isOf(PoolListing pool, List<BigInteger> books) {
        return address(books.get(2)).equals(pool.token0())
                && address(books.get(3)).equals(pool.token1())
                && pool.feePips()
                        .filter(fee -> books.get(4).equals(BigInteger.valueOf(fee)))
                        .isPresent();
    }

    private static PoolStateNft nft(AskedPosition.Nft nft, String owner, List<BigInteger> books) {
        return new PoolStateNft(
                nft.manager(),
                nft.tokenId().toString(),
                owner,
                signed(books.get(5)).intValueExact(),
                signed(books.get(6)).intValueExact(),
                books.get(7).toString(),
                books.get(8).toString(),
                books.get(9).toString(),
                books.get(10).toString(),
                books.get(11).toString(),
                null);
    }

    private List<PoolStateSlot> slots(
            PoolListing pool, List<AskedPosition> asked, List<PoolStateNft> nfts, long block) {
        List<PoolStateSlot> slots = new ArrayList<>();
        for (AskedPosition position : asked) {
            if (position instanceof AskedPosition.Direct direct && direct.pool().equals(pool.address())) {
                slots.add(slot(pool, direct.owner(), false, direct.tickLower(), direct.tickUpper(), block));
            }
        }
        for (PoolStateNft nft : nfts) {
            boolean read = slots.stream()
                    .anyMatch(slot -> slot.getOwner().equals(nft.getPositionManager())
                            && slot.getTickLower() == nft.getTickLower()
                            && slot.getTickUpper() == nft.getTickUpper());
            if (!read) {
                slots.add(slot(pool, nft.getPositionManager(), true, nft.getTickLower(), nft.getTickUpper(), block));
            }
        }
        return slots;
    }

    private PoolStateSlot slot(
            PoolListing pool, String owner, boolean managed, int tickLower, int tickUpper, long block) {
        List<BigInteger> state =
                node.call(pool.address(), SLOTS + PackedSlot.hash(owner, tickLower, tickUpper), block, 5);
        return new PoolStateSlot(
                owner,
                managed,
                tickLower,
                tickUpper,
                state.get(0).toString(),
                state.get(1).toString(),
                state.get(2).toString(),
                state.get(3).toString(),
                state.get(4).toString());
    }

    /** A number in a call's data: 64 hex digits, two's complement. */
    static String word(BigInteger number) {
        return String.format("%064x", number.signum() < 0 ? number.add(BigInteger.ONE.shiftLeft(WORD_BITS)) : number);
    }

    private static String address(BigInteger word) {
        return String.format("0x%040x", word);
    }

    private static BigInteger signed(BigInteger word) {
        return word.testBit(WORD_BITS - 1) ? word.subtract(BigInteger.ONE.shiftLeft(WORD_BITS)) : word;
    }
}
