/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.demo;

import io.ballast.cli.CliContext;
import io.ballast.cli.config.Settings;
import io.ballast.cli.desk.Desks;
import io.ballast.cli.stack.PreparedStack;
import io.ballast.cli.stack.TemporaryFolder;
import io.ballast.cli.watch.TopicTail;
import io.ballast.desk.Desk;
import io.ballast.desk.config.DeskKeys;
import io.ballast.localstack.LocalStackOptions;
import io.ballast.producers.simulator.SimulationOptions;
import io.ballast.schema.PoolDefinition;
import io.ballast.schema.PositionRisk;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.schemas.catalogue.TopicPlan;
import io.ballast.schemas.serde.AvroDeserializer;
import io.ballast.streams.RiskApplication;
import io.ballast.streams.config.BallastConfig;
import io.ballast.streams.config.BallastKeys;
import io.ballast.streams.config.PublicationKeys;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.apache.avro.specific.SpecificRecord;

/**
 * A demo, played once or more: each time a stack of its own, the topology, a simulated market, and somebody who looks at the topics, and
 * each time the same market from the same time on, with the desk where it was.
 */
final class DemoStage {
    static final Duration START_PATIENCE = Duration.ofSeconds(60);

    private static final int PARTITIONS = 3;

    /** As far ahead of the clock as anybody may leap: what has come then is as it should be. */
    private static final Duration LEAP = Duration.ofDays(365);

    private final CliContext context;
    private final Settings settings;
    private final MarketPlayer player;
    private final InstantSource clock;
    private RiskBoard board = new RiskBoard();
    private Instant start;
    private Integer deskPort;

    DemoStage(CliContext context, Settings settings, MarketPlayer player, InstantSource clock) {
        this.context = context;
        this.settings = settings;
        this.player = player;
        this.clock = clock;
    }

    /** What has been seen, this time. */
    RiskBoard board() {
        return board;
    }

    /**
     * @return the last figures
     * @throws TimeoutException if the topology does not start in time
     * @throws io.ballast.cli.CommandFailed if a part fails
     */
    DemoFigures play(DemoPlan plan, DemoLoop.Pause pause) throws InterruptedException, TimeoutException {
        say("starting broker, schema registry and topology …");
        board = new RiskBoard();
        try (TemporaryFolder state = TemporaryFolder.create("ballast-demo-");
                PreparedStack stack = PreparedStack.start(
                        LocalStackOptions.defaults(),
                        TopicPlan.keepingEverything(settings.config().topicPrefix(), PARTITIONS))) {
            return play(plan, pause, stack, config(stack, state));
        }
    }

    private DemoFigures play(DemoPlan plan, DemoLoop.Pause pause, PreparedStack stack, BallastConfig config)
            throws InterruptedException, TimeoutException {
        try (RiskApplication application = RiskApplication.start(config);
                Desk desk = Desks.startSomewhere(config, stack.registry(), clock, player)) {
            application.awaitRunning(START_PATIENCE);
            deskPort = URI.create(desk.address()).getPort();
            say("the desk is at " + desk.address());
            start = start == null ? clock.instant() : start;
            new DemoHedges(stack, config.topicPrefix(), start).write();
            return watch(plan, pause, stack, application, desk);
        }
    }

    private BallastConfig config(PreparedStack stack, TemporaryFolder state) {
        Map<String, String> decided = new HashMap<>(stack.settings());
        decided.put(BallastKeys.STATE_DIR, state.path().toString());
        decided.put(PublicationKeys.OWNERS_FILE, DemoOwners.write(state.path()).toString());
        decided.put(BallastKeys.FUTURE_SKEW_MS, Long.toString(LEAP.toMillis()));
        if (deskPort != null) {
            decided.put(DeskKeys.PORT, deskPort.toString());
        }
        return settings.configWith(decided);
    }

    private DemoFigures watch(
            DemoPlan plan, DemoLoop.Pause pause, PreparedStack stack, RiskApplication application, Desk desk)
            throws InterruptedException {
        String prefix = settings.config().topicPrefix();
        SimulationOptions options = plan.simulation(start);
        RiskBoard seen = board;
        player.begin(options.tradingStart());
        try (TopicFeed<PoolDefinition> pools = feed(stack, Topic.POOLS, prefix, PoolDefinition.class, seen::pool);
                TopicFeed<PositionRisk> risk = feed(
                        stack,
                        Topic.POSITION_RISK,
                        prefix,
                        PositionRisk.class,
                        (id, newest) -> accept(seen, id, newest));
                SimulatedMarket market = SimulatedMarket.start(options, stack, prefix, clock, player)) {
            DemoParts parts = new DemoParts(stack, application, market, List.of(pools, risk));
            return new DemoLoop(context, new DemoView(seen, desk.address()), seen, parts).run(plan, pause);
        }
    }

    private <T extends SpecificRecord> TopicFeed<T> feed(
            PreparedStack stack, Topic topic, String prefix, Class<T> type, TopicFeed.Listener<T> listener) {
        TopicTail tail = TopicTail.open(stack.kafka(), topic.fullName(prefix), true);
        return TopicFeed.start(tail, new AvroDeserializer<>(type, stack.registry()), listener);
    }

    /** Until somebody leaps simulated time is real time: what has passed since the block is what the way to us took. */
    private void accept(RiskBoard seen, String positionId, PositionRisk risk) {
        seen.risk(positionId, risk);
        if (risk != null) {
            Instant blockTime = risk.getEventTime();
            seen.latencies().add(Duration.between(blockTime, clock.instant()).toMillis());
        }
    }

    void say(String what) {
        context.terminal().err().println("ballast: " + what);
    }
}
