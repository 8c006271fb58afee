/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.risk.curve.concentrated.ConcentratedCurve;
import io.ballast.risk.curve.constantproduct.ConstantProductCurve;
import io.ballast.risk.curve.stable.StableCurve;
import io.ballast.risk.curve.stable.StableInvariant;
import io.ballast.risk.curve.weighted.WeightedPairCurve;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Break-even by its definition: worth and what was earned against the worth of the basket, at random prices of every kind of pool. */
class AgainstHoldingPropertyTest {
    private static final int LOOKS = 40;
    private static final double ROUNDING = 1e-12;

    /** A position of a few deposits at prices around 1, with fees. */
    private record Case(PairCurve curve, AgainstHolding against) {

        static Case of(Random random, double feePart) {
            PairCurve unit = unit(random);
            int deposits = 1 + random.nextInt(3);
            double hodl0 = 0;
            double hodl1 = 0;
            for (int i = 0; i < deposits; i++) {
                double entry = price(random);
                hodl0 += unit.amount0(entry);
                hodl1 += unit.amount1(entry);
            }
            PairCurve curve = new HeldCurve(unit, deposits, 0, 0);
            return new Case(
                    curve,
                    new AgainstHolding(
                            curve,
                            hodl0,
                            hodl1,
                            feePart * random.nextDouble() * hodl0,
                            feePart * random.nextDouble() * hodl1));
        }

        private static PairCurve unit(Random random) {
            return switch (random.nextInt(4)) {
                case 0 -> new ConstantProductCurve(1);
                case 1 -> new WeightedPairCurve(0.05 + 0.9 * random.nextDouble(), 1);
                case 2 -> StableCurve.ofDepth(new StableInvariant(2 + 400 * random.nextDouble()), 2);
                default ->
                    ConcentratedCurve.between(1, 0.2 + 0.6 * random.nextDouble(), 1.25 + 3 * random.nextDouble());
            };
        }

        /** Worth of all that the holder has less worth of the basket, by the definition. */
        double behind(double price) {
            double has = curve.value(price) + against.earned0() * price + against.earned1();
            return has - (against.hodl0() * price + against.hodl1());
        }

        double rounding(double price) {
            return ROUNDING * (curve.value(price) + against.hodl0() * price + against.hodl1());
        }
    }

    private static double price(Random random) {
        return Math.exp(0.4 * random.nextGaussian());
    }

    @Property(tries = 300)
    void shouldBeBehindHoldingJustOutsideOfIt(@ForAll long seed) {
        Random random = new Random(seed);
        Case position = Case.of(random, 0.3);
        BreakEven stretch = position.against().breakEven(1).orElse(null);

        for (int i = 0; i < LOOKS; i++) {
            double price = price(random) * price(random);
            boolean inside = stretch != null
                    && price >= stretch.lower().orElse(0)
                    && price <= stretch.upper().orElse(Double.POSITIVE_INFINITY);
            if (inside) {
                assertThat(position.behind(price)).isGreaterThan(-position.rounding(price));
            } else {
                assertThat(position.behind(price)).isLessThan(position.rounding(price));
            }
        }
    }

    @Property(tries = 300)
    void shouldBeEvenAtItsEnds(@ForAll long seed) {
        Case position = Case.of(new Random(seed), 0.3);

        position.against().breakEven(1).ifPresent(stretch -> {
            stretch.lower()
                    .ifPresent(end -> assertThat(position.behind(end)).isCloseTo(0, within(position.rounding(end))));
            stretch.upper()
                    .ifPresent(end -> assertThat(position.behind(end)).isCloseTo(0, within(position.rounding(end))));
        });
    }

    @Property(tries = 300)
    void shouldDoNowhereBetterThanAtItsBestPrice(@ForAll long seed) {
        Random random = new Random(seed);
        Case position = Case.of(random, 0.3);

        position.against().bestPrice(1).ifPresent(best -> {
            for (int i = 0; i < LOOKS; i++) {
                assertThat(position.behind(price(random)))
                        .isLessThanOrEqualTo(position.behind(best) + position.rounding(best));
            }
        });
    }

    @Property(tries = 200)
    void shouldDoBestAtTheEntryOfAnOnlyDeposit(@ForAll long seed) {
        Random random = new Random(seed);
        PairCurve curve = Case.unit(random);
        double entry = 0.9 + 0.2 * random.nextDouble();
        AgainstHolding position = new AgainstHolding(curve, curve.amount0(entry), curve.amount1(entry), 0, 0);

        assertThat(position.bestPrice(3).orElseThrow()).isCloseTo(entry, within(1e-10 * entry));
    }
}
