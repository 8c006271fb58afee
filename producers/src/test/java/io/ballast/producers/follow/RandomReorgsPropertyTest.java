/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.follow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ballast.producers.rpc.Rpc;
import io.ballast.producers.rpc.RpcException;
import io.ballast.schema.PriceTick;
import io.ballast.schemas.catalogue.Topic;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever the chain does and wherever the follower dies: what it wrote, read in order, is the chain. */
class RandomReorgsPropertyTest {

    private static final int DEPTH = 8;

    /** A node that now and then does not answer, or not with what was asked for; the same each time for the same seed. */
    private static final class FlakyNode implements Rpc {
        private final FakeChain chain;
        private final Random random;
        private int percent;

        FlakyNode(FakeChain chain, Random random, int percent) {
            this.chain = chain;
            this.random = random;
            this.percent = percent;
        }

        /** From now on all goes well, and the chain rests. */
        void calm() {
            percent = 0;
        }

        @Override
        public JsonNode call(String method, JsonNode parameters) {
            if (random.nextInt(100) < percent) {
                RpcException.Kind[] kinds = {
                    RpcException.Kind.UNREACHABLE,
                    RpcException.Kind.TIMEOUT,
                    RpcException.Kind.RATE_LIMITED,
                    RpcException.Kind.UNAVAILABLE,
                    RpcException.Kind.MALFORMED,
                    RpcException.Kind.TOO_MUCH
                };
                throw new RpcException(kinds[random.nextInt(kinds.length)], "a fault");
            }
            // The chain may go on, or back, between any two calls.
            if (random.nextInt(100) < percent) {
                change(chain, random);
            }
            return chain.call(method, parameters);
        }
    }

    /** New blocks; or some are replaced by as many and one more, never so deep that final ones are among them. */
    private static void change(FakeChain chain, Random random) {
        int depth = random.nextInt(3) == 0 ? random.nextInt(DEPTH) : 0;
        depth = (int) Math.min(depth, chain.head() - 1);
        chain.drop(depth);
        int more = depth + 1 + random.nextInt(3);
        for (int i = 0; i < more; i++) {
            chain.append(random.nextInt(4), random.nextInt(2));
        }
    }

    @Property(tries = 150)
    void theStreamIsTheChain(@ForAll long seed, @ForAll boolean everything) {
        Random random = new Random(seed);
        FakeChain chain = new FakeChain();
        chain.limit(3 + random.nextInt(40), 1 + random.nextInt(60));
        FlakyNode node = new FlakyNode(chain, random, random.nextInt(8));
        Followed followed = new Followed(node, everything, Finality.ofDepth(DEPTH));
        for (int round = 0; round < 25; round++) {
            switch (random.nextInt(4)) {
                case 0 -> change(chain, random);
                case 1 -> followed.steps(random.nextInt(12));
                case 2 -> followed.killedAfter(random.nextInt(10), random.nextInt(12));
                default -> followed.restart();
            }
        }

        node.calm();
        followed.steps(300);

        assertThat(followed.standing()).isEqualTo(chain.watchedLogs());
        assertThat(sequences(followed))
                .as("places in the order of delivery, without a gap")
                .isEqualTo(IntStream.range(0, sequences(followed).size())
                        .asLongStream()
                        .boxed()
                        .toList());
    }

    private static List<Long> sequences(Followed followed) {
        return followed.committed().stream()
                .filter(record -> record.topic() == Topic.PRICE_TICKS)
                .map(record -> ((PriceTick) record.value()).getPoolSequence())
                .toList();
    }
}
