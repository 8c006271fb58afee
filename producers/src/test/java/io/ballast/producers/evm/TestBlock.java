/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.evm;

import io.ballast.producers.evm.LogBlock.SourcedLog;
import io.ballast.producers.records.SourceLine;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Builds a block log by log; all of them in one transaction unless another is begun. */
final class TestBlock {

    static final String ZERO = "0x" + "0".repeat(40);
    static final String V3_FACTORY = address(0xf3);
    static final String V2_FACTORY = address(0xf2);
    static final String POOL = address(0xa1);
    static final String OTHER_POOL = address(0xa2);
    static final String PAIR = address(0xb1);
    static final String OTHER_PAIR = address(0xb2);
    static final String TOKEN0 = address(0x10);
    static final String TOKEN1 = address(0x11);
    static final String TOKEN2 = address(0x12);
    static final String MANAGER = address(0x99);
    static final String ALICE = address(0xa11ce);
    static final String BOB = address(0xb0b);

    private static final long GENESIS_S = 1_700_000_000L;

    private final long number;
    private final String hash;
    private final List<EvmLog> logs = new ArrayList<>();
    private String transaction;

    private TestBlock(long number, long branch) {
        this.number = number;
        this.hash = hash(branch * 1_000_000 + number);
        this.transaction = hash(number * 1000 + branch * 7);
    }

    static TestBlock number(long number) {
        return new TestBlock(number, 1);
    }

    /** The same height on a rival branch. */
    static TestBlock number(long number, long branch) {
        return new TestBlock(number, branch);
    }

    static String address(long id) {
        return String.format("0x%040x", id);
    }

    static String hash(long id) {
        return String.format("0x%064x", id);
    }

    static long timestampS(long blockNumber) {
        return GENESIS_S + 12 * blockNumber;
    }

    TestBlock transaction() {
        transaction = hash(number * 1000 + logs.size() + 100);
        return this;
    }

    TestBlock log(String contract, String declaration, Object... values) {
        Abi.Encoded encoded = Abi.event(declaration, values);
        return raw(contract, encoded.topics(), encoded.data());
    }

    TestBlock raw(String contract, List<String> topics, String data) {
        logs.add(new EvmLog(
                contract, topics, data, number, hash, transaction, logs.size(), OptionalLong.empty(), false));
        return this;
    }

    TestBlock poolCreated() {
        return poolCreated(POOL, TOKEN0, TOKEN1);
    }

    TestBlock poolCreated(String pool, String token0, String token1) {
        return log(
                V3_FACTORY,
                "PoolCreated(address indexed token0, address indexed token1, uint24 indexed fee, int24 tickSpacing, address pool)",
                token0,
                token1,
                3000,
                60,
                pool);
    }

    TestBlock pairCreated() {
        return pairCreated(PAIR, TOKEN0, TOKEN1);
    }

    TestBlock pairCreated(String pair, String token0, String token1) {
        return log(
                V2_FACTORY,
                "PairCreated(address indexed token0, address indexed token1, address pair, uint256 length)",
                token0,
                token1,
                pair,
                1);
    }

    TestBlock mint(String pool, String owner, int lower, int upper, Object liquidity, Object amount0, Object amount1) {
        return log(
                pool,
                "Mint(address sender, address indexed owner, int24 indexed tickLower, int24 indexed tickUpper, uint128 amount, uint256 amount0, uint256 amount1)",
                BOB,
                owner,
                lower,
                upper,
                liquidity,
                amount0,
                amount1);
    }

    TestBlock burn(String pool, String owner, int lower, int upper, Object liquidity, Object amount0, Object amount1) {
        return log(
                pool,
                "Burn(address indexed owner, int24 indexed tickLower, int24 indexed tickUpper, uint128 amount, uint256 amount0, uint256 amount1)",
                owner,
                lower,
                upper,
                liquidity,
                amount0,
                amount1);
    }

    TestBlock collect(
            String pool, String owner, String recipient, int lower, int upper, Object amount0, Object amount1) {
        return log(
                pool,
                "Collect(address indexed owner, address recipient, int24 indexed tickLower, int24 indexed tickUpper, uint128 amount0, uint128 amount1)",
                owner,
                recipient,
                lower,
                upper,
                amount0,
                amount1);
    }

    TestBlock nftTransfer(String from, String to, Object tokenId) {
        return log(
                MANAGER,
                "Transfer(address indexed from, address indexed to, uint256 indexed tokenId)",
                from,
                to,
                tokenId);
    }

    TestBlock increase(Object tokenId, Object liquidity, Object amount0, Object amount1) {
        return log(
                MANAGER,
                "IncreaseLiquidity(uint256 indexed tokenId, uint128 liquidity, uint256 amount0, uint256 amount1)",
                tokenId,
                liquidity,
                amount0,
                amount1);
    }

    TestBlock decrease(Object tokenId, Object liquidity, Object amount0, Object amount1) {
        return log(
                MANAGER,
                "DecreaseLiquidity(uint256 indexed tokenId, uint128 liquidity, uint256 amount0, uint256 amount1)",
                tokenId,
                liquidity,
                amount0,
                amount1);
    }

    TestBlock nftCollect(Object tokenId, String recipient, Object amount0, Object amount1) {
        return log(
                MANAGER,
                "Collect(uint256 indexed tokenId, address recipient, uint256 amount0, uint256 amount1)",
                tokenId,
                recipient,
                amount0,
                amount1);
    }

    /** Pool Mint, NFT into being, its liquidity: what NonfungiblePositionManager.mint logs. */
    TestBlock nftMinted(String pool, Object tokenId, int lower, int upper, Object liquidity) {
        return mint(pool, MANAGER, lower, upper, liquidity, 11, 12)
                .nftTransfer(ZERO, ALICE, tokenId)
                .increase(tokenId, liquidity, 11, 12);
    }

    TestBlock transfer(String token, String from, String to, Object value) {
        return log(token, "Transfer(address indexed from, address indexed to, uint256 value)", from, to, value);
    }

    TestBlock sync(String pair, Object reserve0, Object reserve1) {
        return log(pair, "Sync(uint112 reserve0, uint112 reserve1)", reserve0, reserve1);
    }

    TestBlock pairSwap(String pair, Object in0, Object in1, Object out0, Object out1) {
        return log(
                pair,
                "Swap(address indexed sender, uint256 amount0In, uint256 amount1In, uint256 amount0Out, uint256 amount1Out, address indexed to)",
                BOB,
                in0,
                in1,
                out0,
                out1,
                ALICE);
    }

    LogBlock build() {
        return block(false);
    }

    /** The block as it is taken back. */
    LogBlock removed() {
        return block(true);
    }

    private LogBlock block(boolean removed) {
        List<SourcedLog> sourced = logs.stream()
                .map(log -> new SourcedLog(log.withRemoved(removed), line(log)))
                .toList();
        return new LogBlock(number, hash, Instant.ofEpochSecond(timestampS(number)), removed, sourced);
    }

    private static SourceLine line(EvmLog log) {
        byte[] content = ("log " + log.logIndex()).getBytes(StandardCharsets.UTF_8);
        return new SourceLine("logs.jsonl", log.logIndex() + 1L, content, true);
    }
}
