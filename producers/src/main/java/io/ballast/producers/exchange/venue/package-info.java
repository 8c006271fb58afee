/* SPDX-License-Identifier: Apache-2.0 */
/** Exchanges: one small class for each reads what it sends and says what has to be said to it. Public data only. */
package io.ballast.producers.exchange.venue;
