/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.pool.constantproduct;

import io.ballast.risk.testdata.PublishedCase;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Cases published by v2-core's own test suite. */
class PublishedConstantProductCasesTest {

    @TestFactory
    Stream<DynamicTest> published() {
        return PublishedCase.tests(Map.of(
                "v2_swap",
                        c -> Map.of(
                                "amountOut",
                                ConstantProductMath.getAmountOut(
                                        c.integer("amountIn"),
                                        c.integer("reserveIn"),
                                        c.integer("reserveOut"),
                                        c.small("feeBps"))),
                "v2_fee_mint",
                        c -> Map.of(
                                "liquidity",
                                ConstantProductMath.feeLiquidity(
                                        c.integer("reserve0"),
                                        c.integer("reserve1"),
                                        c.integer("rootKLast").pow(2),
                                        c.integer("totalSupply")))));
    }
}
