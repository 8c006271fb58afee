/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.instances;

import io.ballast.benchmarks.workload.MeasuredPool;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Utils;

/**
 * Pools of which each partition has the same number, so that none has more to do than another.
 *
 * @param partitions  of each topic
 * @param perPartition  pools in each
 * @param pools  their numbers; the first is 0
 */
public record PoolSpread(int partitions, int perPartition, List<Integer> pools) {

    public PoolSpread {
        pools = List.copyOf(pools);
    }

    /** The first numbers that make it even. */
    public static PoolSpread even(int partitions, int perPartition) {
        int[] taken = new int[partitions];
        List<Integer> pools = new ArrayList<>();
        for (int pool = 0; pools.size() < partitions * perPartition; pool++) {
            int partition = partitionOf(MeasuredPool.id(pool), partitions);
            if (taken[partition] < perPartition) {
                taken[partition]++;
                pools.add(pool);
            }
        }
        return new PoolSpread(partitions, perPartition, pools);
    }

    /** Where producers put a key. */
    private static int partitionOf(String key, int partitions) {
        return Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % partitions;
    }
}
