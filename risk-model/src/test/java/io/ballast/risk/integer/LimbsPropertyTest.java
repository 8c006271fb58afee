/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.integer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Against BigInteger, on numbers of all sizes whose limbs are often all zeros or all ones. */
class LimbsPropertyTest {

    private static final int MOST_LIMBS = 5;

    @Property(tries = 3000)
    void whatIsReadIsTheNumber(@ForAll Random random) {
        BigInteger value = number(random, MOST_LIMBS);
        assertThat(value(limbs(value, MOST_LIMBS + random.nextInt(2)))).isEqualTo(value);
        long[] magnitude = new long[MOST_LIMBS];
        Limbs.readMagnitude(value.negate(), magnitude);
        assertThat(value(magnitude)).isEqualTo(value);
    }

    @Property(tries = 3000)
    void sumsDifferencesAndProductsAreExact(@ForAll Random random) {
        int widthA = 1 + random.nextInt(MOST_LIMBS);
        int widthB = 1 + random.nextInt(MOST_LIMBS);
        BigInteger a = number(random, widthA);
        BigInteger b = number(random, widthB);
        long[] x = limbs(a, widthA);
        long[] y = limbs(b, widthB);
        long[] product = new long[widthA + widthB];
        Limbs.multiply(x, y, product);
        assertThat(value(product)).isEqualTo(a.multiply(b));
        long[] narrow = new long[Math.max(widthA, widthB)];
        BigInteger modulus = BigInteger.ONE.shiftLeft(narrow.length * Long.SIZE);
        long carry = Limbs.add(x, y, narrow);
        assertThat(value(narrow).add(modulus.multiply(BigInteger.valueOf(carry))))
                .isEqualTo(a.add(b));
        long borrow = Limbs.subtract(x, y, narrow);
        assertThat(value(narrow).subtract(modulus.multiply(BigInteger.valueOf(borrow))))
                .isEqualTo(a.subtract(b));
        assertThat(Integer.signum(Limbs.compare(x, y))).isEqualTo(a.compareTo(b));
        assertThat(Limbs.isZero(x)).isEqualTo(a.signum() == 0);
        long[] byOne = new long[widthA + 1];
        Limbs.multiply(x, y[0], byOne);
        assertThat(value(byOne)).isEqualTo(a.multiply(value(new long[] {y[0]})));
    }

    @Property(tries = 3000)
    void shiftsAreExact_andTellWhatDoesNotFit(@ForAll Random random) {
        int width = 1 + random.nextInt(MOST_LIMBS);
        BigInteger a = number(random, width);
        int bits = random.nextInt(200);
        long[] up = new long[width + 4];
        Limbs.shiftLeft(limbs(a, width), bits, up);
        assertThat(value(up)).isEqualTo(a.shiftLeft(bits));
        long[] down = new long[1 + random.nextInt(MOST_LIMBS)];
        boolean fits = Limbs.shiftRight(limbs(a, width), bits, down);
        assertThat(fits).isEqualTo(a.shiftRight(bits).bitLength() <= down.length * Long.SIZE);
        assertThat(value(down)).isEqualTo(a.shiftRight(bits).mod(BigInteger.ONE.shiftLeft(down.length * Long.SIZE)));
    }

    @Property(tries = 5000)
    void quotientsAreExact(@ForAll Random random) {
        int width = 1 + random.nextInt(MOST_LIMBS);
        int by = 1 + random.nextInt(MOST_LIMBS);
        BigInteger a = number(random, width);
        BigInteger b = number(random, by).max(BigInteger.ONE);
        long[] quotient = new long[width];
        LimbDivision division = new LimbDivision(MOST_LIMBS, MOST_LIMBS);
        division.divide(limbs(number(random, MOST_LIMBS), MOST_LIMBS), new long[] {7}, new long[MOST_LIMBS]);
        division.divide(limbs(a, width), limbs(b, by), quotient);
        assertThat(value(quotient)).isEqualTo(a.divide(b));
    }

    /** Dividends just below and at a multiple of the divisor make guesses of digits too high. */
    @Property(tries = 5000)
    void quotientsNearTheNextAreExact(@ForAll Random random) {
        BigInteger b = number(random, 2).max(BigInteger.ONE);
        BigInteger a = b.multiply(number(random, 2)).subtract(BigInteger.valueOf(random.nextInt(2)));
        long[] quotient = new long[4];
        new LimbDivision(4, 2).divide(limbs(a.max(BigInteger.ZERO), 4), limbs(b, 2), quotient);
        assertThat(value(quotient)).isEqualTo(a.max(BigInteger.ZERO).divide(b));
    }

    @Property(tries = 2000)
    void dividingBySmallNumbersInPlaceIsExact(@ForAll Random random) {
        BigInteger a = number(random, 3);
        int divisor = 1 + random.nextInt(Integer.MAX_VALUE);
        long[] number = limbs(a, 3);
        long remainder = Limbs.divide(number, divisor);
        assertThat(value(number).multiply(BigInteger.valueOf(divisor)).add(BigInteger.valueOf(remainder)))
                .isEqualTo(a);
        assertThat(remainder).isBetween(0L, divisor - 1L);
    }

    @Property(tries = 2000)
    void doublesAreClose(@ForAll Random random) {
        BigInteger a = number(random, MOST_LIMBS);
        assertThat(Limbs.toDouble(limbs(a, MOST_LIMBS))).isCloseTo(a.doubleValue(), within(a.doubleValue() * 0x1p-50));
    }

    @Example
    void refusesWhatDoesNotFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Limbs.read(BigInteger.ONE.shiftLeft(128), new long[2]))
                .withMessageContaining("2 unsigned limbs");
        assertThatIllegalArgumentException().isThrownBy(() -> Limbs.read(BigInteger.ONE.negate(), new long[2]));
        assertThatThrownBy(() -> new LimbDivision(2, 2).divide(new long[2], new long[2], new long[2]))
                .isInstanceOf(ArithmeticException.class);
    }

    private static BigInteger number(Random random, int limbs) {
        long[] chosen = new long[limbs];
        for (int i = 0; i < limbs; i++) {
            chosen[i] = switch (random.nextInt(6)) {
                case 0 -> 0;
                case 1 -> -1;
                case 2 -> 1L << random.nextInt(Long.SIZE);
                case 3 -> random.nextInt();
                default -> random.nextLong();
            };
        }
        return value(chosen);
    }

    private static long[] limbs(BigInteger value, int width) {
        long[] limbs = new long[width];
        Limbs.read(value, limbs);
        return limbs;
    }

    private static BigInteger value(long[] limbs) {
        return Limbs.toBigInteger(limbs, new byte[limbs.length * Long.BYTES]);
    }
}
