/* SPDX-License-Identifier: Apache-2.0 */
/** Concentrated-liquidity pools (Uniswap v3), to the unit: the contracts' integer arithmetic and state. */
package io.ballast.risk.pool.concentrated;
