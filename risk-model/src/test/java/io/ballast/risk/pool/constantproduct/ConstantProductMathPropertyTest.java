/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.pool.constantproduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ballast.risk.pool.TokenAmounts;
import java.math.BigInteger;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;

class ConstantProductMathPropertyTest {

    private static final String MOST = "5192296858534827628530496329220095"; // 2^112 - 1

    @Property
    void aSwapNeverLowersTheProductOfReserves_andOneUnitMoreWould(
            @ForAll @BigRange(min = "1", max = MOST) BigInteger amountIn,
            @ForAll @BigRange(min = "1", max = MOST) BigInteger reserveIn,
            @ForAll @BigRange(min = "1", max = MOST) BigInteger reserveOut,
            @ForAll @IntRange(max = 9999) int feeBps) {
        BigInteger out = ConstantProductMath.getAmountOut(amountIn, reserveIn, reserveOut, feeBps);
        BigInteger bps = BigInteger.valueOf(10_000);
        BigInteger lessFee = amountIn.multiply(BigInteger.valueOf(10_000L - feeBps));
        BigInteger product = reserveIn.multiply(bps).multiply(reserveOut);
        BigInteger reserveInAfter = reserveIn.multiply(bps).add(lessFee);
        assertThat(reserveInAfter.multiply(reserveOut.subtract(out))).isGreaterThanOrEqualTo(product);
        assertThat(reserveInAfter.multiply(reserveOut.subtract(out).subtract(BigInteger.ONE)))
                .isLessThan(product);
    }

    /** After the fee is minted the protocol holds a sixth of the growth of sqrt(k), up to rounding down. */
    @Property
    void theProtocolGetsASixthOfTheGrowth(
            @ForAll @BigRange(min = "1000000", max = MOST) BigInteger rootKLast,
            @ForAll @BigRange(min = "0", max = MOST) BigInteger growth,
            @ForAll @BigRange(min = "1000000000", max = MOST) BigInteger supply) {
        BigInteger rootK = rootKLast.add(growth);
        BigInteger minted = ConstantProductMath.feeLiquidity(rootK, rootK, rootKLast.pow(2), supply);
        // minted / (supply + minted) <= (growth / 6) / rootK, and one more would be above it
        BigInteger six = BigInteger.valueOf(6);
        assertThat(minted.multiply(rootK).multiply(six))
                .isLessThanOrEqualTo(supply.add(minted).multiply(growth));
        BigInteger oneMore = minted.add(BigInteger.ONE);
        assertThat(oneMore.multiply(rootK).multiply(six))
                .isGreaterThan(supply.add(oneMore).multiply(growth));
    }

    @Property
    void aLaterMintNeverGivesMoreThanItsShare(
            @ForAll @BigRange(min = "1", max = MOST) BigInteger paid0,
            @ForAll @BigRange(min = "1", max = MOST) BigInteger paid1,
            @ForAll @BigRange(min = "1", max = MOST) BigInteger reserve0,
            @ForAll @BigRange(min = "1", max = MOST) BigInteger reserve1,
            @ForAll @BigRange(min = "1000", max = MOST) BigInteger supply) {
        BigInteger minted =
                ConstantProductMath.mintedLiquidity(new TokenAmounts(paid0, paid1), reserve0, reserve1, supply);
        assertThat(minted.multiply(reserve0)).isLessThanOrEqualTo(paid0.multiply(supply));
        assertThat(minted.multiply(reserve1)).isLessThanOrEqualTo(paid1.multiply(supply));
    }

    @Example
    void refusesWhatThePairRefuses() {
        BigInteger one = BigInteger.ONE;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConstantProductMath.getAmountOut(BigInteger.ZERO, one, one, 30))
                .withMessageContaining("amountIn 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConstantProductMath.getAmountOut(one, BigInteger.ZERO, one, 30))
                .withMessageContaining("reserveIn 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConstantProductMath.getAmountOut(one, one, one, 10_000))
                .withMessageContaining("feeBps 10000");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConstantProductMath.initialLiquidity(
                        new TokenAmounts(BigInteger.valueOf(1000), BigInteger.valueOf(1000))))
                .withMessageContaining("initial liquidity 0");
    }
}
