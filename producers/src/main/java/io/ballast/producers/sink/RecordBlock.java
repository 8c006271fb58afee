/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.sink;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What one block of the source becomes: these records reach a read-committed reader together or not at all.
 *
 * @param blockNumber  the block, or what serves as its number; need not ascend (a reorganisation goes back)
 * @param blockHash  its hash; empty where the source has no blocks
 * @param records  in the order in which they are to be written; may be empty
 */
public record RecordBlock(long blockNumber, Optional<String> blockHash, List<OutgoingRecord> records) {

    public RecordBlock {
        Objects.requireNonNull(blockHash, "blockHash");
        records = List.copyOf(records);
    }
}
