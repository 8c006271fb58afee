/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The simulated chain: blocks, pools, pairs and a position manager that compute as the contracts do and log as they log.
 */
package io.ballast.producers.simulator.chain;
