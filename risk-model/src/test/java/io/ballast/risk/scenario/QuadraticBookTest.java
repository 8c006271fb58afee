/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.risk.loss.ConcentratedRange;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuadraticBookTest {

    private static final double[] PRICES = {1e-9, 900, 1000, 1600, 2000, 2500, 1e9};

    private final QuadraticBook ranges = QuadraticBook.of(List.of(
            new ConcentratedRange(100, Math.sqrt(1000), Math.sqrt(2000)),
            new ConcentratedRange(30, Math.sqrt(1600), Math.sqrt(2500))));
    private final QuadraticBook fullRange = QuadraticBook.ofConstantProduct(10);

    @Test
    void isWorthBoth() {
        QuadraticBook both = ranges.plus(fullRange);

        for (double price : PRICES) {
            double expected = ranges.value(price) + 2 * 10 * Math.sqrt(price);
            assertThat(both.value(price)).isCloseTo(expected, within(1e-12 * expected));
        }
        assertThat(both.pieces()).hasSameSizeAs(ranges.pieces());
    }

    @Test
    void keepsTheEndsOfBoth() {
        QuadraticBook other = QuadraticBook.of(List.of(new ConcentratedRange(7, Math.sqrt(1200), Math.sqrt(2000))));

        assertThat(ranges.plus(other).pieces())
                .extracting(QuadraticPiece::lower)
                .containsExactly(
                        0.0, Math.sqrt(1000), Math.sqrt(1200), Math.sqrt(1600), Math.sqrt(2000), Math.sqrt(2500));
    }

    @Test
    void movesWithAPriceThatIsAPartOfItsOwn() {
        for (double price : PRICES) {
            double expected = ranges.value(1.02 * price);
            assertThat(ranges.atPriceTimes(1.02).value(price)).isCloseTo(expected, within(1e-12 * expected));
        }
    }

    @Test
    void isWorthTheSameInTheOtherToken() {
        QuadraticBook turned = ranges.plus(fullRange).plusHolding(3, 4).inverted();

        for (double price : PRICES) {
            double expected = (ranges.value(price) + fullRange.value(price) + 3 * price + 4) / price;
            assertThat(turned.value(1 / price)).isCloseTo(expected, within(1e-11 * expected));
        }
    }
}
