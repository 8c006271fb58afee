/* SPDX-License-Identifier: Apache-2.0 */
/** The simulated exchange: correlated jump-diffusion prices and the ticks that tell of them. */
package io.ballast.producers.simulator.market;
