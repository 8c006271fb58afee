/* SPDX-License-Identifier: Apache-2.0 */
/** Stage 1: prices of markets, merged by pair. The figures are of {@link io.ballast.risk.market}. */
package io.ballast.streams.market;
