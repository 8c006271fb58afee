/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.desk;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Prices of assets every three hours of event time over some thirty days, from which past moves of all of them together are taken. Where
 * nothing was said for longer there is a gap and no move. Mutable and single-threaded.
 */
final class PriceHistory {

    private static final Duration STEP = Duration.ofHours(3);
    private static final int STEPS_A_DAY = (int) Duration.ofDays(1).dividedBy(STEP);
    private static final int MOST = 31 * STEPS_A_DAY;

    private final TreeMap<Long, Map<String, Double>> byStep = new TreeMap<>();

    /** Number of the step that a time is in. */
    static long step(Instant time) {
        return Math.floorDiv(time.toEpochMilli(), STEP.toMillis());
    }

    /** End of a step. */
    static Instant end(long step) {
        return Instant.ofEpochMilli((step + 1) * STEP.toMillis());
    }

    /** @param prices  at the end of a step, dollars */
    void put(long step, Map<String, Double> prices) {
        byStep.put(step, Map.copyOf(prices));
    }

    /** What is too old now. */
    List<Long> dropOld() {
        List<Long> old = byStep.isEmpty()
                ? List.of()
                : List.copyOf(byStep.headMap(byStep.lastKey() - MOST, true).keySet());
        byStep.keySet().removeAll(old);
        return old;
    }

    /**
     * One day's relative changes of prices, by the step in which they end.
     *
     * @param assets  that must have moved: where the price of one is missing there is no move
     */
    TreeMap<Long, Map<String, Double>> moves(Collection<String> assets) {
        TreeMap<Long, Map<String, Double>> moves = new TreeMap<>();
        byStep.forEach((step, prices) -> {
            Map<String, Double> before = byStep.get(step - STEPS_A_DAY);
            if (before != null
                    && prices.keySet().containsAll(assets)
                    && before.keySet().containsAll(assets)) {
                Map<String, Double> move = new HashMap<>();
                assets.forEach(asset -> move.put(asset, prices.get(asset) / before.get(asset) - 1));
                moves.put(step, move);
            }
        });
        return moves;
    }

    static byte[] encoded(Map<String, Double> prices) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(prices.size());
            for (Map.Entry<String, Double> price : new TreeMap<>(prices).entrySet()) {
                out.writeUTF(price.getKey());
                out.writeDouble(price.getValue());
            }
        } catch (IOException memory) {
            throw new UncheckedIOException(memory);
        }
        return bytes.toByteArray();
    }

    static Map<String, Double> decode(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            Map<String, Double> prices = new HashMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                prices.put(in.readUTF(), in.readDouble());
            }
            return prices;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
