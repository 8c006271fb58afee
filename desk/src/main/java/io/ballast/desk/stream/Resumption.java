/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.stream;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The id of an event: the desk's run and what has been seen of each channel, such as {@code k3x9:120.7.1}. Handed back in
 * {@code Last-Event-ID} it lets a stream go on; after the desk's restart, or for other channels, all is told anew.
 */
final class Resumption {
    private Resumption() {}

    static String id(String epoch, long[] seen) {
        return epoch + ":" + Arrays.stream(seen).mapToObj(Long::toString).collect(Collectors.joining("."));
    }

    /** What has been seen of each channel; zeros where the id is none of this run's for so many channels. */
    static long[] seen(String id, String epoch, int channels) {
        String prefix = epoch + ":";
        if (id != null && id.matches("[^:]+:\\d{1,18}(\\.\\d{1,18})*") && id.startsWith(prefix)) {
            long[] seen = Arrays.stream(id.substring(prefix.length()).split("\\."))
                    .mapToLong(Long::parseLong)
                    .toArray();
            if (seen.length == channels) {
                return seen;
            }
        }
        return new long[channels];
    }
}
