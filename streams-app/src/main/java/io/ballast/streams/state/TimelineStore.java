/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.state;

import io.ballast.risk.book.LogPosition;
import io.ballast.streams.record.Moment;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/** How far each pool's history is forgotten. Key: pool id; it shares the journal's store, whose keys all go on after the id. */
public final class TimelineStore {

    private final KeyValueStore<Bytes, byte[]> store;
    private final SingleObject<TimelineRow> rows = new SingleObject<>(TimelineRow.getClassSchema());

    public TimelineStore(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    public void put(String poolId, Moment forgotten) {
        LogPosition at = forgotten.at();
        store.put(
                key(poolId),
                rows.encode(new TimelineRow(
                        at.blockNumber(),
                        at.blockHash(),
                        at.logIndex(),
                        forgotten.eventTime(),
                        forgotten.simulated())));
    }

    /** Empty: nothing is forgotten. */
    public Optional<Moment> get(String poolId) {
        byte[] stored = store.get(key(poolId));
        if (stored == null) {
            return Optional.empty();
        }
        TimelineRow row = rows.decode(stored);
        LogPosition at = new LogPosition(row.getForgottenBlock(), row.getForgottenHash(), row.getForgottenLog());
        return Optional.of(new Moment(at, row.getForgottenTime(), row.getForgottenSimulated()));
    }

    private static Bytes key(String poolId) {
        return Bytes.wrap(poolId.getBytes(StandardCharsets.UTF_8));
    }
}
