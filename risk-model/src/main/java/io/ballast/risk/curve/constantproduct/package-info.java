/* SPDX-License-Identifier: Apache-2.0 */
/** Constant product pools: Uniswap v2. */
package io.ballast.risk.curve.constantproduct;
