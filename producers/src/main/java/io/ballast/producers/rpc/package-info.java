/* SPDX-License-Identifier: Apache-2.0 */
/** Asks nodes of an EVM chain over JSON-RPC. Start at {@link io.ballast.producers.rpc.EthNode}. */
package io.ballast.producers.rpc;
