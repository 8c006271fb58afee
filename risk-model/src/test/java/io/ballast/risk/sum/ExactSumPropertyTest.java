/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.sum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
