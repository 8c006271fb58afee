/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.record;

import java.util.Optional;
import java.util.SortedSet;

/**
 * What is kept of a pool's timeline beside its entries.
 *
 * @param forgotten  the newest entry that cannot be undone any more; empty: none is forgotten
 * @param retracted  keys of positions whose last figures are as of a moment that no entry of theirs stands for
 */
public record TimelineState(Optional<Moment> forgotten, SortedSet<String> retracted) {}
