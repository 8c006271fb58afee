/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.pool.concentrated;

/**
 * Where the next step of a swap must stop.
 *
 * @param tick  the tick to stop at
 * @param initialized  true: a tick with liquidity; false: the edge of a 256-tick word of the contract's bitmap
 */
record SwapStop(int tick, boolean initialized) {}
