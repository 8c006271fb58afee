/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.engine;

import io.ballast.benchmarks.topology.HeldPosition;
import io.ballast.benchmarks.topology.HeldPosition.Revalued;
import java.util.Map;
import org.apache.flink.api.common.accumulators.Accumulator;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFilterFunction;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.LocalStreamEnvironment;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.Collector;

/**
 * Apache Flink in this JVM: map state on the heap, one subtask, objects reused, buffers sent after a millisecond; no
 * checkpoints.
 */
public final class FlinkFanOut implements FanOutEngine {

    private static final String TALLY = "tally";
    private static final String POOL = "pool";
    private static final long BUFFER_TIMEOUT_MS = 1;

    @Override
    public String name() {
        return "Flink";
    }

    @Override
    public FanOutTally run(FanOutInput input, FanOutTally empty) throws Exception {
        LocalStreamEnvironment flink = StreamExecutionEnvironment.createLocalEnvironment(1, new Configuration());
        try {
            return run(flink, input, empty);
        } finally {
            flink.close();
        }
    }

    private static FanOutTally run(LocalStreamEnvironment flink, FanOutInput input, FanOutTally empty)
            throws Exception {
        flink.getConfig().enableObjectReuse();
        flink.setBufferTimeout(BUFFER_TIMEOUT_MS);
        flink.fromSource(
                        new NumberSequenceSource(0, input.size() - 1L),
                        WatermarkStrategy.noWatermarks(),
                        "inputs by number")
                .keyBy(number -> POOL, Types.STRING)
                .process(new RevalueAll(input))
                .returns(TypeInformation.of(Revalued.class))
                .filter(new Counted(empty))
                .sinkTo(new DiscardingSink<>());
        return flink.execute("fan-out").getAccumulatorResult(TALLY);
    }

    private static final class RevalueAll extends KeyedProcessFunction<String, Long, Revalued> {

        private static final long serialVersionUID = 1;

        private final FanOutInput input;
        private transient MapState<Integer, HeldPosition> positions;

        RevalueAll(FanOutInput input) {
            this.input = input;
        }

        @Override
        public void open(OpenContext context) {
            positions = getRuntimeContext()
                    .getMapState(
                            new MapStateDescriptor<>("positions", Types.INT, TypeInformation.of(HeldPosition.class)));
        }

        @Override
        public void processElement(Long number, Context context, Collector<Revalued> out) throws Exception {
            int index = Math.toIntExact(number);
            if (input.isPosition(index)) {
                positions.put(index, input.position(index));
                return;
            }
            double sqrtPrice = input.sqrtPrice(index);
            for (Map.Entry<Integer, HeldPosition> entry : positions.entries()) {
                out.collect(entry.getValue().at(sqrtPrice));
            }
        }
    }

    /** Lets nothing through: what comes out at the end is the count. */
    private static final class Counted extends RichFilterFunction<Revalued> {

        private static final long serialVersionUID = 1;

        private final FanOutTally empty;
        private transient TallyAccumulator tally;

        Counted(FanOutTally empty) {
            this.empty = empty;
        }

        @Override
        public void open(OpenContext context) {
            tally = new TallyAccumulator(empty);
            getRuntimeContext().addAccumulator(TALLY, tally);
        }

        @Override
        public boolean filter(Revalued result) {
            tally.add(result);
            return false;
        }
    }

    /** Takes the count out of the job. */
    private static final class TallyAccumulator implements Accumulator<Revalued, FanOutTally> {

        private static final long serialVersionUID = 1;

        private FanOutTally tally;

        TallyAccumulator(FanOutTally empty) {
            tally = empty.again();
        }

        @Override
        public void add(Revalued result) {
            tally.take(result);
        }

        @Override
        public FanOutTally getLocalValue() {
            return tally;
        }

        @Override
        public void resetLocal() {
            tally = tally.again();
        }

        /** There is one subtask, so this comes after nothing. */
        @Override
        public void merge(Accumulator<Revalued, FanOutTally> other) {
            tally = other.getLocalValue();
        }

        @Override
        public TallyAccumulator clone() {
            return this;
        }
    }
}
