/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.follow;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.producers.pools.PoolCatalogue;
import io.ballast.producers.rpc.Endpoint;
import io.ballast.producers.rpc.Endpoints;
import io.ballast.producers.rpc.Rpc;
import io.ballast.producers.rpc.RpcCounts;
import io.ballast.producers.sink.OutgoingRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import org.apache.avro.specific.SpecificRecordBase;

/** A follower of a fake chain that lives again and again, and what its lives have committed. */
final class Followed {

    private final Rpc node;
    private final boolean everything;
    private final Finality finality;
    private final List<OutgoingRecord> committed = new ArrayList<>();
    private ChainFollower follower;
    private RestartingSink sink;
    private int pausesLeft;
    private FollowProgress progress;
    private RpcCounts rpc;
    private int failuresLeft = Integer.MAX_VALUE;

    Followed(Rpc node, boolean everything, Finality finality) {
        this.node = node;
        this.everything = everything;
        this.finality = finality;
        restart();
    }

    static FollowOptions options(boolean everything, Finality finality, String url) {
        return options(everything, finality, List.of(Endpoint.of(url)), false);
    }

    static FollowOptions options(Finality finality, List<Endpoint> endpoints, boolean crossCheck) {
        return options(false, finality, endpoints, crossCheck);
    }

    private static FollowOptions options(
            boolean everything, Finality finality, List<Endpoint> endpoints, boolean crossCheck) {
        return new FollowOptions(
                endpoints,
                PoolCatalogue.empty(FakeChain.CHAIN_ID),
                everything ? Set.of() : Set.of(FakeChain.FACTORY),
                everything,
                1,
                OptionalLong.empty(),
                finality,
                Duration.ofMillis(1),
                50,
                Duration.ofSeconds(2),
                1e9,
                crossCheck,
                Optional.empty());
    }

    /** The process is gone, another one begins. */
    void restart() {
        sink = new RestartingSink(committed);
        FollowOptions options = options(everything, finality, "http://fake");
        Endpoints endpoints = new Endpoints(
                options.endpoints(),
                endpoint -> node,
                FakeChain.CHAIN_ID,
                options.requestsPerSecond(),
                new SplittableRandom(1),
                () -> 0L,
                pause -> failuresLeft-- > 0);
        rpc = endpoints.counts();
        follower = new ChainFollower(
                options,
                RestartingSink.PRODUCER,
                endpoints,
                sink,
                now -> progress = now,
                HeadLatency.unmeasured(),
                pause -> pausesLeft-- > 0);
        sink.journal().forEach(follower::resume);
        sink.requireCaughtUp();
    }

    /** Lets it make so many steps, or fail so often. */
    void steps(int number) {
        pausesLeft = number;
        follower.run();
    }

    /** Lets it try so often again what fails, and tells it to stop. */
    void failing(int tries) {
        failuresLeft = tries;
        follower.run();
    }

    /** Of its present life. */
    RpcCounts rpc() {
        return rpc;
    }

    /** Kills it in the middle of a transaction, somewhere. */
    void killedAfter(int writes, int steps) {
        sink.killAfter(writes);
        try {
            steps(steps);
        } catch (RestartingSink.Killed killed) {
            sink.close();
        }
        restart();
    }

    List<OutgoingRecord> committed() {
        return committed;
    }

    FollowProgress progress() {
        return progress;
    }

    /**
     * What stands when all is read in order, as {@code blockHash:logIndex}. Each log comes once, and what is taken back is
     * what came last.
     */
    List<String> standing() {
        List<String> standing = new ArrayList<>();
        for (OutgoingRecord record : committed) {
            SpecificRecordBase value = (SpecificRecordBase) record.value();
            if (value.getSchema().getField("log_index") != null) {
                String id = value.get("block_hash") + ":" + value.get("log_index");
                if ((boolean) value.get("removed")) {
                    assertThat(standing).as("taken back, newest first").endsWith(id);
                    standing.remove(standing.size() - 1);
                } else {
                    assertThat(standing).as("comes once").doesNotContain(id);
                    standing.add(id);
                }
            }
        }
        return standing;
    }
}
