/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.state;

import io.ballast.risk.book.LogPosition;
import io.ballast.risk.market.GapState;
import io.ballast.risk.market.PoolGap;
import io.ballast.streams.record.Moment;
import io.ballast.streams.record.TimelineState;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/** What is kept of each pool's timeline beside its entries. Key: pool id; it shares the journal's store, whose keys all go on after the id. */
public final class TimelineStore {

    private final KeyValueStore<Bytes, byte[]> store;
    private final SingleObject<TimelineRow> rows = new SingleObject<>(TimelineRow.getClassSchema());

    public TimelineStore(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    public void put(String poolId, TimelineState state) {
        TimelineRow row = new TimelineRow();
        row.setForgottenSimulated(false);
        state.forgotten().ifPresent(forgotten -> {
            row.setForgottenBlock(forgotten.at().blockNumber());
            row.setForgottenHash(forgotten.at().blockHash());
            row.setForgottenLog(forgotten.at().logIndex());
            row.setForgottenTime(forgotten.eventTime());
            row.setForgottenSimulated(forgotten.simulated());
        });
        row.setFirstEntry(state.firstEntry());
        state.gap().ifPresent(gap -> {
            row.setGapSide(gap.side().name());
            row.setGapSinceMs(gap.sinceMs());
        });
        store.put(key(poolId), rows.encode(row));
    }

    /** Empty where nothing was stored. */
    public TimelineState get(String poolId) {
        byte[] stored = store.get(key(poolId));
        if (stored == null) {
            return new TimelineState(Optional.empty(), 0, Optional.empty());
        }
        TimelineRow row = rows.decode(stored);
        Optional<Moment> forgotten = Optional.ofNullable(row.getForgottenBlock())
                .map(block -> new LogPosition(block, row.getForgottenHash(), row.getForgottenLog()))
                .map(at -> new Moment(at, row.getForgottenTime(), row.getForgottenSimulated()));
        Optional<GapState> gap = Optional.ofNullable(row.getGapSide())
                .map(side -> new GapState(PoolGap.Side.valueOf(side), row.getGapSinceMs()));
        return new TimelineState(forgotten, row.getFirstEntry(), gap);
    }

    private static Bytes key(String poolId) {
        return Bytes.wrap(poolId.getBytes(StandardCharsets.UTF_8));
    }
}
