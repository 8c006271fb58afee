/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.portfolio;

import io.ballast.risk.sum.ExactSum;

/** An exact sum that is not known as soon as one of its terms is not. Mutable and single-threaded. */
final class KnownSum {

    private ExactSum sum = ExactSum.ZERO;

    /**
     * Adds a product.
     *
     * @param figure  null: not known
     */
    void add(Double figure, double price) {
        sum = sum == null || figure == null ? null : sum.plusProduct(figure, price);
    }

    /** Null: a term was not known. */
    Double figure() {
        return sum == null ? null : Double.valueOf(sum.toDouble());
    }
}
