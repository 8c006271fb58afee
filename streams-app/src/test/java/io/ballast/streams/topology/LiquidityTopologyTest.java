/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.topology;

import static io.ballast.streams.testkit.SmallPool.ALICE;
import static io.ballast.streams.testkit.SmallPool.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.risk.journal.Journal;
import io.ballast.risk.pool.concentrated.ConcentratedPool;
import io.ballast.risk.pool.concentrated.SlotKey;
import io.ballast.risk.pool.concentrated.SwapResult;
import io.ballast.risk.pool.concentrated.TickMath;
import io.ballast.schema.LiquidityWindow;
import io.ballast.schema.PoolRisk;
import io.ballast.schema.PriceTickKind;
import io.ballast.streams.testkit.BookDriver;
import io.ballast.streams.testkit.Chain;
import io.ballast.streams.testkit.Histories;
import io.ballast.streams.testkit.SmallPool;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Liquidity that leaves, that comes for a block only, and what the last swap cost; blocks of twelve seconds. */
class LiquidityTopologyTest {

    private static final long SOME = 1_000_000_000_000_000_000L;
    private static final String SOURCE = "coinbase:ETH-USD";

    @TempDir
    private Path folder;

    private final Chain chain = new Chain("a", 100);
    private final SmallPool pool = new SmallPool(chain);
    private BookDriver books;
    private PoolRisk last;

    @BeforeEach
    void start() {
        books = BookDriver.open(folder);
        pool.define(definition ->
                definition.setTokens(List.of(Chain.token("0xa0", 18, SOURCE), Chain.token("0xa1", 18, "par:USD"))));
    }

    @AfterEach
    void stop() {
        books.close();
    }

    @Test
    void shouldTellByHowMuchLiquidityHasGone() {
        pool.initialize().mint(ALICE, SOME).mint(BOB, 3 * SOME);
        chain.skipTo(130);
        int before = chain.size();
        pool.burn(BOB, 3 * SOME);

        LiquidityWindow fiveMinutes = last().getLiquidityWindows().get(0);
        assertThat(fiveMinutes.getWindowSeconds()).isEqualTo(300);
        assertThat(fiveMinutes.getComplete()).isTrue();
        assertThat(fiveMinutes.getLiquidityRaw()).isEqualTo(Long.toString(4 * SOME));
        assertThat(fiveMinutes.getChange()).isCloseTo(-0.75, within(1e-12));
        assertThat(last().getLiquidityWindows().get(1).getComplete()).isFalse();

        books.feed(Histories.retractions(chain.records().subList(before, chain.size()), true));
        assertThat(last().getLiquidityWindows().get(0).getComplete()).isFalse();
        assertThat(last().getLiquidityWindows().get(0).getChange()).isNull();
    }

    @Test
    void shouldForgetADropThatIsOlderThanTheWindow() {
        pool.initialize().mint(ALICE, SOME).mint(BOB, 3 * SOME);
        chain.skipTo(130);
        pool.burn(BOB, 3 * SOME);
        chain.skipTo(200);
        pool.mint(ALICE, SOME);

        assertThat(last().getLiquidityWindows().get(0).getChange()).isCloseTo(1, within(1e-12));
    }

    @Test
    void shouldTellWhatLiquidityTookThatCameForABlockOnly() {
        pool.initialize().mint(ALICE, SOME);
        chain.nextBlock();
        int before = chain.size();
        pool.mint(BOB, 3 * SOME);
        smallSwap(4 * SOME);
        pool.burn(BOB, 3 * SOME);

        assertThat(last().getJitCount()).isEqualTo(1);
        assertThat(last().getJitShare()).isCloseTo(0.75, within(1e-6));
        assertThat(last().getJitFees()).isCloseTo(0.75 * 3e12 / 1e18, within(1e-8));
        assertThat(last().getJitLast()).isEqualTo(Chain.timeOf(101));

        books.feed(Histories.retractions(chain.records().subList(before, chain.size()), true));
        assertThat(last().getJitCount()).isZero();
        assertThat(last().getJitShare()).isNull();
    }

    @Test
    void shouldCallNobodyJustInTimeWhoStaysForAnotherBlockOrEarnsNothing() {
        pool.initialize().mint(ALICE, SOME);
        chain.nextBlock();
        pool.mint(BOB, 3 * SOME);
        smallSwap(4 * SOME);
        chain.nextBlock();
        pool.burn(BOB, 3 * SOME);
        pool.mint(BOB, SOME);
        pool.burn(BOB, SOME);

        assertThat(last().getJitCount()).isZero();
    }

    @Test
    void shouldTellWhatTheLastSwapCostAtTheMarketsPrice() {
        chain.tick(SOURCE, PriceTickKind.TRADE, tick -> tick.setPrice(1.01));
        pool.initialize().mint(ALICE, 4 * SOME);
        chain.nextBlock();
        smallSwap(4 * SOME);
        pool.mint(BOB, SOME);

        // The pool got 10^15 of token0, of which 0.3 % is the fee, and paid what that bought at a price near 1.
        double got = 1e15 / 1e18;
        double paid = got * 0.997 / (1 + got * 0.997 / 4);
        assertThat(last().getLastSwapTime()).isEqualTo(Chain.timeOf(101));
        assertThat(last().getLastSwapMarkout()).isCloseTo(paid - got * 0.997 * 1.01, within(1e-9));
        assertThat(last().getLastSwapFee()).isCloseTo(got * 0.003 * 1.01, within(1e-12));
    }

    /** 10^15 of token0 into a pool of so much liquidity at a price of 1, as the contract would log it. */
    private void smallSwap(long liquidity) {
        ConcentratedPool contract = new ConcentratedPool(3000, 60, new Journal());
        contract.initialize(TickMath.sqrtPriceX96AtTick(0), 0);
        contract.mint(new SlotKey(ALICE, -600, 600), BigInteger.valueOf(liquidity));
        SwapResult swap = contract.swap(true, BigInteger.TEN.pow(15), TickMath.sqrtPriceX96AtTick(-600));
        chain.tick(SmallPool.ID, PriceTickKind.SWAP, tick -> tick.setAmount0Raw(
                        swap.amount0().toString())
                .setAmount1Raw(swap.amount1().toString())
                .setSqrtPriceX96Raw(swap.sqrtPriceX96().toString())
                .setLiquidityRaw(swap.liquidity().toString())
                .setTick(swap.tick()));
    }

    private PoolRisk last() {
        books.feed(chain.newRecords());
        List<PoolRisk> published = books.newPoolRisk();
        last = published.isEmpty() ? last : published.get(published.size() - 1);
        return last;
    }
}
