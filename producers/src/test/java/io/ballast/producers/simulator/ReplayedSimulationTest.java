/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.producers.sink.MemorySink;
import io.ballast.producers.sink.RecordBlock;
import io.ballast.risk.pool.concentrated.SqrtPrice;
import io.ballast.schemas.catalogue.Topic;
import java.math.BigInteger;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The records against the contracts' rules: a second pool that knows nothing but them must come out the same. */
class ReplayedSimulationTest {

    private static final double ROUNDING = 1e-9;

    @ParameterizedTest(name = "seed {0}, {1} positions")
    @MethodSource("simulations")
    void everySwapReplaysToTheUnitAndEveryAmountIsTheContracts(long seed, int positions) {
        ReplayedSimulation replayed = new ReplayedSimulation();

        Simulations.run(Simulations.busy(seed, positions), 250).blocks().forEach(replayed::apply);

        ConcentratedReplay eth = replayed.pool(DemoPools.USDC_WETH.poolId());
        ConcentratedReplay btc = replayed.pool(DemoPools.WBTC_WETH.poolId());
        PairReplay pair = replayed.pair(DemoPools.USDC_WETH_PAIR.poolId());
        assertThat(eth.pool().state().feesExact()).isTrue();
        assertThat(eth.pool().state().followedFromStart()).isTrue();
        assertThat(btc.pool().state().feesExact()).isTrue();
        assertThat(eth.swaps()).isGreaterThan(500);
        assertThat(btc.swaps()).isGreaterThan(500);
        assertThat(pair.swaps()).isGreaterThan(500);
        assertThat(eth.collections() + btc.collections()).isGreaterThan(100);
        assertThat(replayed.openPositions()).isEqualTo(positions);
    }

    static Stream<Arguments> simulations() {
        return Stream.of(Arguments.of(1, 40), Arguments.of(2, 400), Arguments.of(3, 2500));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 10, 25, 60, 999, 5000})
    void asManyPositionsAsAskedForAreOpenBeforeTradingStarts(int positions) {
        SimulationOptions options = Simulations.busy(5, positions);
        ReplayedSimulation replayed = new ReplayedSimulation();
        MemorySink sink = Simulations.run(options, 0);

        sink.blocks().forEach(replayed::apply);

        assertThat(replayed.openPositions()).isEqualTo(positions);
        assertThat(sink.records(Topic.POSITION_EVENTS)).allSatisfy(sent -> assertThat(sent.timestampMs())
                .isLessThan(options.tradingStart().toEpochMilli() + 1000));
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void everyBlockLeavesThePoolsWithinTheirFeeOfTheMarket(long seed) {
        ReplayedSimulation replayed = new ReplayedSimulation();
        for (RecordBlock block :
                Simulations.run(Simulations.busy(seed, 100), 200).blocks()) {
            replayed.apply(block);
            if (block.blockNumber() > 2) {
                assertWithinFees(replayed);
            }
        }
    }

    private static void assertWithinFees(ReplayedSimulation now) {
        double eth = now.usd(DemoMarkets.ETH_USD);
        double btc = now.usd(DemoMarkets.BTC_USD);
        double usdcWeth = SqrtPrice.priceToken1PerToken0(
                now.pool(DemoPools.USDC_WETH.poolId()).pool().state().sqrtPriceX96(), 6, 18);
        double wbtcWeth = SqrtPrice.priceToken1PerToken0(
                now.pool(DemoPools.WBTC_WETH.poolId()).pool().state().sqrtPriceX96(), 8, 18);
        BigInteger[] reserves = now.pair(DemoPools.USDC_WETH_PAIR.poolId()).reserves();
        double pair = reserves[1].doubleValue() / 1e18 / (reserves[0].doubleValue() / 1e6);

        assertWithinFee(usdcWeth, 1 / eth, 0.0005);
        assertWithinFee(wbtcWeth, btc / eth, 0.003);
        assertWithinFee(pair, 1 / eth, 0.003);
    }

    private static void assertWithinFee(double price, double market, double fee) {
        assertThat(price).isBetween(market * (1 - fee) * (1 - ROUNDING), market / (1 - fee) * (1 + ROUNDING));
    }
}
