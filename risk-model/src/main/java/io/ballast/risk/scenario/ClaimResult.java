/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.scenario;

/**
 * @param value  worth of the whole position after the shock
 * @param ahead  what is served before us
 * @param ours  what is left to us
 */
public record ClaimResult(Shock shock, double value, double ahead, double ours) {}
