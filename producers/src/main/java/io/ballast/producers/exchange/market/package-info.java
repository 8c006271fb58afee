/* SPDX-License-Identifier: Apache-2.0 */
/** What exchanges say of a market, in one form for all of them, and the records that it becomes. */
package io.ballast.producers.exchange.market;
