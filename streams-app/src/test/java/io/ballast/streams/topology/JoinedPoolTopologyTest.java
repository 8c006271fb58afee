/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.schema.PoolEventKind;
import io.ballast.schema.PoolKind;
import io.ballast.schema.PoolState;
import io.ballast.schema.PoolStateNft;
import io.ballast.schema.PoolStateSlot;
import io.ballast.schema.PoolStateTick;
import io.ballast.schema.PositionEventKind;
import io.ballast.schema.PositionRisk;
import io.ballast.schema.QualityFlag;
import io.ballast.streams.testkit.BookDriver;
import io.ballast.streams.testkit.Chain;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A pool joined at price 1 with growth of 5 of token0 per unit of liquidity so far: an NFT with a fifth of its slot's liquidity, a
 * direct position, and liquidity of somebody whom nobody asked for.
 */
class JoinedPoolTopologyTest {

    private static final String POOL = "uniswap-v3:1:0x00000000000000000000000000000000000000c3";
    private static final String MANAGER = "0x0000000000000000000000000000000000000099";
    private static final String ALICE = "0x000000000000000000000000000000000000000a";
    private static final String BOB = "0x000000000000000000000000000000000000000b";
    private static final String CAROL = "0x000000000000000000000000000000000000000c";
    private static final String GAUGE = "0x000000000000000000000000000000000000009a";
    private static final BigInteger Q128 = BigInteger.ONE.shiftLeft(128);
    private static final String ONE = BigInteger.ONE.shiftLeft(96).toString();
    private static final String NFT = POOL + "/nft:7";
    private static final String DIRECT = POOL + "/" + BOB + ":-600:600";

    @TempDir
    private Path folder;

    private BookDriver books;
    private final Chain chain = new Chain("a", 100);

    @BeforeEach
    void start() {
        books = BookDriver.open(folder);
        chain.define(
                POOL, PoolKind.CONCENTRATED, List.of(Chain.token("0xa0", 18, null), Chain.token("0xa1", 18, null)), 60);
    }

    @AfterEach
    void stop() {
        books.close();
    }

    @Test
    void shouldSayWhatThePositionsAreOwedAndThatTheirDepositsAreNotKnown() {
        join("1000");
        books.feed(chain.records());

        PositionRisk nft = books.risk().get(NFT);
        assertThat(books.deadLetters()).isEmpty();
        assertThat(nft.getOwner()).isEqualTo(ALICE);
        assertThat(nft.getLiquidityRaw()).isEqualTo("100");
        // 5 - 2 per unit of liquidity since it was settled, and 3 from before.
        assertThat(nft.getOwed0Raw()).isEqualTo("303");
        assertThat(nft.getFlags()).containsExactly(QualityFlag.HISTORY_INCOMPLETE);
        assertThat(nft.getIl()).isCloseTo(0, within(1e-12));
        assertThat(books.risk().get(DIRECT).getOwed0Raw()).isEqualTo("1500");
    }

    @Test
    void shouldShareFeesFromThereOnByAllLiquidityThereIs() {
        join("1000");
        chain.nextBlock();
        chain.pool(
                POOL, PoolEventKind.FLASH, event -> event.setAmount0Raw("1000").setAmount1Raw("0"));
        books.feed(chain.records());

        assertThat(books.risk().get(NFT).getOwed0Raw()).isEqualTo("403");
        assertThat(books.risk().get(NFT).getFlags()).containsExactly(QualityFlag.HISTORY_INCOMPLETE);
    }

    @Test
    void shouldTakeOutLiquidityThatNobodyAskedFor() {
        join("1000");
        chain.nextBlock();
        chain.position(POOL, PositionEventKind.BURN, event -> event.setOwner(CAROL)
                .setTickLower(-600)
                .setTickUpper(600)
                .setLiquidityRaw("200")
                .setAmount0Raw("1")
                .setAmount1Raw("1"));
        chain.pool(
                POOL, PoolEventKind.FLASH, event -> event.setAmount0Raw("800").setAmount1Raw("0"));
        books.feed(chain.records());

        assertThat(books.deadLetters()).isEmpty();
        assertThat(books.risk().get(NFT).getOwed0Raw()).isEqualTo("403");
        assertThat(books.risk().get(POOL + "/" + CAROL + ":-600:600").getFlags())
                .contains(QualityFlag.FEES_INCOMPLETE, QualityFlag.HISTORY_INCOMPLETE);
    }

    @Test
    void shouldRefuseAStateThatContradictsItself() {
        join("999");
        books.feed(chain.records());

        assertThat(books.deadLetters()).singleElement().satisfies(letter -> assertThat(letter.getReason())
                .contains("sums to 1000, not to 999"));
    }

    @Test
    void shouldComeBackFromTheStores() {
        join("1000");
        books.feed(chain.records());
        books.reinitialise();
        chain.nextBlock();
        chain.pool(
                POOL, PoolEventKind.FLASH, event -> event.setAmount0Raw("1000").setAmount1Raw("0"));
        books.feed(chain.records().subList(chain.size() - 1, chain.size()));

        assertThat(books.risk().get(NFT).getOwed0Raw()).isEqualTo("403");
        assertThat(books.risk().get(NFT).getFlags()).containsExactly(QualityFlag.HISTORY_INCOMPLETE);
    }

    @Test
    void shouldSayWhoOwnsWhatACustodianHas() {
        PoolState state = state("1000");
        state.setNfts(List.of(nft(GAUGE)));
        join(state);
        books.feed(chain.records());
        books.reinitialise();

        assertThat(books.risk().get(NFT).getOwner()).isEqualTo(ALICE);
        assertThat(books.risk().get(NFT).getCustodian()).isEqualTo(GAUGE);

        chain.nextBlock();
        chain.position(POOL, PositionEventKind.NFT_TRANSFER, event -> event.setPositionManager(MANAGER)
                .setTokenId("7")
                .setTickLower(-600)
                .setTickUpper(600)
                .setFromAddress(GAUGE)
                .setToAddress(ALICE));
        books.feed(chain.records().subList(chain.size() - 1, chain.size()));

        assertThat(books.deadLetters()).isEmpty();
        assertThat(books.risk().get(NFT).getOwner()).isEqualTo(ALICE);
        assertThat(books.risk().get(NFT).getCustodian()).isNull();
    }

    private void join(String liquidity) {
        join(state(liquidity));
    }

    private void join(PoolState state) {
        chain.pool(POOL, PoolEventKind.STATE, event -> event.setSqrtPriceX96Raw(ONE)
                .setTick(0)
                .setFeeProtocol0(0)
                .setFeeProtocol1(0)
                .setState(state));
    }

    private static PoolState state(String liquidity) {
        return PoolState.newBuilder()
                .setLiquidityRaw(liquidity)
                .setFeeGrowthGlobal0X128Raw(growth(5))
                .setFeeGrowthGlobal1X128Raw("0")
                .setTicks(List.of(
                        new PoolStateTick(-600, "1000", "1000", "0", "0"),
                        new PoolStateTick(600, "1000", "-1000", "0", "0")))
                .setSlots(List.of(
                        new PoolStateSlot(MANAGER, true, -600, 600, "500", growth(2), "0", "1000", "0"),
                        new PoolStateSlot(BOB, false, -600, 600, "300", "0", "0", "0", "0")))
                .setNfts(List.of(nft(null)))
                .build();
    }

    private static PoolStateNft nft(String custodian) {
        return new PoolStateNft(MANAGER, "7", ALICE, -600, 600, "100", growth(2), "0", "3", "0", custodian);
    }

    private static String growth(long perUnit) {
        return Q128.multiply(BigInteger.valueOf(perUnit)).toString();
    }
}
