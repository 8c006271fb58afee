/* SPDX-License-Identifier: Apache-2.0 */
/** Constant-product pairs (Uniswap v2), to the unit: the contracts' integer arithmetic and state. */
package io.ballast.risk.pool.constantproduct;
