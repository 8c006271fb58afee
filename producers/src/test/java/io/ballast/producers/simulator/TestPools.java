/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.simulator;

import io.ballast.producers.simulator.agents.BaseProvider;
import io.ballast.producers.simulator.agents.RangeStyle;
import io.ballast.producers.simulator.agents.Wallet;
import io.ballast.producers.simulator.chain.BlockBuilder;
import io.ballast.producers.simulator.chain.PoolTerms;
import io.ballast.producers.simulator.chain.SimulatedChain;
import io.ballast.producers.simulator.chain.SimulatedConcentratedPool;
import io.ballast.producers.simulator.chain.SimulatedHashes;
import io.ballast.producers.simulator.chain.SimulatedPair;
import io.ballast.producers.simulator.chain.SimulatedPositionManager;
import io.ballast.producers.simulator.chain.SimulatedToken;
import io.ballast.producers.simulator.chain.TokenPair;
import io.ballast.producers.simulator.chain.UsdPrices;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.SplittableRandom;

/** Pools of USDC and WETH, opened at 3000 dollars. */
public final class TestPools {

    public static final SimulatedToken USDC = new SimulatedToken("0x" + "a".repeat(40), "USDC", 6, "par:USD");
    public static final SimulatedToken WETH = new SimulatedToken("0x" + "c".repeat(40), "WETH", 18, "sim:ETH-USD");
    public static final TokenPair TOKENS = new TokenPair(USDC, WETH);
    public static final Wallet WALLET = new Wallet("0x" + "1".repeat(40), "desk", 0, RangeStyle.FULL);

    private TestPools() {}

    public static UsdPrices ethAt(double usd) {
        return token -> token.equals(USDC) ? BigDecimal.ONE : BigDecimal.valueOf(usd);
    }

    public static BlockBuilder block() {
        BlockBuilder block = new SimulatedChain(new SimulatedHashes("test")).openBlock(Instant.EPOCH);
        block.beginTransaction();
        return block;
    }

    public static SimulatedConcentratedPool pool(int feePips, int tickSpacing) {
        SimulatedConcentratedPool pool =
                new SimulatedConcentratedPool(PoolTerms.v3("0x" + "d".repeat(40), TOKENS, feePips, tickSpacing));
        base().open(block(), pool);
        return pool;
    }

    public static SimulatedPair pair() {
        SimulatedPair pair = new SimulatedPair(PoolTerms.v2("0x" + "e".repeat(40), TOKENS));
        base().open(block(), pair);
        return pair;
    }

    private static BaseProvider base() {
        return new BaseProvider(
                WALLET, new SimulatedPositionManager("0x" + "b".repeat(40)), ethAt(3000), new SplittableRandom(1));
    }
}
