/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.integer;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * Unsigned integers in arrays of 64-bit limbs, lowest first; an array's length is its number's width. Results go to arrays
 * that the caller owns. Nothing here allocates except where it says so.
 */
public final class Limbs {

    private static final int LIMB_BYTES = Long.BYTES;
    private static final long LOW_32 = 0xffff_ffffL;

    private Limbs() {}

    /** Reads a number that is not negative, as {@link #readMagnitude}. */
    public static void read(BigInteger value, long[] into) {
        if (value.signum() < 0) {
            throw new IllegalArgumentException(value + " is negative");
        }
        readMagnitude(value, into);
    }

    /**
     * Reads a number without its sign. Allocates a byte array if it has more than 63 bits.
     *
     * @throws IllegalArgumentException if it does not fit
     */
    public static void readMagnitude(BigInteger value, long[] into) {
        Arrays.fill(into, 0);
        if (value.bitLength() < Long.SIZE) {
            into[0] = Math.abs(value.longValue());
            return;
        }
        BigInteger magnitude = value.abs();
        byte[] bytes = magnitude.toByteArray();
        if (magnitude.bitLength() > into.length * Long.SIZE) {
            throw new IllegalArgumentException(value + " does not fit " + into.length + " unsigned limbs");
        }
        for (int i = 0; i < into.length; i++) {
            into[i] = limbEndingAt(bytes, bytes.length - i * LIMB_BYTES);
        }
    }

    /**
     * The number as an object: all that is allocated.
     *
     * @param scratch  at least 8 bytes a limb; overwritten
     */
    public static BigInteger toBigInteger(long[] limbs, byte[] scratch) {
        int used = highest(limbs) + 1;
        for (int i = 0; i < used; i++) {
            putLimb(limbs[i], scratch, (used - 1 - i) * LIMB_BYTES);
        }
        return new BigInteger(1, scratch, 0, used * LIMB_BYTES);
    }

    /** Negative, zero or positive as the first is below, equal to or above the second; widths may differ. */
    public static int compare(long[] a, long[] b) {
        for (int i = Math.max(a.length, b.length) - 1; i >= 0; i--) {
            long x = i < a.length ? a[i] : 0;
            long y = i < b.length ? b[i] : 0;
            if (x != y) {
                return Long.compareUnsigned(x, y);
            }
        }
        return 0;
    }

    public static boolean isZero(long[] limbs) {
        return highest(limbs) < 0;
    }

    /** {@code sum = a + b} modulo the width of the sum, which is not below those of the others; returns the carry. */
    public static long add(long[] a, long[] b, long[] sum) {
        long carry = 0;
        for (int i = 0; i < sum.length; i++) {
            long x = i < a.length ? a[i] : 0;
            long y = i < b.length ? b[i] : 0;
            long z = x + y + carry;
            carry = (x & y | (x | y) & ~z) >>> Long.SIZE - 1;
            sum[i] = z;
        }
        return carry;
    }

    /** {@code difference = a - b} modulo the width of the difference, likewise; returns 1 if a was below b, else 0. */
    public static long subtract(long[] a, long[] b, long[] difference) {
        long borrow = 0;
        for (int i = 0; i < difference.length; i++) {
            long x = i < a.length ? a[i] : 0;
            long y = i < b.length ? b[i] : 0;
            long z = x - y - borrow;
            borrow = (~x & y | (~x | y) & z) >>> Long.SIZE - 1;
            difference[i] = z;
        }
        return borrow;
    }

    /** {@code product = a * b}; the product is at least as wide as both together and neither of them. */
    public static void multiply(long[] a, long[] b, long[] product) {
        Arrays.fill(product, 0);
        int widthA = highest(a) + 1;
        int widthB = highest(b) + 1;
        for (int i = 0; i < widthA; i++) {
            product[i + widthB] = addProduct(a[i], b, widthB, product, i);
        }
    }

    /** {@code product = a * factor}; the product is wider than a. The factor is unsigned. */
    public static void multiply(long[] a, long factor, long[] product) {
        Arrays.fill(product, 0);
        int width = highest(a) + 1;
        product[width] = addProduct(factor, a, width, product, 0);
    }

    /** {@code to = from * 2^bits}; what does not fit is lost. */
    public static void shiftLeft(long[] from, int bits, long[] to) {
        int whole = bits / Long.SIZE;
        int part = bits % Long.SIZE;
        for (int i = to.length - 1; i >= 0; i--) {
            long high = limb(from, i - whole) << part;
            to[i] = part == 0 ? high : high | limb(from, i - whole - 1) >>> Long.SIZE - part;
        }
    }

    /** {@code to = floor(from / 2^bits)}; returns false if that does not fit. */
    public static boolean shiftRight(long[] from, int bits, long[] to) {
        int whole = bits / Long.SIZE;
        int part = bits % Long.SIZE;
        for (int i = 0; i < to.length; i++) {
            long low = limb(from, i + whole) >>> part;
            to[i] = part == 0 ? low : low | limb(from, i + whole + 1) << Long.SIZE - part;
        }
        long lost = limb(from, to.length + whole) >>> part;
        for (int i = to.length + whole + 1; i < from.length; i++) {
            lost |= from[i];
        }
        return lost == 0;
    }

    /** Divides in place, rounding down, and returns the remainder; the divisor is positive and below 2^31. */
    public static long divide(long[] number, int divisor) {
        long remainder = 0;
        for (int i = highest(number); i >= 0; i--) {
            long upper = remainder << Integer.SIZE | number[i] >>> Integer.SIZE;
            long upperQuotient = upper / divisor;
            long lower = upper - upperQuotient * divisor << Integer.SIZE | number[i] & LOW_32;
            long lowerQuotient = lower / divisor;
            remainder = lower - lowerQuotient * divisor;
            number[i] = upperQuotient << Integer.SIZE | lowerQuotient;
        }
        return remainder;
    }

    /** The number as a double, relative error below 2^-50. */
    public static double toDouble(long[] limbs) {
        double value = 0;
        for (int i = limbs.length - 1; i >= 0; i--) {
            double limb = (limbs[i] >>> 1) * 2.0 + (limbs[i] & 1);
            value = value * 0x1p64 + limb;
        }
        return value;
    }

    /** High 64 bits of the unsigned product. */
    public static long multiplyHigh(long a, long b) {
        return Math.multiplyHigh(a, b) + (a >> Long.SIZE - 1 & b) + (b >> Long.SIZE - 1 & a);
    }

    /** Adds {@code factor * b} to the product from a place on and returns the carry out of b's width. */
    private static long addProduct(long factor, long[] b, int width, long[] product, int at) {
        long carry = 0;
        for (int j = 0; j < width; j++) {
            long low = factor * b[j];
            long high = multiplyHigh(factor, b[j]);
            long sum = low + carry;
            high += Long.compareUnsigned(sum, low) < 0 ? 1 : 0;
            long total = product[at + j] + sum;
            high += Long.compareUnsigned(total, sum) < 0 ? 1 : 0;
            product[at + j] = total;
            carry = high;
        }
        return carry;
    }

    /** Place of the highest limb that is not zero; -1: none. */
    private static int highest(long[] limbs) {
        int i = limbs.length - 1;
        while (i >= 0 && limbs[i] == 0) {
            i--;
        }
        return i;
    }

    private static long limb(long[] limbs, int i) {
        return i >= 0 && i < limbs.length ? limbs[i] : 0;
    }

    /** Up to eight bytes before a place, highest first; zero beyond the beginning. */
    private static long limbEndingAt(byte[] bytes, int end) {
        if (end >= LIMB_BYTES) {
            return (long) intAt(bytes, end - LIMB_BYTES) << Integer.SIZE | intAt(bytes, end - Integer.BYTES) & LOW_32;
        }
        long limb = 0;
        for (int i = 0; i < end; i++) {
            limb = limb << Byte.SIZE | bytes[i] & 0xff;
        }
        return limb;
    }

    private static int intAt(byte[] bytes, int at) {
        return bytes[at] << 24 | (bytes[at + 1] & 0xff) << 16 | (bytes[at + 2] & 0xff) << 8 | bytes[at + 3] & 0xff;
    }

    private static void putLimb(long limb, byte[] bytes, int at) {
        putInt((int) (limb >>> Integer.SIZE), bytes, at);
        putInt((int) limb, bytes, at + Integer.BYTES);
    }

    private static void putInt(int word, byte[] bytes, int at) {
        bytes[at] = (byte) (word >> 24);
        bytes[at + 1] = (byte) (word >> 16);
        bytes[at + 2] = (byte) (word >> 8);
        bytes[at + 3] = (byte) word;
    }
}
