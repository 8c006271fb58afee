/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.evm;

/**
 * A log of a block that was understood.
 *
 * @param place  its place among the understood logs of the block, from 0
 * @param log  the log
 * @param event  what it says
 */
record ReadLog(int place, EvmLog log, ChainEvent event) {}
