/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.testkit;

import io.ballast.risk.pool.concentrated.TickMath;
import io.ballast.schema.PoolEventKind;
import io.ballast.schema.PoolKind;
import io.ballast.schema.PoolToken;
import io.ballast.schema.PositionEventKind;
import io.ballast.schema.PriceTickKind;
import java.math.BigInteger;
import java.util.List;

/** Logs of one of several v3 pools of WETH and USDC that start near 2,000 USDC, for tests of portfolios. */
public final class EthPool {

    public static final String ALICE = "0x000000000000000000000000000000000000000a";
    public static final String BOB = "0x000000000000000000000000000000000000000b";

    private static final String MANAGER = "0x00000000000000000000000000000000000000c3";

    /** At which a WETH, 18 decimals, is worth about 2,000 USDC, 6 decimals. */
    private static final int TICK = -200_311;

    private static final int LOWER = TICK - TICK % 60 - 6000;
    private static final int UPPER = LOWER + 12_000;

    private final Chain chain;
    private final String id;

    public EthPool(Chain chain, int number) {
        this.chain = chain;
        this.id = String.format("uniswap-v3:1:0x%040x", number);
    }

    public String id() {
        return id;
    }

    public EthPool define() {
        chain.define(id, PoolKind.CONCENTRATED, List.of(token("0xe0", "WETH", 18), token("0xf0", "USDC", 6)), 60);
        return this;
    }

    public EthPool initialize() {
        chain.pool(id, PoolEventKind.INITIALIZE, event -> event.setSqrtPriceX96Raw(
                        sqrtPrice(TICK).toString())
                .setTick(TICK));
        return this;
    }

    /** Amounts are as the contract would ask for them, to a raw unit. */
    public EthPool mint(String owner, String liquidity) {
        return slot(PositionEventKind.MINT, owner, liquidity);
    }

    public EthPool burn(String owner, String liquidity) {
        return slot(PositionEventKind.BURN, owner, liquidity);
    }

    /** An NFT that somebody gets with liquidity in it. */
    public EthPool mintNft(String owner, String tokenId, String liquidity) {
        nft(PositionEventKind.MINT, null, liquidity, Chain.ZERO, Chain.ZERO);
        moveNft(tokenId, Chain.ZERO, owner);
        return nft(PositionEventKind.NFT_INCREASE, tokenId, liquidity, Chain.ZERO, Chain.ZERO);
    }

    public EthPool moveNft(String tokenId, String from, String to) {
        return nft(PositionEventKind.NFT_TRANSFER, tokenId, null, from, to);
    }

    private EthPool nft(PositionEventKind kind, String tokenId, String liquidity, String from, String to) {
        boolean ofPool = kind == PositionEventKind.MINT;
        chain.position(id, kind, event -> event.setOwner(ofPool ? MANAGER : null)
                .setManaged(ofPool)
                .setPositionManager(ofPool ? null : MANAGER)
                .setTokenId(tokenId)
                .setTickLower(LOWER)
                .setTickUpper(UPPER)
                .setLiquidityRaw(liquidity)
                .setAmount0Raw(liquidity == null ? null : amount0(liquidity).toString())
                .setAmount1Raw(liquidity == null ? null : amount1(liquidity).toString())
                .setFromAddress(from)
                .setToAddress(to));
        return this;
    }

    private static BigInteger amount0(String liquidity) {
        BigInteger now = sqrtPrice(TICK);
        BigInteger upper = sqrtPrice(UPPER);
        return new BigInteger(liquidity)
                .shiftLeft(96)
                .multiply(upper.subtract(now))
                .divide(upper)
                .divide(now);
    }

    private static BigInteger amount1(String liquidity) {
        return new BigInteger(liquidity)
                .multiply(sqrtPrice(TICK).subtract(sqrtPrice(LOWER)))
                .shiftRight(96);
    }

    private EthPool slot(PositionEventKind kind, String owner, String liquidity) {
        chain.position(id, kind, event -> event.setOwner(owner)
                .setTickLower(LOWER)
                .setTickUpper(UPPER)
                .setLiquidityRaw(liquidity)
                .setAmount0Raw(amount0(liquidity).toString())
                .setAmount1Raw(amount1(liquidity).toString()));
        return this;
    }

    /** A swap of nothing. */
    public EthPool tick(String liquidity) {
        chain.tick(id, PriceTickKind.SWAP, tick -> tick.setAmount0Raw("0")
                .setAmount1Raw("0")
                .setSqrtPriceX96Raw(sqrtPrice(TICK).toString())
                .setLiquidityRaw(liquidity)
                .setTick(TICK));
        return this;
    }

    private static BigInteger sqrtPrice(int tick) {
        return TickMath.sqrtPriceX96AtTick(tick);
    }

    private static PoolToken token(String address, String symbol, int decimals) {
        PoolToken token = Chain.token(address, decimals, null);
        token.setSymbol(symbol);
        return token;
    }
}
