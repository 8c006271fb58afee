/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

import io.ballast.producers.evm.EvmLog;
import io.ballast.producers.evm.MalformedLogException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Finds logs that come twice. A log that was taken back may come again, when the chain returns to its branch. Remembers a
 * number of blocks, those that were met last. Mutable, single-threaded.
 */
final class SeenLogs {

    /** About a fortnight of Ethereum's blocks. */
    static final int DEFAULT_BLOCKS = 100_000;

    private record Seen(int content, boolean removed) {}

    private final Map<String, Map<Integer, Seen>> blocks;

    SeenLogs(int blocksRemembered) {
        blocks = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Map<Integer, Seen>> eldest) {
                return size() > blocksRemembered;
            }
        };
    }

    /**
     * Takes note of a log.
     *
     * @return true if it is new; false if it is an exact repeat
     * @throws MalformedLogException if another log has this identity
     */
    boolean admit(EvmLog log) throws MalformedLogException {
        Map<Integer, Seen> block = blocks.computeIfAbsent(log.blockHash(), hash -> new HashMap<>());
        Seen before = block.get(log.logIndex());
        Seen now = new Seen(content(log), log.removed());
        if (before != null && before.content() != now.content()) {
            throw new MalformedLogException("log " + log.logIndex() + " of block " + log.blockHash()
                    + " was there before with another content");
        }
        block.put(log.logIndex(), now);
        return before == null || before.removed() != now.removed();
    }

    private static int content(EvmLog log) {
        return Objects.hash(log.address(), log.topics(), log.data(), log.transactionHash(), log.blockNumber());
    }
}
