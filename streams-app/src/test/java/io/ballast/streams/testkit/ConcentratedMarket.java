/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.testkit;

import io.ballast.risk.journal.Journal;
import io.ballast.risk.pool.TokenAmounts;
import io.ballast.risk.pool.concentrated.ConcentratedPool;
import io.ballast.risk.pool.concentrated.SlotKey;
import io.ballast.risk.pool.concentrated.SlotState;
import io.ballast.risk.pool.concentrated.SwapResult;
import io.ballast.risk.pool.concentrated.TickMath;
import io.ballast.schema.PoolEventKind;
import io.ballast.schema.PoolKind;
import io.ballast.schema.PositionEvent;
import io.ballast.schema.PositionEventKind;
import io.ballast.schema.PriceTickKind;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** A v3 pool and a position manager at which people act at random, each action as valid as the contracts demand. */
public final class ConcentratedMarket {

    public static final String POOL = "uniswap-v3:1:0x00000000000000000000000000000000000000a3";
    public static final String MANAGER = "0x00000000000000000000000000000000000000f1";

    private static final BigInteger Q128 = BigInteger.ONE.shiftLeft(128);
    private static final BigInteger Q256 = BigInteger.ONE.shiftLeft(256);

    private final Chain chain;
    private final Random random;
    private final ConcentratedPool pool = new ConcentratedPool(3000, 60, new Journal());
    private final Map<SlotKey, BigInteger> direct = new TreeMap<>();
    private final Map<Integer, Nft> nfts = new TreeMap<>();
    private int nextToken = 1;

    /** The manager's books of one NFT. */
    private static final class Nft {
        private final SlotKey slot;
        private String owner;
        private BigInteger liquidity = BigInteger.ZERO;
        private BigInteger last0 = BigInteger.ZERO;
        private BigInteger last1 = BigInteger.ZERO;
        private BigInteger owed0 = BigInteger.ZERO;
        private BigInteger owed1 = BigInteger.ZERO;

        private Nft(SlotKey slot, String owner) {
            this.slot = slot;
            this.owner = owner;
        }
    }

    public ConcentratedMarket(Chain chain, Random random) {
        this.chain = chain;
        this.random = random;
    }

    /** The pool as the chain has it now. */
    public ConcentratedPool pool() {
        return pool;
    }

    public void create() {
        chain.define(
                POOL,
                PoolKind.CONCENTRATED,
                List.of(Chain.token("0xa0", 18, null), Chain.token("0xa1", 6, "par:USD")),
                60);
        BigInteger price = TickMath.sqrtPriceX96AtTick(120);
        pool.initialize(price, 120);
        chain.pool(POOL, PoolEventKind.INITIALIZE, event -> event.setSqrtPriceX96Raw(price.toString())
                .setTick(120));
        mintDirect(new SlotKey(address(99), -6000, 6000), BigInteger.TEN.pow(21));
    }

    /** One action of somebody: one or a few logs. */
    public void act() {
        switch (random.nextInt(12)) {
            case 0 -> mintDirect(slot(address(random.nextInt(3))), someLiquidity());
            case 1 -> burnDirect();
            case 2, 3 -> mintNft();
            case 4 -> increaseNft();
            case 5, 6 -> leaveNft();
            case 7 -> flash();
            case 8 -> transferNft();
            default -> swap();
        }
    }

    private void swap() {
        boolean zeroForOne = random.nextBoolean();
        BigInteger limit = TickMath.sqrtPriceX96AtTick(zeroForOne ? -5000 : 5000);
        int order = pool.state().sqrtPriceX96().compareTo(limit);
        if (zeroForOne ? order <= 0 : order >= 0) {
            return;
        }
        BigInteger amount =
                BigInteger.TEN.pow(15 + random.nextInt(6)).multiply(BigInteger.valueOf(1 + random.nextInt(9)));
        swap(zeroForOne, random.nextBoolean() ? amount : amount.negate(), limit);
    }

    /** Somebody sells so much token0, at whatever price. */
    public void sell(BigInteger amount0) {
        swap(true, amount0, TickMath.MIN_SQRT_PRICE_X96.add(BigInteger.ONE));
    }

    private void swap(boolean zeroForOne, BigInteger amount, BigInteger limit) {
        SwapResult swap = pool.swap(zeroForOne, amount, limit);
        chain.tick(POOL, PriceTickKind.SWAP, tick -> tick.setAmount0Raw(
                        swap.amount0().toString())
                .setAmount1Raw(swap.amount1().toString())
                .setSqrtPriceX96Raw(swap.sqrtPriceX96().toString())
                .setLiquidityRaw(swap.liquidity().toString())
                .setTick(swap.tick()));
    }

    private void flash() {
        BigInteger paid = BigInteger.valueOf(1 + random.nextInt(1_000_000)).multiply(BigInteger.TEN.pow(9));
        pool.flash(paid, BigInteger.ZERO);
        chain.pool(POOL, PoolEventKind.FLASH, event -> event.setAmount0Raw(paid.toString())
                .setAmount1Raw("0"));
    }

    /** A position of the pool's own. */
    public void mintDirect(SlotKey slot, BigInteger liquidity) {
        mint(slot, liquidity, false);
        direct.merge(slot, liquidity, BigInteger::add);
    }

    private void burnDirect() {
        List<SlotKey> slots = List.copyOf(direct.keySet());
        SlotKey slot = slots.get(random.nextInt(slots.size()));
        boolean base = slot.owner().equals(address(99));
        BigInteger part = base ? BigInteger.ZERO : direct.get(slot).divide(BigInteger.valueOf(1 + random.nextInt(3)));
        burn(slot, part, false);
        TokenAmounts owed = pool.owed(slot);
        collect(slot, owed, false);
        direct.merge(slot, part.negate(), BigInteger::add);
        if (direct.get(slot).signum() == 0) {
            direct.remove(slot);
        }
    }

    private void mintNft() {
        Nft nft = new Nft(slot(MANAGER), address(random.nextInt(4)));
        int token = nextToken++;
        nfts.put(token, nft);
        BigInteger liquidity = someLiquidity();
        TokenAmounts paid = mint(nft.slot, liquidity, true);
        nftLog(token, nft, PositionEventKind.NFT_TRANSFER, event -> event.setFromAddress(Chain.ZERO)
                .setToAddress(nft.owner));
        settle(nft);
        nft.liquidity = liquidity;
        nftLog(token, nft, PositionEventKind.NFT_INCREASE, event -> amounts(event, liquidity, paid));
    }

    private void increaseNft() {
        Integer token = someNft();
        if (token == null) {
            return;
        }
        Nft nft = nfts.get(token);
        BigInteger liquidity = someLiquidity();
        TokenAmounts paid = mint(nft.slot, liquidity, true);
        settle(nft);
        nft.liquidity = nft.liquidity.add(liquidity);
        nftLog(token, nft, PositionEventKind.NFT_INCREASE, event -> amounts(event, liquidity, paid));
    }

    /** Takes some or all out, collects, and burns the NFT if nothing is left. */
    private void leaveNft() {
        Integer token = someNft();
        if (token == null) {
            return;
        }
        Nft nft = nfts.get(token);
        decrease(token, nft, nft.liquidity.divide(BigInteger.valueOf(1 + random.nextInt(2))));
        if (random.nextInt(4) > 0) {
            collectNft(token, nft);
            if (nft.liquidity.signum() == 0 && random.nextBoolean()) {
                nftLog(token, nft, PositionEventKind.NFT_TRANSFER, event -> event.setFromAddress(nft.owner)
                        .setToAddress(Chain.ZERO));
                nfts.remove(token);
            }
        }
    }

    private void decrease(int token, Nft nft, BigInteger part) {
        if (part.signum() == 0) {
            return;
        }
        TokenAmounts out = burn(nft.slot, part, true);
        settle(nft);
        nft.owed0 = nft.owed0.add(out.amount0());
        nft.owed1 = nft.owed1.add(out.amount1());
        nft.liquidity = nft.liquidity.subtract(part);
        nftLog(token, nft, PositionEventKind.NFT_DECREASE, event -> amounts(event, part, out));
    }

    private void collectNft(int token, Nft nft) {
        if (nft.liquidity.signum() > 0) {
            burn(nft.slot, BigInteger.ZERO, true);
            settle(nft);
        }
        TokenAmounts asked = new TokenAmounts(nft.owed0, nft.owed1);
        SlotState slot = pool.slots().get(nft.slot);
        collect(
                nft.slot,
                new TokenAmounts(
                        asked.amount0().min(slot.tokensOwed0()), asked.amount1().min(slot.tokensOwed1())),
                true);
        nft.owed0 = BigInteger.ZERO;
        nft.owed1 = BigInteger.ZERO;
        nftLog(token, nft, PositionEventKind.NFT_COLLECT, event -> amounts(event, null, asked));
    }

    private void transferNft() {
        Integer token = someNft();
        if (token == null) {
            return;
        }
        Nft nft = nfts.get(token);
        String from = nft.owner;
        nft.owner = address(random.nextInt(4));
        nftLog(token, nft, PositionEventKind.NFT_TRANSFER, event -> event.setFromAddress(from)
                .setToAddress(nft.owner));
    }

    /** As NonfungiblePositionManager does after each call of the pool. */
    private void settle(Nft nft) {
        SlotState slot = pool.slots().get(nft.slot);
        nft.owed0 = nft.owed0.add(earned(slot.feeGrowthInside0LastX128(), nft.last0, nft.liquidity));
        nft.owed1 = nft.owed1.add(earned(slot.feeGrowthInside1LastX128(), nft.last1, nft.liquidity));
        nft.last0 = slot.feeGrowthInside0LastX128();
        nft.last1 = slot.feeGrowthInside1LastX128();
    }

    private static BigInteger earned(BigInteger now, BigInteger last, BigInteger liquidity) {
        return now.subtract(last).mod(Q256).multiply(liquidity).divide(Q128);
    }

    private TokenAmounts mint(SlotKey slot, BigInteger liquidity, boolean managed) {
        TokenAmounts paid = pool.mint(slot, liquidity).orElseThrow();
        slotLog(slot, PositionEventKind.MINT, managed, event -> amounts(event, liquidity, paid));
        return paid;
    }

    private TokenAmounts burn(SlotKey slot, BigInteger liquidity, boolean managed) {
        TokenAmounts out = pool.burn(slot, liquidity).orElseThrow();
        slotLog(slot, PositionEventKind.BURN, managed, event -> amounts(event, liquidity, out));
        return out;
    }

    private void collect(SlotKey slot, TokenAmounts paid, boolean managed) {
        pool.collect(slot, paid.amount0(), paid.amount1());
        slotLog(slot, PositionEventKind.COLLECT, managed, event -> amounts(event, null, paid));
    }

    private void slotLog(
            SlotKey slot,
            PositionEventKind kind,
            boolean managed,
            java.util.function.Consumer<PositionEvent.Builder> more) {
        chain.position(
                POOL,
                kind,
                event -> more.accept(event.setOwner(slot.owner())
                        .setManaged(managed)
                        .setTickLower(slot.tickLower())
                        .setTickUpper(slot.tickUpper())));
    }

    private void nftLog(
            int token, Nft nft, PositionEventKind kind, java.util.function.Consumer<PositionEvent.Builder> more) {
        chain.position(
                POOL,
                kind,
                event -> more.accept(event.setPositionManager(MANAGER)
                        .setTokenId(Integer.toString(token))
                        .setTickLower(nft.slot.tickLower())
                        .setTickUpper(nft.slot.tickUpper())));
    }

    private static void amounts(PositionEvent.Builder event, BigInteger liquidity, TokenAmounts amounts) {
        event.setLiquidityRaw(liquidity == null ? null : liquidity.toString())
                .setAmount0Raw(amounts.amount0().toString())
                .setAmount1Raw(amounts.amount1().toString());
    }

    private Integer someNft() {
        List<Integer> alive = new ArrayList<>(nfts.keySet());
        return alive.isEmpty() ? null : alive.get(random.nextInt(alive.size()));
    }

    private SlotKey slot(String owner) {
        int lower = 60 * (random.nextInt(60) - 30);
        return new SlotKey(owner, lower, lower + 60 * (1 + random.nextInt(20)));
    }

    private BigInteger someLiquidity() {
        return BigInteger.TEN.pow(18 + random.nextInt(4)).add(BigInteger.valueOf(random.nextInt(999)));
    }

    public static String address(int who) {
        return String.format("0x%040x", 0xb000 + who);
    }
}
