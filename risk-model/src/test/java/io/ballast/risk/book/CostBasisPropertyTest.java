/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Average cost must equal lot by lot accounting, whatever is deposited and withdrawn in between. Formula sheet 1.6. */
class CostBasisPropertyTest {

    private static final MathContext DIGITS = new MathContext(60);
    private static final BigDecimal Q64 = new BigDecimal(BigInteger.ONE.shiftLeft(64));

    @Property(tries = 200)
    void shouldEqualProRataLots(@ForAll long seed) {
        Random random = new Random(seed);
        CostBasis basis = CostBasis.NONE;
        List<Lot> lots = new ArrayList<>();
        BigDecimal realised = BigDecimal.ZERO;
        BigInteger liquidity = BigInteger.ZERO;
        for (int i = 0; i < 30; i++) {
            BigInteger price = BigInteger.valueOf(1 + random.nextInt(5000));
            if (liquidity.signum() == 0 || random.nextBoolean()) {
                Lot lot = Lot.random(random);
                lots.add(lot);
                basis = basis.deposit(lot.amount0.toBigInteger(), lot.amount1.toBigInteger());
                liquidity = liquidity.add(lot.liquidity.toBigInteger());
            } else {
                BigInteger part = liquidity.divide(BigInteger.valueOf(1 + random.nextInt(4)));
                BigInteger got0 = BigInteger.valueOf(random.nextInt(1_000_000));
                BigInteger got1 = BigInteger.valueOf(random.nextInt(1_000_000));
                basis = basis.withdraw(part, liquidity, got0, got1, new RawPrice(price, BigInteger.ONE));
                BigDecimal fraction = new BigDecimal(part).divide(new BigDecimal(liquidity), DIGITS);
                BigDecimal gone = BigDecimal.ZERO;
                for (int lot = 0; lot < lots.size(); lot++) {
                    gone = gone.add(lots.get(lot).worth(price).multiply(fraction));
                    lots.set(lot, lots.get(lot).less(fraction));
                }
                realised = realised.add(new BigDecimal(got0.multiply(price).add(got1)).subtract(gone));
                liquidity = liquidity.subtract(part);
            }
        }

        assertThat(unscaled(basis.realisedIlX64())).isCloseTo(realised.doubleValue(), offset(1e-9));
        assertThat(unscaled(basis.valueX64(new RawPrice(BigInteger.TEN, BigInteger.ONE))))
                .isCloseTo(
                        lots.stream()
                                .map(lot -> lot.worth(BigInteger.TEN))
                                .reduce(BigDecimal.ZERO, BigDecimal::add)
                                .doubleValue(),
                        offset(1e-9));
    }

    private static double unscaled(BigInteger valueX64) {
        return new BigDecimal(valueX64).divide(Q64, DIGITS).doubleValue();
    }

    private record Lot(BigDecimal liquidity, BigDecimal amount0, BigDecimal amount1) {

        static Lot random(Random random) {
            return new Lot(
                    BigDecimal.valueOf(1 + random.nextInt(1_000_000)),
                    BigDecimal.valueOf(random.nextInt(100_000)),
                    BigDecimal.valueOf(random.nextInt(100_000)));
        }

        Lot less(BigDecimal fraction) {
            BigDecimal left = BigDecimal.ONE.subtract(fraction);
            return new Lot(
                    liquidity.multiply(left, DIGITS), amount0.multiply(left, DIGITS), amount1.multiply(left, DIGITS));
        }

        BigDecimal worth(BigInteger price) {
            return amount0.multiply(new BigDecimal(price)).add(amount1);
        }
    }
}
