/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.instances;

import io.ballast.benchmarks.kafka.CommittedTicks;
import io.ballast.benchmarks.workload.MeasuredPool;
import java.util.ArrayList;
import java.util.List;

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
            int partition = CommittedTicks.partitionOf(MeasuredPool.id(pool), partitions);
            if (taken[partition] < perPartition) {
                taken[partition]++;
                pools.add(pool);
            }
        }
        return new PoolSpread(partitions, perPartition, pools);
    }
}
