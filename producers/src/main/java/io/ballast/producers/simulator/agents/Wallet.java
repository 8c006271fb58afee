/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.simulator.agents;

/**
 * A provider of liquidity.
 *
 * @param address  lower case
 * @param portfolio  the portfolio that its positions belong to, such as {@code demo-desk/eth/wide}
 * @param pool  where it prefers to be: the pool's place in the list of concentrated pools
 * @param style  how wide its ranges are
 */
public record Wallet(String address, String portfolio, int pool, RangeStyle style) {}
