/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.sum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class ExactSumPropertyTest {

    @Property(tries = 200)
    void shouldNotDependOnOrderOrGrouping(@ForAll Random random) {
        List<Double> terms = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            terms.add((random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(40) - 20));
        }
        ExactSum whole = sum(terms);
        Collections.shuffle(terms, random);
        int cut = random.nextInt(40);
        assertThat(sum(terms.subList(0, cut)).plus(sum(terms.subList(cut, 40)))).isEqualTo(whole);
        assertThat(whole.minus(sum(terms))).isEqualTo(ExactSum.ZERO);
    }

    /** Any doubles at all, products of them and decimals, against sums of decimals. */
    @Property(tries = 500)
    void shouldBeTheSumInDecimals_roundedOnce(@ForAll Random random) {
        ExactSum sum = ExactSum.ZERO;
        BigDecimal oracle = BigDecimal.ZERO;
        for (int i = 0; i < 20; i++) {
            double term = anyDouble(random);
            double factor = random.nextGaussian();
            BigDecimal decimal = random.nextInt(4) == 0 ? new BigDecimal("0.1") : BigDecimal.ZERO;
            sum = sum.plus(term).plusProduct(term, factor).plus(decimal);
            oracle = oracle.add(new BigDecimal(term))
                    .add(new BigDecimal(term).multiply(new BigDecimal(factor)))
                    .add(decimal);
            assertThat(sum.toDouble()).isEqualTo(oracle.doubleValue());
        }
        assertThat(new BigDecimal(sum.toString())).isEqualByComparingTo(oracle);
        assertThat(ExactSum.ZERO.plus(oracle)).isEqualTo(sum).hasSameHashCodeAs(sum);
    }

    private static double anyDouble(Random random) {
        if (random.nextInt(5) == 0) {
            return random.nextInt(2000) - 1000;
        }
        double any = Double.longBitsToDouble(random.nextLong());
        return Double.isFinite(any) && Math.abs(any) < 1e300 ? any : random.nextDouble() * Double.MIN_NORMAL;
    }

    @Example
    void shouldRoundAtTheEndsOfTheScale() {
        assertThat(ExactSum.of(Double.MIN_VALUE, Double.MIN_VALUE).toDouble()).isEqualTo(2 * Double.MIN_VALUE);
        assertThat(ExactSum.ZERO.plusProduct(Double.MIN_VALUE, 0.5).toDouble()).isZero();
        assertThat(ExactSum.ZERO.plusProduct(Double.MIN_NORMAL, 1.75).toDouble())
                .isEqualTo(Double.MIN_NORMAL * 1.75);
        assertThat(ExactSum.of(Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE)
                        .toDouble())
                .isEqualTo(Double.MAX_VALUE);
        assertThat(ExactSum.of(1, 0x1p-53, 0x1p-200).toDouble()).isEqualTo(Math.nextUp(1.0));
        assertThat(ExactSum.of(0.3, -0.3).toDouble()).isZero();
    }

    @Example
    void shouldLoseNothing() {
        assertThat(ExactSum.of(1e16, 1, -1e16).toDouble()).isEqualTo(1);
        assertThat(ExactSum.ZERO.plusProduct(1e8 + 1, 1e8 - 1).plus(-1e16).toDouble())
                .isEqualTo(-1);
    }

    @Example
    void shouldRefuseWhatIsNoNumber() {
        assertThatThrownBy(() -> ExactSum.of(1, Double.NaN)).hasMessageContaining("cannot add NaN");
    }

    private static ExactSum sum(List<Double> terms) {
        return ExactSum.of(terms.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
