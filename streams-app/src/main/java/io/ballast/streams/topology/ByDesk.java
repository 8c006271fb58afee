/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.topology;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.StreamPartitioner;

/**
 * Sends what concerns portfolios to the partition of their desk, which is the first part of the portfolio's path: all that one desk
 * has comes together in one task, whatever follows in the key.
 */
final class ByDesk<V> implements StreamPartitioner<String, V> {

    private static final char STEP = '/';
    private static final char POOL = '@';

    @Override
    public Optional<Set<Integer>> partitions(String topic, String key, V value, int partitions) {
        byte[] desk = desk(key).getBytes(StandardCharsets.UTF_8);
        return Optional.of(Set.of(Utils.toPositive(Utils.murmur2(desk)) % partitions));
    }

    /** The first part of the path that a key such as {@code desk-a/eth@pool} begins with. */
    static String desk(String key) {
        for (int i = 0; i < key.length(); i++) {
            if (key.charAt(i) == STEP || key.charAt(i) == POOL) {
                return key.substring(0, i);
            }
        }
        return key;
    }
}
