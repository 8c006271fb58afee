/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.state;

import io.ballast.risk.book.LogPosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/** Which position and pool events were taken in before what can be undone, for ever. Key: pool id, 0x00, block number. */
public final class AppliedStore {

    private final KeyValueStore<Bytes, byte[]> store;
    private final SingleObject<AppliedRow> rows = new SingleObject<>(AppliedRow.getClassSchema());

    public AppliedStore(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    public boolean contains(String poolId, LogPosition at) {
        byte[] stored = store.get(StoreKeys.key(poolId, at.blockNumber()));
        return stored != null
                && rows.decode(stored).getBlocks().stream()
                        .anyMatch(block ->
                                isOf(block, at) && block.getLogIndexes().contains(at.logIndex()));
    }

    public void add(String poolId, LogPosition at) {
        Bytes key = StoreKeys.key(poolId, at.blockNumber());
        byte[] stored = store.get(key);
        List<AppliedBlock> blocks =
                new ArrayList<>(stored == null ? List.of() : rows.decode(stored).getBlocks());
        AppliedBlock block =
                blocks.stream().filter(known -> isOf(known, at)).findFirst().orElse(null);
        if (block == null) {
            blocks.add(new AppliedBlock(at.blockHash(), List.of(at.logIndex())));
        } else if (!block.getLogIndexes().contains(at.logIndex())) {
            List<Integer> logs = new ArrayList<>(block.getLogIndexes());
            logs.add(at.logIndex());
            block.setLogIndexes(logs);
        }
        store.put(key, rows.encode(new AppliedRow(blocks)));
    }

    private static boolean isOf(AppliedBlock block, LogPosition at) {
        return Objects.equals(block.getBlockHash(), at.blockHash());
    }
}
