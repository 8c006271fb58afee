/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.desk;

/**
 * What open pages saw of a steady load, from the intended time of sending a record to the time that the bytes of its row were read.
 *
 * @param perSecond  records that change a row of a page
 * @param answeredByLater  of all records for all pages, as a part, those of which a page was told by a later one only
 * @param megabytesPerSecond  received by all pages
 * @param deskCores  cores that the desk used
 * @param readerCores  cores that reading the streams used
 * @param heapBytes  of the desk after full collections, pages still open
 * @param residentBytes  of the desk
 */
public record ClientsRound(
        int positions,
        int clients,
        int perSecond,
        int number,
        double p50Ms,
        double p99Ms,
        double p999Ms,
        double maxMs,
        double answeredByLater,
        double megabytesPerSecond,
        double deskCores,
        double readerCores,
        long heapBytes,
        long residentBytes) {}
