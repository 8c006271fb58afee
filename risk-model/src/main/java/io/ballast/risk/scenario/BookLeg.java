/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.scenario;

/** Something that is worth something in a market: what it is made of does not change, its price does. */
@FunctionalInterface
public interface BookLeg {

    /**
     * Worth in the numeraire.
     *
     * @throws IllegalArgumentException if the market has not got a price that it needs
     */
    double value(Market market);
}
