/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge.strip;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** Several losses as one. */
record LossSum(List<ConvexLoss> parts) implements ConvexLoss {

    @Override
    public double at(double price) {
        return sum(part -> part.at(price));
    }

    @Override
    public double atZero() {
        return sum(ConvexLoss::atZero);
    }

    @Override
    public double slope(double price) {
        return sum(part -> part.slope(price));
    }

    @Override
    public double slopeAtInfinity() {
        return sum(ConvexLoss::slopeAtInfinity);
    }

    private double sum(ToDoubleFunction<ConvexLoss> figure) {
        return parts.stream().mapToDouble(figure).sum();
    }
}
