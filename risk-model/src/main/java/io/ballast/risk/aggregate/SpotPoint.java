/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.aggregate;

/**
 * A group's figures at another price, in human units.
 *
 * @param shift  relative change of the price from the current one
 * @param price  token1 per token0 there
 * @param figures  of the group there
 */
public record SpotPoint(double shift, double price, GroupFigures figures) {}
