/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.integer;

import java.util.Arrays;

/**
 * Division of unsigned integers in {@link Limbs}, with working space of its own: dividing allocates nothing.
 *
 * <p>Source: Knuth, The Art of Computer Programming, vol. 2, 4.3.1, algorithm D, with digits of 32 bits.
 *
 * <p>Mutable and single-threaded.
 */
public final class LimbDivision {

    private static final int DIGIT_BITS = 32;
    private static final long DIGIT = 0xffff_ffffL;
    private static final long BASE = 1L << DIGIT_BITS;

    /** The dividend, later the remainder, digit by digit, lowest first; one more than it has. */
    private final long[] rest;

    private final long[] divisor;

    /**
     * @param dividendLimbs  widest dividend
     * @param divisorLimbs  widest divisor
     */
    public LimbDivision(int dividendLimbs, int divisorLimbs) {
        rest = new long[2 * dividendLimbs + 1];
        divisor = new long[2 * divisorLimbs];
    }

    /**
     * {@code quotient = floor(dividend / by)}.
     *
     * @param quotient  at least as wide as the dividend
     * @throws ArithmeticException if the divisor is zero
     */
    public void divide(long[] dividend, long[] by, long[] quotient) {
        int divisorDigits = digits(by);
        if (divisorDigits == 0) {
            throw new ArithmeticException("division by zero");
        }
        Arrays.fill(quotient, 0);
        int dividendDigits = digits(dividend);
        // The divisor's first digit gets its highest bit set: then a digit of the quotient is guessed within two.
        int shift = Long.numberOfLeadingZeros(digit(by, divisorDigits - 1)) - DIGIT_BITS;
        spread(by, divisorDigits, shift, divisor);
        rest[dividendDigits] = spread(dividend, dividendDigits, shift, rest);
        for (int place = dividendDigits - divisorDigits; place >= 0; place--) {
            long found = nextDigit(place, divisorDigits);
            quotient[place >> 1] |= found << (place & 1) * DIGIT_BITS;
        }
    }

    private long nextDigit(int place, int length) {
        long first = divisor[length - 1];
        long head = rest[place + length] << DIGIT_BITS | rest[place + length - 1];
        long guess = Long.divideUnsigned(head, first);
        if (length > 1) {
            guess = refine(guess, head - guess * first, rest[place + length - 2], length);
        }
        if (subtract(guess, place, length) < 0) {
            guess--;
            addBack(place, length);
        }
        return guess;
    }

    /** Brings a guess down until the divisor's first two digits agree with it; then it is at most one too high. */
    private long refine(long guess, long remainder, long nextRest, int length) {
        long better = guess;
        long left = remainder;
        while (left < BASE
                && (better >= BASE
                        || Long.compareUnsigned(better * divisor[length - 2], left << DIGIT_BITS | nextRest) > 0)) {
            better--;
            left += divisor[length - 1];
        }
        return better;
    }

    /** Takes so many times the divisor off; returns a negative number if that was too much. */
    private long subtract(long times, int place, int length) {
        long borrow = 0;
        for (int i = 0; i < length; i++) {
            long product = times * divisor[i];
            long difference = rest[place + i] - borrow - (product & DIGIT);
            rest[place + i] = difference & DIGIT;
            borrow = (product >>> DIGIT_BITS) - (difference >> DIGIT_BITS);
        }
        long difference = rest[place + length] - borrow;
        rest[place + length] = difference & DIGIT;
        return difference;
    }

    private void addBack(int place, int length) {
        long carry = 0;
        for (int i = 0; i < length; i++) {
            long sum = rest[place + i] + divisor[i] + carry;
            rest[place + i] = sum & DIGIT;
            carry = sum >>> DIGIT_BITS;
        }
        rest[place + length] = rest[place + length] + carry & DIGIT;
    }

    /** Writes digits shifted up by less than one digit; returns what went over. */
    private static long spread(long[] limbs, int length, int shift, long[] into) {
        long carry = 0;
        for (int i = 0; i < length; i++) {
            long shifted = digit(limbs, i) << shift | carry;
            into[i] = shifted & DIGIT;
            carry = shifted >>> DIGIT_BITS;
        }
        return carry;
    }

    private static int digits(long[] limbs) {
        for (int i = 2 * limbs.length - 1; i >= 0; i--) {
            if (digit(limbs, i) != 0) {
                return i + 1;
            }
        }
        return 0;
    }

    private static long digit(long[] limbs, int i) {
        return limbs[i >> 1] >>> (i & 1) * DIGIT_BITS & DIGIT;
    }
}
