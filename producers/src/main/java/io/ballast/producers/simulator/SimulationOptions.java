/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.simulator;

import io.ballast.producers.simulator.market.MarketParameters;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Everything that decides what a simulation does: the same options give the same records, byte for byte.
 *
 * @param seed  of all randomness
 * @param tradingStart  when trading begins, a whole second; the blocks that set up pools and positions come just before
 * @param blockInterval  simulated time from block to block, whole seconds, at least one
 * @param positions  how many positions are open at any time, of all kinds together; at least {@value #LEAST_POSITIONS}
 * @param quotesPerBlock  quotes of each market between two blocks; at least 1
 * @param noiseSwapsPerPool  swaps per block in each pool by noise traders, on average; not negative
 * @param positionActions  what liquidity providers do per block, on average; not negative
 * @param markets  ETH and BTC against the dollar: {@link DemoMarkets}
 * @param marketCorrelation  of the markets' diffusions, 0 to 1
 * @throws IllegalArgumentException if one is out of its bounds
 */
public record SimulationOptions(
        long seed,
        Instant tradingStart,
        Duration blockInterval,
        int positions,
        int quotesPerBlock,
        double noiseSwapsPerPool,
        double positionActions,
        List<MarketParameters> markets,
        double marketCorrelation) {

    /** One in each pool, which never leaves. */
    public static final int LEAST_POSITIONS = 3;

    private static final Duration DEFAULT_INTERVAL = Duration.ofSeconds(2);
    private static final int DEFAULT_QUOTES = 8;
    private static final double DEFAULT_NOISE_SWAPS = 4;
    private static final double DEFAULT_CORRELATION = 0.6;
    /** Everybody does something about once in ten minutes, so a few do in each block. */
    private static final double ACTIONS_PER_POSITION = 0.0033;

    private static final double LEAST_ACTIONS = 0.5;
    private static final double MOST_ACTIONS = 20;

    public SimulationOptions {
        markets = List.copyOf(markets);
        require(tradingStart.getNano() == 0, "tradingStart", tradingStart, "is not a whole second");
        require(
                blockInterval.compareTo(Duration.ofSeconds(1)) >= 0 && blockInterval.getNano() == 0,
                "blockInterval",
                blockInterval,
                "is not one or more whole seconds");
        require(positions >= LEAST_POSITIONS, "positions", positions, "is less than " + LEAST_POSITIONS);
        require(quotesPerBlock >= 1, "quotesPerBlock", quotesPerBlock, "is less than 1");
        require(isRate(noiseSwapsPerPool), "noiseSwapsPerPool", noiseSwapsPerPool, "is not a number from 0 to 1000");
        require(isRate(positionActions), "positionActions", positionActions, "is not a number from 0 to 1000");
    }

    /**
     * The demo's: a block every two seconds, lively markets, activity in keeping with the number of positions.
     *
     * @param tradingStart  fractions of a second are dropped
     */
    public static SimulationOptions demo(long seed, Instant tradingStart, int positions) {
        return new SimulationOptions(
                seed,
                Instant.ofEpochSecond(tradingStart.getEpochSecond()),
                DEFAULT_INTERVAL,
                positions,
                DEFAULT_QUOTES,
                DEFAULT_NOISE_SWAPS,
                Math.max(LEAST_ACTIONS, Math.min(MOST_ACTIONS, positions * ACTIONS_PER_POSITION)),
                DemoMarkets.LIVELY,
                DEFAULT_CORRELATION);
    }

    public SimulationOptions withBlockInterval(Duration interval) {
        return new SimulationOptions(
                seed,
                tradingStart,
                interval,
                positions,
                quotesPerBlock,
                noiseSwapsPerPool,
                positionActions,
                markets,
                marketCorrelation);
    }

    /**
     * The same with other activity: {@code quotes} of each market, {@code noiseSwaps} in each pool and {@code actions} of
     * liquidity providers per block.
     */
    public SimulationOptions withActivity(int quotes, double noiseSwaps, double actions) {
        return new SimulationOptions(
                seed, tradingStart, blockInterval, positions, quotes, noiseSwaps, actions, markets, marketCorrelation);
    }

    public SimulationOptions withMarkets(List<MarketParameters> others, double correlation) {
        return new SimulationOptions(
                seed,
                tradingStart,
                blockInterval,
                positions,
                quotesPerBlock,
                noiseSwapsPerPool,
                positionActions,
                others,
                correlation);
    }

    private static boolean isRate(double value) {
        return value >= 0 && value <= 1000;
    }

    private static void require(boolean holds, String what, Object value, String problem) {
        if (!holds) {
            throw new IllegalArgumentException(what + " " + value + " " + problem);
        }
    }
}
