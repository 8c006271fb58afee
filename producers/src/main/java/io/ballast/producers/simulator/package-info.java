/* SPDX-License-Identifier: Apache-2.0 */
/**
 * A made-up market for demos and tests: prices that diffuse and jump, pools that arbitrageurs keep in line with them, and
 * liquidity providers who come, act and go. Everything it writes is marked as simulated.
 */
package io.ballast.producers.simulator;
