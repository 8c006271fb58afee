/* SPDX-License-Identifier: Apache-2.0 */
/** Forms of files of market data: how each is recognised, and what its lines say. */
package io.ballast.producers.replay.market;
