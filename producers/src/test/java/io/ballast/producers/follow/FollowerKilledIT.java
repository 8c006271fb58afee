/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.follow;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.localstack.LocalStack;
import io.ballast.localstack.LocalStackOptions;
import io.ballast.producers.sink.CommittedRecords;
import io.ballast.producers.sink.OutgoingRecord;
import io.ballast.schema.ChainJournal;
import io.ballast.schema.PriceTick;
import io.ballast.schemas.catalogue.Topic;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A follower is killed time and again, while it fills and at the head, and the chain is reorganised while nobody looks. */
@Tag("fault")
class FollowerKilledIT {

    private static final int KILLS = 5;

    private static LocalStack stack;

    @BeforeAll
    static void start() {
        stack = LocalStack.start(LocalStackOptions.defaults());
        CommittedRecords.createTopics(stack);
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @Test
    void aReaderSeesEachLogOnceAndInOrder() throws IOException, InterruptedException {
        long seed = System.nanoTime();
        System.out.println("kills chosen with seed " + seed);
        Random random = new Random(seed);
        FakeChain chain = new FakeChain();
        grow(chain, 300);
        try (FakeNode node = new FakeNode(chain)) {
            for (int kill = 0; kill < KILLS; kill++) {
                killedAfter(node, 10 + random.nextInt(200));
                chain.drop(random.nextInt(8));
                grow(chain, 9 + random.nextInt(20));
            }
            caughtUp(node);
            chain.drop(6);
            grow(chain, 7);
            caughtUp(node);
        }

        List<OutgoingRecord> ticks = CommittedRecords.of(Topic.PRICE_TICKS, stack);
        assertThat(standing(ticks))
                .isEqualTo(chain.watchedLogs().subList(1, chain.watchedLogs().size()));
        assertThat(ticks)
                .extracting(tick -> ((PriceTick) tick.value()).getPoolSequence())
                .isEqualTo(LongStream.range(0, ticks.size()).boxed().toList());
        assertThat(ticks).as("otherwise this shows little").anyMatch(tick -> ((PriceTick) tick.value()).getRemoved());
        assertThat(CommittedRecords.of(Topic.CHAIN_JOURNAL, stack))
                .extracting(entry -> ((ChainJournal) entry.value()).getProducerId())
                .containsOnly(FollowerChild.PRODUCER);
    }

    private static void grow(FakeChain chain, int blocks) {
        for (int i = 0; i < blocks; i++) {
            chain.append(1 + i % 4, 1);
        }
    }

    private static List<String> standing(List<OutgoingRecord> ticks) {
        List<String> standing = new ArrayList<>();
        for (OutgoingRecord record : ticks) {
            PriceTick tick = (PriceTick) record.value();
            String id = tick.getBlockHash() + ":" + tick.getLogIndex();
            if (tick.getRemoved()) {
                assertThat(standing).endsWith(id);
                standing.remove(standing.size() - 1);
            } else {
                assertThat(standing).doesNotContain(id);
                standing.add(id);
            }
        }
        return standing;
    }

    private static void killedAfter(FakeNode node, int records) throws IOException, InterruptedException {
        Process child = child(node);
        try (BufferedReader said = child.inputReader()) {
            String line = said.readLine();
            while (line != null && !line.startsWith("0 ") && Long.parseLong(line.split(" ")[1]) < records) {
                line = said.readLine();
            }
            assertThat(line).as("it lives until it is killed").isNotNull();
        } finally {
            child.destroyForcibly();
            child.waitFor();
        }
    }

    private static void caughtUp(FakeNode node) throws IOException, InterruptedException {
        killedAfter(node, Integer.MAX_VALUE);
    }

    private static Process child(FakeNode node) throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath,
                        FollowerChild.class.getName(),
                        stack.bootstrapServers(),
                        stack.registryUrl(),
                        node.url())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
