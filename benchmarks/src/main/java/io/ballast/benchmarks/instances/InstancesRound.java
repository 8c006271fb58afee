/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.instances;

import java.util.List;

/**
 * What so many instances did.
 *
 * @param instances  processes
 * @param ticksPerSecond  of all together, while each partition had some left
 * @param pools  that each instance had
 * @param joinedSeconds  from the start of the last process until each had a share and every pool was in one
 * @param faults  what the oracle found wrong
 */
public record InstancesRound(
        int instances, double ticksPerSecond, List<Long> pools, double joinedSeconds, List<String> faults) {}
