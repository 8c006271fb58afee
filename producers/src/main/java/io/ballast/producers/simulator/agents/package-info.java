/* SPDX-License-Identifier: Apache-2.0 */
/** Who acts on the simulated chain: liquidity providers, noise traders, arbitrageurs. */
package io.ballast.producers.simulator.agents;
