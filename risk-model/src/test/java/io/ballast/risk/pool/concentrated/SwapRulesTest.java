/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.pool.concentrated;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.risk.journal.Journal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

/** What the contracts do differently, worked out by hand from their definitions. */
class SwapRulesTest {

    private static final BigInteger ONE = BigInteger.ONE.shiftLeft(96);
    private static final BigInteger Q128 = BigInteger.ONE.shiftLeft(128);
    private static final BigInteger LIQUIDITY = BigInteger.TEN.pow(18);
    private static final SlotKey WIDE = TestPool.slot(-6000, 6000);

    /** v4-core PoolManager.t.sol, test_swap_succeedsIfInitialized: the caller's amounts are -100 and 98. */
    @Test
    void uniswapV4SwapsAsItsOwnTestSays() {
        ConcentratedPool pool = pool(3000, SwapRules.UNISWAP_V4);

        SwapResult swap = pool.swap(true, BigInteger.valueOf(100), TestPool.MIN_LIMIT);

        assertThat(swap.amount0()).isEqualTo(100);
        assertThat(swap.amount1()).isEqualTo(-98);
        assertThat(swap.sqrtPriceX96()).isEqualTo(new BigInteger("79228162514264329749955861424"));
    }

    /** 1000 in at 0.3 %: 997 are input, whether or not the price takes them all, and 3 fee. */
    @Test
    void uniswapV4TakesJustTheRateOfAnExactInput() {
        BigInteger little = BigInteger.TEN.pow(6);
        ConcentratedPool v4 = pool(3000, SwapRules.UNISWAP_V4, little);
        ConcentratedPool v3 = pool(3000, SwapRules.UNISWAP_V3, little);

        v4.swap(false, BigInteger.valueOf(1000), TestPool.MAX_LIMIT);
        v3.swap(false, BigInteger.valueOf(1000), TestPool.MAX_LIMIT);

        assertThat(v4.state().feeGrowthGlobal1X128())
                .isEqualTo(BigInteger.valueOf(3).multiply(Q128).divide(little));
        assertThat(v3.state().feeGrowthGlobal1X128())
                .isGreaterThanOrEqualTo(v4.state().feeGrowthGlobal1X128());
    }

    /** 1000000 in; the fee of 0.4 % is 4000, of all that is paid in the protocol gets 0.1 %, which is 1000. */
    @Test
    void uniswapV4GivesTheProtocolMillionthsOfAllThatIsPaidIn() {
        ConcentratedPool pool = pool(4000, SwapRules.UNISWAP_V4);
        pool.setFeeProtocol(1000, 0);

        pool.swap(true, BigInteger.valueOf(1_000_000), TestPool.MIN_LIMIT);

        assertThat(pool.state().protocolFees0()).isEqualTo(1000);
        assertThat(pool.state().feeGrowthGlobal0X128())
                .isEqualTo(BigInteger.valueOf(3000).multiply(Q128).divide(LIQUIDITY));
    }

    @Test
    void uniswapV4GivesTheProtocolAllWhereProvidersHaveNoFee() {
        ConcentratedPool pool = pool(1000, SwapRules.UNISWAP_V4);
        pool.setFeeProtocol(1000, 1000);

        pool.swap(true, BigInteger.valueOf(1_000_000), TestPool.MIN_LIMIT);

        assertThat(pool.state().protocolFees0()).isEqualTo(1000);
        assertThat(pool.state().feeGrowthGlobal0X128()).isZero();
    }

    @Test
    void aDonationGoesToTheLiquidityInRangeAlone() {
        ConcentratedPool pool = pool(3000, SwapRules.UNISWAP_V4);
        pool.setFeeProtocol(500, 500);

        pool.donate(BigInteger.valueOf(7), BigInteger.valueOf(9));

        assertThat(pool.state().feeGrowthGlobal0X128())
                .isEqualTo(BigInteger.valueOf(7).multiply(Q128).divide(LIQUIDITY));
        assertThat(pool.state().feeGrowthGlobal1X128())
                .isEqualTo(BigInteger.valueOf(9).multiply(Q128).divide(LIQUIDITY));
        assertThat(pool.state().protocolFees0()).isZero();
    }

    /** 0.25 % of 1000000 is 2500, of which PancakeSwap's protocol has 32 %, 800, from the first swap on. */
    @Test
    void pancakeGivesTheProtocolItsPartFromTheStart() {
        ConcentratedPool pool = pool(2500, SwapRules.PANCAKE_V3);

        SwapResult log = pool.swap(true, BigInteger.valueOf(1_000_000), TestPool.MIN_LIMIT);

        BigInteger fee = BigInteger.valueOf(1_000_000).subtract(inputOf(log));
        BigInteger share = fee.multiply(BigInteger.valueOf(3200)).divide(BigInteger.valueOf(10_000));
        assertThat(pool.state().protocolFees0()).isEqualTo(share);
        assertThat(pool.state().feeGrowthGlobal0X128())
                .isEqualTo(fee.subtract(share).multiply(Q128).divide(LIQUIDITY));
    }

    /** A fork that nobody told us is one: its log gives the protocol a part that Uniswap's rules do not. */
    @Test
    void aShareThatTheRulesDoNotGiveIsTakenFromTheLogAndFeesAreNoLongerExact() {
        ConcentratedPool market = pool(2500, SwapRules.PANCAKE_V3);
        ConcentratedPool follower = pool(2500, SwapRules.UNISWAP_V3);
        SwapResult log = market.swap(true, BigInteger.valueOf(1_000_000), TestPool.MIN_LIMIT);

        boolean exact = follower.replaySwap(
                log.amount0(),
                log.amount1(),
                log.sqrtPriceX96(),
                log.liquidity(),
                log.tick(),
                new LoggedFee(null, market.state().protocolFees0()));

        assertThat(exact).isFalse();
        assertThat(follower.feesKnown()).isFalse();
        assertThat(follower.state().protocolFees0()).isEqualTo(market.state().protocolFees0());
        assertThat(follower.state().sqrtPriceX96()).isEqualTo(log.sqrtPriceX96());
    }

    @Test
    void aSwapIsReplayedAtTheFeeThatItsLogSays() {
        ConcentratedPool market = pool(500, SwapRules.UNISWAP_V4);
        ConcentratedPool follower = pool(0, SwapRules.UNISWAP_V4);
        SwapResult log = market.swap(true, BigInteger.valueOf(1_000_000), TestPool.MIN_LIMIT);

        boolean exact = follower.replaySwap(
                log.amount0(),
                log.amount1(),
                log.sqrtPriceX96(),
                log.liquidity(),
                log.tick(),
                new LoggedFee(500, null));

        assertThat(exact).isTrue();
        assertThat(follower.state().loggedFeePips()).isEqualTo(500);
        assertThat(follower.state())
                .usingRecursiveComparison()
                .ignoringFields("loggedFeePips")
                .isEqualTo(market.state());
    }

    @Test
    void slipstreamNeverTellsWhatLiquidityEarns() {
        ConcentratedPool pool = pool(500, SwapRules.SLIPSTREAM);

        assertThat(pool.state().feesExact()).isTrue();
        assertThat(pool.feesKnown()).isFalse();
    }

    /** What the price took: all is in one range. */
    private static BigInteger inputOf(SwapResult log) {
        return SwapMath.amountIn(ONE, log.sqrtPriceX96(), LIQUIDITY, true);
    }

    private static ConcentratedPool pool(int feePips, SwapRules rules) {
        return pool(feePips, rules, LIQUIDITY);
    }

    private static ConcentratedPool pool(int feePips, SwapRules rules, BigInteger liquidity) {
        ConcentratedPool pool = TestPool.at(feePips, 60, rules, ONE, new Journal());
        pool.mint(WIDE, liquidity);
        return pool;
    }
}
