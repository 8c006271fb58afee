/* SPDX-License-Identifier: Apache-2.0 */
/** Concentrated pools: Uniswap v3 and v4. */
package io.ballast.risk.curve.concentrated;
