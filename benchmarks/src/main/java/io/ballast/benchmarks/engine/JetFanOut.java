/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.engine;

import com.hazelcast.config.Config;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.jet.Traverser;
import com.hazelcast.jet.Traversers;
import com.hazelcast.jet.config.JobConfig;
import com.hazelcast.jet.config.ProcessingGuarantee;
import com.hazelcast.jet.pipeline.BatchSource;
import com.hazelcast.jet.pipeline.Pipeline;
import com.hazelcast.jet.pipeline.Sink;
import com.hazelcast.jet.pipeline.SinkBuilder;
import com.hazelcast.jet.pipeline.SourceBuilder;
import com.hazelcast.jet.pipeline.SourceBuilder.SourceBuffer;
import io.ballast.benchmarks.topology.HeldPosition;
import io.ballast.benchmarks.topology.HeldPosition.Revalued;
import java.io.Serializable;
import java.util.ArrayList;

/** Hazelcast Jet in this JVM: state on the heap, one cooperative thread, no snapshots, no network. */
public final class JetFanOut implements FanOutEngine {

    private static final String TALLY = "tally";
    private static final String POOL = "pool";
    private static final int INPUTS_AT_ONCE = 256;

    @Override
    public String name() {
        return "Hazelcast Jet";
    }

    @Override
    public FanOutTally run(FanOutInput input, FanOutTally empty) {
        HazelcastInstance member = Hazelcast.newHazelcastInstance(alone());
        try {
            FanOutTally tally = empty.again();
            member.getUserContext().put(TALLY, tally);
            member.getJet()
                    .newJob(pipeline(input), new JobConfig().setProcessingGuarantee(ProcessingGuarantee.NONE))
                    .join();
            return tally;
        } finally {
            member.shutdown();
        }
    }

    private static Config alone() {
        Config config = new Config();
        config.getJetConfig().setEnabled(true).setCooperativeThreadCount(1);
        config.getNetworkConfig().getInterfaces().setEnabled(true).addInterface("127.0.0.1");
        JoinConfig join = config.getNetworkConfig().getJoin();
        join.getMulticastConfig().setEnabled(false);
        join.getTcpIpConfig().setEnabled(false);
        join.getAutoDetectionConfig().setEnabled(false);
        config.setProperty("hazelcast.phone.home.enabled", "false");
        config.setProperty("hazelcast.logging.type", "slf4j");
        return config;
    }

    private static Pipeline pipeline(FanOutInput input) {
        Pipeline pipeline = Pipeline.create();
        pipeline.readFrom(source(input))
                .groupingKey(number -> POOL)
                .<Book, Revalued>flatMapStateful(Book::new, (book, pool, number) -> book.take(input, number))
                .writeTo(sink());
        return pipeline;
    }

    private static BatchSource<Integer> source(FanOutInput input) {
        return SourceBuilder.batch("inputs by number", context -> new int[1])
                .<Integer>fillBufferFn((next, buffer) -> fill(next, input.size(), buffer))
                .build();
    }

    private static void fill(int[] next, int size, SourceBuffer<Integer> buffer) {
        for (int i = 0; i < INPUTS_AT_ONCE && next[0] < size; i++) {
            buffer.add(next[0]++);
        }
        if (next[0] == size) {
            buffer.close();
        }
    }

    private static Sink<Revalued> sink() {
        return SinkBuilder.sinkBuilder("count", context -> (FanOutTally)
                        context.hazelcastInstance().getUserContext().get(TALLY))
                .<Revalued>receiveFn(FanOutTally::take)
                .build();
    }

    /** The positions of a pool. Mutable and single-threaded. */
    private static final class Book implements Serializable {

        private static final long serialVersionUID = 1;

        private final ArrayList<HeldPosition> positions = new ArrayList<>();

        Traverser<Revalued> take(FanOutInput input, int number) {
            if (input.isPosition(number)) {
                positions.add(input.position(number));
                return Traversers.empty();
            }
            double sqrtPrice = input.sqrtPrice(number);
            return Traversers.traverseIterable(positions).map(position -> position.at(sqrtPrice));
        }
    }
}
