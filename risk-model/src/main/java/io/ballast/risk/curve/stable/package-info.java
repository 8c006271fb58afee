/* SPDX-License-Identifier: Apache-2.0 */
/** Stable pools of two coins: Curve, Balancer. */
package io.ballast.risk.curve.stable;
