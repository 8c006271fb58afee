/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.follow;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.producers.sink.OutgoingRecord;
import io.ballast.producers.sink.PoolSequences;
import io.ballast.producers.sink.RecordBlock;
import io.ballast.producers.sink.RecordSink;
import io.ballast.schema.ChainJournal;
import io.ballast.schema.PoolEvent;
import io.ballast.schema.PoolEventKind;
import io.ballast.schemas.catalogue.Topic;
import java.util.ArrayList;
import java.util.List;

/**
 * What a broker does, in memory: what was not flushed when its writer died is gone, and what was is not written again but
 * held to be the same. One for each life of the writer.
 */
final class RestartingSink implements RecordSink {

    static final String PRODUCER = "follower";

    /** The writer is killed. */
    static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final List<OutgoingRecord> committed;
    private final List<OutgoingRecord> pending = new ArrayList<>();
    private final PoolSequences sequences = new PoolSequences(PRODUCER);
    private final int before;
    private int seen;
    private int writesUntilKilled = Integer.MAX_VALUE;

    /** @param committed  by former lives; added to */
    RestartingSink(List<OutgoingRecord> committed) {
        this.committed = committed;
        this.before = committed.size();
    }

    void killAfter(int writes) {
        writesUntilKilled = writes;
    }

    List<ChainJournal> journal() {
        return committed.stream()
                .filter(record -> record.topic() == Topic.CHAIN_JOURNAL)
                .map(record -> (ChainJournal) record.value())
                .toList();
    }

    @Override
    public int write(RecordBlock block) {
        block.records().forEach(sequences::number);
        if (seen < before) {
            List<OutgoingRecord> then =
                    committed.subList(seen, seen + block.records().size());
            assertThat(block.records().stream().map(RestartingSink::compared).toList())
                    .isEqualTo(then.stream().map(RestartingSink::compared).toList());
            seen += block.records().size();
            return 0;
        }
        if (--writesUntilKilled < 0) {
            throw new Killed();
        }
        pending.addAll(block.records());
        return block.records().size();
    }

    /** What tokens are called, or what state pools are in, is not asked again for records that are there. */
    private static Object compared(OutgoingRecord record) {
        boolean askedOnce = record.topic() == Topic.POOLS
                || record.value() instanceof PoolEvent event && event.getKind() == PoolEventKind.STATE;
        return askedOnce ? record.key() : record;
    }

    @Override
    public void flush() {
        committed.addAll(pending);
        pending.clear();
    }

    @Override
    public void finish() {
        flush();
    }

    @Override
    public void close() {
        pending.clear();
    }

    void requireCaughtUp() {
        assertThat(seen).isEqualTo(before);
    }
}
