/* SPDX-License-Identifier: Apache-2.0 */
/** Follows an EVM chain as it grows. Start at {@link io.ballast.producers.follow.ChainFollower}. */
package io.ballast.producers.follow;
