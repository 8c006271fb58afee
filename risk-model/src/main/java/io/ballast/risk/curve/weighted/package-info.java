/* SPDX-License-Identifier: Apache-2.0 */
/** Weighted pools of n assets: Balancer. */
package io.ballast.risk.curve.weighted;
