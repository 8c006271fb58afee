/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.risk.market.WeightedMedian.Item;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class WeightedMedianPropertyTest {

    @Test
    void shouldBeTheUsualMedianForEqualWeights() {
        assertThat(WeightedMedian.of(items(3, 1, 2))).isEqualTo(2);
        assertThat(WeightedMedian.of(items(4, 1, 2, 3))).isEqualTo(2.5);
        assertThat(WeightedMedian.of(items(7))).isEqualTo(7);
    }

    @Test
    void shouldFollowTheHeavier() {
        assertThat(WeightedMedian.of(List.of(new Item(1, 1), new Item(2, 3)))).isEqualTo(2);
    }

    /** A whole weight is so many equal values. */
    @Property
    void shouldBeTheMedianOfRepeatedValues(
            @ForAll @Size(min = 1, max = 9) List<@IntRange(min = -50, max = 50) Integer> values,
            @ForAll @Size(9) List<@IntRange(min = 1, max = 5) Integer> weights) {
        List<Item> items = new ArrayList<>();
        List<Double> repeated = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            items.add(new Item(values.get(i), weights.get(i)));
            for (int k = 0; k < weights.get(i); k++) {
                repeated.add((double) values.get(i));
            }
        }
        repeated.sort(null);
        int n = repeated.size();
        double expected = (repeated.get((n - 1) / 2) + repeated.get(n / 2)) / 2;

        assertThat(WeightedMedian.of(items)).isCloseTo(expected, within(1e-12));
    }

    private static List<Item> items(double... values) {
        List<Item> items = new ArrayList<>();
        for (double value : values) {
            items.add(new Item(value, 1));
        }
        return items;
    }
}
