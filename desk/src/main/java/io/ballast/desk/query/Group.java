/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.query;

import io.ballast.desk.store.Figure;
import java.util.Map;
import java.util.SortedMap;

/**
 * Positions of one group, summed.
 *
 * @param key  names the group
 * @param title  what a screen calls it
 * @param positions  open ones
 * @param inRange  of these, those that earn fees now
 * @param sums  of the open ones' figures, as far as they are known
 * @param unknown  open positions whose figure is not known and so not in the sum, by figure
 * @param deltas  units held of each asset, by symbol
 */
public record Group(
        String key,
        String title,
        long positions,
        long inRange,
        Map<Figure, Double> sums,
        Map<Figure, Long> unknown,
        SortedMap<String, Double> deltas) {}
