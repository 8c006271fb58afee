/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.pipeline;

import io.ballast.benchmarks.kafka.Bench;
import io.ballast.benchmarks.kafka.Feeder;
import io.ballast.benchmarks.oracle.Oracle.Slack;
import io.ballast.benchmarks.topology.Ballast;
import io.ballast.benchmarks.topology.ForeignKeyJoin;
import io.ballast.benchmarks.topology.LoopOverPositions;
import io.ballast.benchmarks.topology.MeasuredApplication;
import io.ballast.benchmarks.topology.PassThrough;
import io.ballast.benchmarks.topology.PlainStreams;
import io.ballast.benchmarks.workload.PlannedPosition;
import io.ballast.benchmarks.workload.PoolFeed;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.streams.config.BallastConfig;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;

/** The applications on Kafka that are measured against one another. */
public enum Contestant {
    PASS_THROUGH("pass-through") {
        @Override
        public MeasuredApplication start(Bench bench, BallastConfig config) {
            return new PlainStreams(PassThrough.topology(config.topicPrefix(), bench.registry()), config);
        }

        @Override
        String outputTopic(String prefix) {
            return PassThrough.output(prefix);
        }

        @Override
        List<String> ownTopics(String prefix) {
            return List.of(PassThrough.output(prefix));
        }

        @Override
        boolean readsPositions() {
            return false;
        }
    },

    BALLAST("Ballast") {
        @Override
        public MeasuredApplication start(Bench bench, BallastConfig config) {
            return new Ballast(config);
        }

        @Override
        Slack slack() {
            return Slack.PROMISED;
        }
    },

    FOREIGN_KEY_JOIN("foreign-key join") {
        @Override
        public MeasuredApplication start(Bench bench, BallastConfig config) {
            return new PlainStreams(ForeignKeyJoin.topology(config.topicPrefix(), bench.registry()), config);
        }

        @Override
        String positionsTopic(String prefix) {
            return ForeignKeyJoin.positions(prefix);
        }

        @Override
        List<String> ownTopics(String prefix) {
            return List.of(ForeignKeyJoin.positions(prefix));
        }

        @Override
        void load(Feeder feeder, PoolFeed feed, String prefix) {
            Iterator<PlannedPosition> made = feed.plan().positions().iterator();
            feeder.deposit(
                    feed,
                    deposit -> feeder.sendSoon(
                            positionsTopic(prefix), made.next().id().getBytes(StandardCharsets.UTF_8), deposit));
        }

        @Override
        boolean revaluesAll() {
            return true;
        }
    },

    LOOP("loop over positions") {
        @Override
        public MeasuredApplication start(Bench bench, BallastConfig config) {
            return new PlainStreams(LoopOverPositions.topology(config.topicPrefix(), bench.registry()), config);
        }

        @Override
        boolean revaluesAll() {
            return true;
        }
    };

    private final String title;

    Contestant(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** Starts it, or starts it again where it left off. */
    public abstract MeasuredApplication start(Bench bench, BallastConfig config);

    /** Where its results come out. */
    String outputTopic(String prefix) {
        return Topic.POSITION_RISK.fullName(prefix);
    }

    /** Where it reads positions. */
    String positionsTopic(String prefix) {
        return Topic.POSITION_EVENTS.fullName(prefix);
    }

    /** Topics that it needs beside Ballast's. */
    List<String> ownTopics(String prefix) {
        return List.of();
    }

    /** Whether it looks at positions at all. */
    boolean readsPositions() {
        return true;
    }

    /** Writes the pool and its positions for it. */
    void load(Feeder feeder, PoolFeed feed, String prefix) {
        feeder.create(feed);
    }

    /** Whether it publishes every position at every tick, so that its results tell how far it is. */
    boolean revaluesAll() {
        return false;
    }

    /** How far what it published may be from the truth at the last tick. */
    Slack slack() {
        return Slack.NONE;
    }
}
