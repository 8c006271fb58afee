/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.record;

import io.ballast.risk.market.GapState;
import java.util.Optional;

/**
 * What is kept of a pool's timeline beside its entries.
 *
 * @param forgotten  the newest entry that cannot be undone any more; empty: none is forgotten
 * @param firstEntry  number of the oldest entry that can be undone
 * @param gap  how far the pool is from the market; empty: there is nothing to compare with
 */
public record TimelineState(Optional<Moment> forgotten, long firstEntry, Optional<GapState> gap) {}
