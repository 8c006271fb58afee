/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Reads the logs of Uniswap v3 and v2 contracts and of those made after them. Start at
 * {@link io.ballast.producers.evm.BlockDecoder}.
 */
package io.ballast.producers.evm;
