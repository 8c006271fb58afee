/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What a desk would have made that had followed the advice: figures of a pool minute by minute in, trades by the same advisor
 * and books as live ones, and where the result came from.
 *
 * <p>Nothing of a pool is worked out here: figures are those that were published.
 */
package io.ballast.risk.backtest;
