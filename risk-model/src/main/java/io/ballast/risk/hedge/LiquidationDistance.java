/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge;

/**
 * Prices of one asset at which an account would be liquidated, all others as they are.
 *
 * @param price  now, quote per base
 * @param below  the nearest such price below; null: none
 * @param above  the nearest above; null: none
 */
public record LiquidationDistance(AccountKey account, String base, double price, Double below, Double above) {

    /** How far the price may fall, as a fraction of it; null: any fall is survived. 0: liquidation is due now. */
    public Double fall() {
        return below == null ? null : (price - below) / price;
    }

    /** How far it may rise; null: any rise is survived. */
    public Double rise() {
        return above == null ? null : (above - price) / price;
    }
}
