/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge.strip;

/**
 * Loss and hedge at one price at expiry, dollars.
 *
 * @param price  of the coin
 * @param loss  f: what the positions lose against holding, positive is a loss
 * @param payoff  g: what the hedge pays
 * @param afterCost  what remains when the hedge is paid for: {@code payoff - loss - cost}
 */
public record PayoffPoint(double price, double loss, double payoff, double afterCost) {

    /** What the hedge pays beyond the loss, its cost apart. */
    public double excess() {
        return payoff - loss;
    }
}
