/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.testkit;

import io.ballast.schema.PoolEvent;
import io.ballast.schema.PoolEventKind;
import io.ballast.schemas.catalogue.Topic;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Histories of a v3 pool and a v2 pair, and what may happen to them on their way. */
public final class Histories {

    private Histories() {}

    /**
     * A history that a reorganisation changed.
     *
     * @param stem  what both branches have
     * @param orphaned  the end that was taken back
     * @param canonical  the end that stands
     */
    public record Reorganised(List<TestRecord> stem, List<TestRecord> orphaned, List<TestRecord> canonical) {}

    /** In order. */
    public static List<TestRecord> random(long seed, int records) {
        Random random = new Random(seed);
        Chain chain = new Chain("a", 1000);
        new Markets(chain, random).create().act(records);
        return chain.records();
    }

    public static Reorganised reorganised(long seed, int stem, int orphaned, int canonical) {
        List<TestRecord> one = branch(seed, stem, "b", seed + 1, orphaned).records();
        Chain lasting = branch(seed, stem, "c", seed + 2, canonical);
        // Everything is published in the end: what is not due again may have been published as of other moments.
        snapshot(lasting);
        List<TestRecord> other = lasting.records();
        int fork = 0;
        while (one.get(fork).equals(other.get(fork))) {
            fork++;
        }
        return new Reorganised(one.subList(0, fork), one.subList(fork, one.size()), other.subList(fork, other.size()));
    }

    private static Chain branch(long seed, int stem, String branch, long branchSeed, int tail) {
        Random random = new Random(seed);
        Chain chain = new Chain("a", 1000);
        Markets markets = new Markets(chain, random).create();
        markets.act(stem);
        chain.fork(branch);
        random.setSeed(branchSeed);
        markets.act(chain.size() + tail);
        return chain;
    }

    private record Markets(Chain chain, Random random, ConcentratedMarket concentrated, PairMarket pair) {

        Markets(Chain chain, Random random) {
            this(chain, random, new ConcentratedMarket(chain, random), new PairMarket(chain, random));
        }

        Markets create() {
            concentrated.create();
            pair.create();
            return this;
        }

        /** Until the chain has so many records. */
        void act(int records) {
            while (chain.size() < records) {
                if (random.nextInt(4) == 0) {
                    snapshotNowAndThen(chain, random);
                    chain.skipTo(chain.block() + 1 + random.nextInt(6));
                }
                if (random.nextInt(3) > 0) {
                    concentrated.act();
                } else {
                    pair.act();
                }
            }
        }
    }

    private static void snapshot(Chain chain) {
        chain.snapshot(ConcentratedMarket.POOL, "end of block " + chain.block());
        chain.snapshot(PairMarket.POOL, "end of block " + chain.block());
    }

    private static void snapshotNowAndThen(Chain chain, Random random) {
        if (random.nextInt(8) == 0) {
            snapshot(chain);
        }
    }

    /** Each block's records in any order, definitions excepted. */
    public static List<TestRecord> shuffledWithinBlocks(List<TestRecord> inOrder, Random random) {
        List<TestRecord> shuffled = new ArrayList<>(inOrder);
        int from = 0;
        for (int to = 1; to <= shuffled.size(); to++) {
            if (to == shuffled.size()
                    || shuffled.get(to).block() != shuffled.get(from).block()) {
                Collections.shuffle(shuffled.subList(from, to), random);
                from = to;
            }
        }
        return shuffled;
    }

    /** Some records a second time, at any later place. */
    public static List<TestRecord> withRepeats(List<TestRecord> records, double share, Random random) {
        List<TestRecord> repeated = new ArrayList<>(records);
        for (TestRecord record : records) {
            if (random.nextDouble() < share) {
                int first = repeated.indexOf(record);
                repeated.add(first + 1 + random.nextInt(repeated.size() - first), record);
            }
        }
        return repeated;
    }

    /** Two streams merged at random, each in its own order on each topic. */
    public static List<TestRecord> interleaved(List<TestRecord> first, List<TestRecord> second, Random random) {
        Map<Topic, Deque<TestRecord>> byTopic = new EnumMap<>(Topic.class);
        for (List<TestRecord> stream : List.of(first, second)) {
            stream.forEach(record -> byTopic.computeIfAbsent(record.topic(), absent -> new ArrayDeque<>())
                    .add(record));
        }
        List<TestRecord> merged = new ArrayList<>();
        while (!byTopic.isEmpty()) {
            List<Topic> topics = List.copyOf(byTopic.keySet());
            Topic topic = topics.get(random.nextInt(topics.size()));
            merged.add(byTopic.get(topic).removeFirst());
            if (byTopic.get(topic).isEmpty()) {
                byTopic.remove(topic);
            }
        }
        return merged;
    }

    /** The retractions of logs, oldest first as nodes send them, or newest first. */
    public static List<TestRecord> retractions(List<TestRecord> records, boolean newestFirst) {
        List<TestRecord> removed = new ArrayList<>();
        records.stream().filter(Histories::isLog).map(TestRecord::removed).forEach(removed::add);
        if (newestFirst) {
            Collections.reverse(removed);
        }
        return removed;
    }

    /** What was asked for, which no reorganisation takes back. */
    public static List<TestRecord> requests(List<TestRecord> records) {
        return records.stream().filter(record -> !isLog(record)).toList();
    }

    /** A request is not part of a chain. */
    private static boolean isLog(TestRecord record) {
        return !(record.value() instanceof PoolEvent event) || event.getKind() != PoolEventKind.SNAPSHOT;
    }
}
