/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What a holding in a pool is worth as a function of price, for every kind of pool: amounts, value, delta, gamma, losses.
 * The interfaces are here, each kind has a folder of its own.
 */
package io.ballast.risk.curve;
