/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.pool.concentrated;

import static io.ballast.risk.pool.concentrated.TestPool.big;

import com.fasterxml.jackson.databind.JsonNode;
import io.ballast.risk.pool.TokenAmounts;
import io.ballast.risk.testdata.PublishedCase;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Cases published by Uniswap's own test suites: v3-core, v3-periphery, v3-sdk. */
class PublishedConcentratedCasesTest {

    private static final BigInteger ONE_TO_TEN = SqrtPrice.encode(big(1), big(10));

    @TestFactory
    Stream<DynamicTest> published() {
        Map<String, Function<PublishedCase, Map<String, ?>>> solvers = new HashMap<>();
        solvers.put("tick_to_sqrtPriceX96", c -> Map.of("sqrtPriceX96", TickMath.sqrtPriceX96AtTick(c.small("tick"))));
        solvers.put(
                "sqrtPriceX96_to_tick", c -> Map.of("tick", TickMath.tickAtSqrtPriceX96(c.integer("sqrtPriceX96"))));
        solvers.put("sqrtprice_math", c -> Map.of("result", sqrtPriceMath(c)));
        solvers.put("swap_step", PublishedConcentratedCasesTest::swapStep);
        solvers.put("fee_growth_inside", PublishedConcentratedCasesTest::feeGrowthInside);
        solvers.put("pool_mint", PublishedConcentratedCasesTest::mint);
        solvers.put("pool_burn", PublishedConcentratedCasesTest::burn);
        solvers.put("protocol_fee", PublishedConcentratedCasesTest::protocolFee);
        solvers.put("tokens_owed", PublishedConcentratedCasesTest::tokensOwed);
        solvers.put("pool_swap", PublishedConcentratedCasesTest::swap);
        solvers.put(
                "encode_sqrt",
                c -> Map.of("sqrtPriceX96", SqrtPrice.encode(c.integer("amount1"), c.integer("amount0"))));
        solvers.put("position_amounts", PublishedConcentratedCasesTest::positionAmounts);
        solvers.put("liquidity_from_amounts", PublishedConcentratedCasesTest::liquidity);
        solvers.put("tick_to_price", PublishedConcentratedCasesTest::price);
        return PublishedCase.tests(solvers);
    }

    private static BigInteger sqrtPriceMath(PublishedCase c) {
        String function = c.inputs().get("fn").asText();
        return switch (function) {
            case "getAmount0Delta" ->
                SqrtPriceMath.getAmount0Delta(
                        c.integer("sqrtA"), c.integer("sqrtB"), c.integer("liquidity"), c.flag("roundUp"));
            case "getAmount1Delta" ->
                SqrtPriceMath.getAmount1Delta(
                        c.integer("sqrtA"), c.integer("sqrtB"), c.integer("liquidity"), c.flag("roundUp"));
            case "getNextSqrtPriceFromInput" ->
                SqrtPriceMath.getNextSqrtPriceFromInput(
                        c.integer("sqrtP"), c.integer("liquidity"), c.integer("amountIn"), c.flag("zeroForOne"));
            case "getNextSqrtPriceFromOutput" ->
                SqrtPriceMath.getNextSqrtPriceFromOutput(
                        c.integer("sqrtP"), c.integer("liquidity"), c.integer("amountOut"), c.flag("zeroForOne"));
            default -> throw new IllegalArgumentException("function " + function + " of case " + c.id());
        };
    }

    private static Map<String, ?> swapStep(PublishedCase c) {
        SwapStep step = SwapMath.computeSwapStep(
                c.integer("sqrtCurrent"),
                c.integer("sqrtTarget"),
                c.integer("liquidity"),
                c.integer("amountRemaining"),
                c.small("feePips"));
        return Map.of(
                "sqrtNext", step.sqrtPriceNextX96(),
                "amountIn", step.amountIn(),
                "amountOut", step.amountOut(),
                "feeAmount", step.feeAmount());
    }

    private static Map<String, ?> feeGrowthInside(PublishedCase c) {
        FeeGrowth inside = FeeGrowth.inside(
                c.small("tickLower"),
                c.small("tickUpper"),
                c.small("tickCurrent"),
                growth(c.inputs().get("global")),
                growth(c.inputs().get("outsideLower")),
                growth(c.inputs().get("outsideUpper")));
        return Map.of("inside0", inside.token0X128(), "inside1", inside.token1X128());
    }

    private static FeeGrowth growth(JsonNode pair) {
        return new FeeGrowth(
                new BigInteger(pair.get(0).asText()), new BigInteger(pair.get(1).asText()));
    }

    /** v3-core's pool as its mint and burn tests set it up. */
    private static ConcentratedPool oneToTen() {
        ConcentratedPool pool = TestPool.at(3000, ONE_TO_TEN);
        pool.mint(TestPool.slot(-887220, 887220), big(3161));
        return pool;
    }

    private static Map<String, ?> mint(PublishedCase c) {
        SlotKey slot = TestPool.slot(c.small("tickLower"), c.small("tickUpper"));
        return byName(oneToTen().mint(slot, c.integer("liquidity")).orElseThrow());
    }

    private static Map<String, ?> burn(PublishedCase c) {
        SlotKey slot = TestPool.slot(c.small("tickLower"), c.small("tickUpper"));
        ConcentratedPool pool = oneToTen();
        pool.mint(slot, c.integer("liquidity"));
        return byName(pool.burn(slot, c.integer("liquidity")).orElseThrow());
    }

    private static Map<String, ?> protocolFee(PublishedCase c) {
        ConcentratedPool pool = TestPool.at(3000, ONE_TO_TEN);
        pool.setFeeProtocol(c.small("feeProtocol"), c.small("feeProtocol"));
        pool.mint(TestPool.slot(-887160, 887160), BigInteger.TEN.pow(18));
        TestPool.swapExactIn(pool, true, BigInteger.TEN.pow(17));
        TestPool.swapExactIn(pool, false, BigInteger.TEN.pow(16));
        return Map.of(
                "protocolFees0", pool.state().protocolFees0(),
                "protocolFees1", pool.state().protocolFees1());
    }

    private static Map<String, ?> tokensOwed(PublishedCase c) {
        if (c.inputs().has("feeGrowthInsideDelta")) {
            FeeGrowth difference = new FeeGrowth(c.integer("feeGrowthInsideDelta"), BigInteger.ZERO);
            return Map.of(
                    "tokensOwed0", difference.earnedBy(c.integer("liquidity")).amount0());
        }
        ConcentratedPool pool = TestPool.at(c.small("fee"), SqrtPrice.encode(big(1), big(1)));
        JsonNode positions = c.inputs().get("positions");
        TestPool.mintAll(pool, c.small("fee"), positions);
        TestPool.swapExactIn(pool, true, BigInteger.TEN.pow(18));
        return Map.of(
                "owed0_pos0", pool.owed(TestPool.slot(positions.get(0))).amount0(),
                "owed0_pos1", pool.owed(TestPool.slot(positions.get(1))).amount0());
    }

    private static Map<String, ?> swap(PublishedCase c) {
        ConcentratedPool pool = TestPool.at(c.small("feePips"), c.integer("sqrtPriceStart"));
        TestPool.mintAll(pool, c.small("feePips"), c.inputs().get("positions"));
        SwapResult result = pool.swap(c.flag("zeroForOne"), c.integer("amountSpecified"), c.integer("sqrtPriceLimit"));
        return Map.of(
                "amount0Delta", result.amount0(),
                "amount1Delta", result.amount1(),
                "feeGrowthGlobal0X128", pool.state().feeGrowthGlobal0X128(),
                "feeGrowthGlobal1X128", pool.state().feeGrowthGlobal1X128(),
                "tickAfter", result.tick());
    }

    private static Map<String, ?> positionAmounts(PublishedCase c) {
        boolean byTicks = c.inputs().has("tickLower");
        return byName(LiquidityAmounts.amountsForLiquidity(
                c.integer("sqrtPriceX96"),
                byTicks ? TickMath.sqrtPriceX96AtTick(c.small("tickLower")) : c.integer("sqrtA"),
                byTicks ? TickMath.sqrtPriceX96AtTick(c.small("tickUpper")) : c.integer("sqrtB"),
                c.integer("liquidity"),
                c.inputs().has("roundUp") && c.flag("roundUp")));
    }

    private static Map<String, ?> liquidity(PublishedCase c) {
        TokenAmounts amounts = new TokenAmounts(c.integer("amount0"), c.integer("amount1"));
        return Map.of(
                "liquidity",
                LiquidityAmounts.liquidityForAmounts(
                        c.integer("sqrtPriceX96"), c.integer("sqrtA"), c.integer("sqrtB"), amounts));
    }

    private static Map<String, ?> price(PublishedCase c) {
        double price =
                SqrtPrice.priceToken1PerToken0AtTick(c.small("tick"), c.small("decimals0"), c.small("decimals1"));
        boolean inverse = c.inputs().get("quote").asText().equals("token0 per token1");
        return Map.of("price", inverse ? 1 / price : price);
    }

    private static Map<String, ?> byName(TokenAmounts amounts) {
        return Map.of("amount0", amounts.amount0(), "amount1", amounts.amount1());
    }
}
