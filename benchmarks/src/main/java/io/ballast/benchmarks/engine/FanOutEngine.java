/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.engine;

/** An engine that keeps positions in memory and revalues all of them at each tick; no Kafka, nothing durable. */
public interface FanOutEngine {

    String name();

    /**
     * Runs all the input through.
     *
     * @param empty  how to count
     * @return the count
     */
    FanOutTally run(FanOutInput input, FanOutTally empty) throws Exception;
}
