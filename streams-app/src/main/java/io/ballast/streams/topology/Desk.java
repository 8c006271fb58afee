/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.topology;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.utils.Utils;

/** A desk, the first name of a portfolio's path, lies in one partition with all its portfolios. */
final class Desk {

    private Desk() {}

    /**
     * The partition of a desk, hashed as keys are.
     *
     * @param key  a portfolio, or portfolio@pool_id
     */
    static Optional<Set<Integer>> partition(String key, int partitions) {
        int hash = Utils.toPositive(Utils.murmur2(desk(key).getBytes(StandardCharsets.UTF_8)));
        return Optional.of(Set.of(hash % partitions));
    }

    private static String desk(String key) {
        int end = 0;
        while (end < key.length() && key.charAt(end) != '/' && key.charAt(end) != '@') {
            end++;
        }
        return key.substring(0, end);
    }
}
