/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.scenario;

/**
 * @param value  worth of the book after the shock, in the numeraire
 * @param change  value less the worth now; negative is a loss
 */
public record ShockResult(Shock shock, double value, double change) {}
