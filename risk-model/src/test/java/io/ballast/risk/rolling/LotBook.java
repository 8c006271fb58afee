/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.rolling;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * One position lot by lot, in exact fractions: what rolling loss is by definition.
 *
 * @param lots  pieces that are there and pieces that went
 */
record LotBook(ExactRange range, List<LotBook.Lot> lots) {

    /**
     * A lot, or a piece of one that went out.
     *
     * @param in  when it came in and at what price; null: before anything was known
     * @param out  when it went out and at what price; null: it is still there
     */
    record Lot(PricePoint in, PricePoint out, Rational liquidity) {}

    static LotBook holding(ExactRange range, BigInteger liquidity) {
        return new LotBook(
                range, liquidity.signum() == 0 ? List.of() : List.of(new Lot(null, null, Rational.of(liquidity))));
    }

    LotBook deposited(PricePoint at, BigInteger liquidity) {
        List<Lot> more = new ArrayList<>(lots);
        more.add(new Lot(at, null, Rational.of(liquidity)));
        return new LotBook(range, more);
    }

    /** Every lot is split in the same proportion. */
    LotBook withdrawn(PricePoint at, BigInteger part, BigInteger held) {
        Rational out = new Rational(part, held);
        List<Lot> after = new ArrayList<>();
        for (Lot lot : lots) {
            if (lot.out() != null) {
                after.add(lot);
                continue;
            }
            Rational piece = lot.liquidity().times(out);
            after.add(new Lot(lot.in(), at, piece));
            if (part.compareTo(held) < 0) {
                after.add(new Lot(lot.in(), null, lot.liquidity().minus(piece)));
            }
        }
        return new LotBook(range, after);
    }

    /** Each loss is an exact fraction; 60 digits of each are added up. */
    BigDecimal loss(WindowStart start, BigInteger sqrtPriceX96) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Lot lot : lots) {
            if (lot.out() == null || !start.complete() || lot.out().timeMs() > start.timeMs()) {
                sum = sum.add(loss(lot, start, sqrtPriceX96).digits());
            }
        }
        return sum;
    }

    private Rational loss(Lot lot, WindowStart start, BigInteger sqrtPriceX96) {
        boolean young = lot.in() != null && (!start.complete() || lot.in().timeMs() > start.timeMs());
        BigInteger from = young ? lot.in().sqrtPriceX96() : start.sqrtPriceX96();
        BigInteger to = lot.out() == null ? sqrtPriceX96 : lot.out().sqrtPriceX96();
        return lot.liquidity().times(range.loss(Rational.ofSqrtPriceX96(from), Rational.ofSqrtPriceX96(to)));
    }
}
