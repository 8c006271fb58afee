/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

/**
 * A record as it came in.
 *
 * @param at  where it belongs in the pool's history
 * @param event  what happened
 * @param removed  a reorganisation took this log back
 * @param source  whatever the caller wants to have back with it: its original bytes, its time
 */
public record Arrival<S>(LogPosition at, BookEvent event, boolean removed, S source) {}
