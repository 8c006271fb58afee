/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Pools whose holders own parts of one whole by LP tokens: weighted, stable, and any other whose kind says its price, depth and
 * curve. LP tokens, balances and baskets are exact integers; depth is a real number.
 */
package io.ballast.risk.share;
