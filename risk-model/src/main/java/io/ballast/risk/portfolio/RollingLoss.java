/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.portfolio;

/**
 * Losses over one window of the recent past, as pools tell them.
 *
 * @param il  impermanent loss; negative is a loss; null: not known
 * @param lvr  loss versus rebalancing; positive is a loss; null: not known
 * @param isComplete  false: something was followed for less than the window, and the figures speak of the time since
 */
public record RollingLoss(Double il, Double lvr, boolean isComplete) {}
