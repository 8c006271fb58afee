/* SPDX-License-Identifier: Apache-2.0 */
/** Sums whose result does not depend on how the terms are grouped or ordered. */
package io.ballast.risk.sum;
