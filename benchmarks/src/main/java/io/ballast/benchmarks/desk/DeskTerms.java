/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.desk;

import java.time.Duration;
import java.util.Map;

/**
 * What a desk is measured with.
 *
 * @param positions  in the book
 * @param views  portfolios that pages show
 * @param rows  of each page
 * @param samples  records that Ballast makes, each of which stands for many positions
 * @param heap  of the desk, as for -Xmx
 * @param settings  of the desk other than the defaults
 * @param patience  after which something hangs
 */
public record DeskTerms(
        int positions,
        int views,
        int rows,
        int samples,
        long seed,
        String heap,
        Map<String, String> settings,
        Duration patience) {}
