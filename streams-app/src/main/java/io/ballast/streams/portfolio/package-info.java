/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Stage 3: portfolios. Parts of pools, hedge events, instruments, policies and market prices of one desk meet here and become
 * the risk of each portfolio and advice what to trade.
 *
 * <p>{@link io.ballast.streams.portfolio.DeskBooks} has the story; the processor is a shell around it.
 */
package io.ballast.streams.portfolio;
