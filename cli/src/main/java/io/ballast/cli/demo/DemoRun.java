/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.demo;

import io.ballast.cli.CliContext;
import io.ballast.cli.CommandFailed;
import io.ballast.cli.OutputFormat;
import io.ballast.cli.config.Settings;
import io.ballast.cli.desk.Desks;
import io.ballast.cli.stack.PreparedStack;
import io.ballast.cli.stack.TemporaryFolder;
import io.ballast.cli.watch.TopicTail;
import io.ballast.desk.Desk;
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
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.avro.specific.SpecificRecord;

/** One demo: a stack of its own, the topology, a simulated market, and somebody who looks at the topics. */
final class DemoRun {
    private static final int PARTITIONS = 3;
    private static final Duration START_PATIENCE = Duration.ofSeconds(60);

    private final CliContext context;
    private final Settings settings;
    private final InstantSource clock = InstantSource.system();
    private final RiskBoard board = new RiskBoard();
    private final CountDownLatch stop = new CountDownLatch(1);

    DemoRun(CliContext context, Settings settings) {
        this.context = context;
        this.settings = settings;
    }

    /** @throws CommandFailed if a part fails, or not one figure has come out */
    void run(DemoPlan plan) {
        context.interruption().onSignal(stop::countDown);
        say("starting broker, schema registry and topology …");
        try (TemporaryFolder state = TemporaryFolder.create("ballast-demo-");
                PreparedStack stack = PreparedStack.start(
                        LocalStackOptions.defaults(),
                        TopicPlan.keepingEverything(settings.config().topicPrefix(), PARTITIONS))) {
            run(plan, stack, config(stack, state));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CommandFailed("interrupted", interrupted);
        } catch (TimeoutException late) {
            throw new CommandFailed("the topology did not start within " + START_PATIENCE.toSeconds() + " s", late);
        }
    }

    private void run(DemoPlan plan, PreparedStack stack, BallastConfig config)
            throws InterruptedException, TimeoutException {
        MarketPlayer player = new MarketPlayer("simulated market, seed " + plan.seed(), clock);
        try (RiskApplication application = RiskApplication.start(config);
                Desk desk = Desks.startSomewhere(config, stack.registry(), clock, player)) {
            application.awaitRunning(START_PATIENCE);
            say("the desk is at " + desk.address());
            new DemoHedges(stack, config.topicPrefix(), clock.instant()).write();
            finish(watch(plan, stack, application, desk, player));
        }
    }

    private BallastConfig config(PreparedStack stack, TemporaryFolder state) {
        Map<String, String> decided = new HashMap<>(stack.settings());
        decided.put(BallastKeys.STATE_DIR, state.path().toString());
        decided.put(PublicationKeys.OWNERS_FILE, DemoOwners.write(state.path()).toString());
        return settings.configWith(decided);
    }

    private DemoFigures watch(
            DemoPlan plan, PreparedStack stack, RiskApplication application, Desk desk, MarketPlayer player)
            throws InterruptedException {
        String prefix = settings.config().topicPrefix();
        SimulationOptions options = plan.simulation(clock.instant());
        player.begin(options.tradingStart());
        try (TopicFeed<PoolDefinition> pools = feed(stack, Topic.POOLS, prefix, PoolDefinition.class, board::pool);
                TopicFeed<PositionRisk> risk =
                        feed(stack, Topic.POSITION_RISK, prefix, PositionRisk.class, this::accept);
                SimulatedMarket market = SimulatedMarket.start(options, stack, prefix, clock, player)) {
            DemoParts parts = new DemoParts(stack, application, market, List.of(pools, risk));
            return new DemoLoop(context, new DemoView(board, desk.address()), board, parts).run(plan, this::pause);
        }
    }

    private <T extends SpecificRecord> TopicFeed<T> feed(
            PreparedStack stack, Topic topic, String prefix, Class<T> type, TopicFeed.Listener<T> listener) {
        TopicTail tail = TopicTail.open(stack.kafka(), topic.fullName(prefix), true);
        return TopicFeed.start(tail, new AvroDeserializer<>(type, stack.registry()), listener);
    }

    /** Simulated time is real time here: what has passed since the block is what the way to us took. */
    private void accept(String positionId, PositionRisk risk) {
        board.risk(positionId, risk);
        if (risk != null) {
            Instant blockTime = risk.getEventTime();
            board.latencies().add(Duration.between(blockTime, clock.instant()).toMillis());
        }
    }

    /** True when the demo was told to end meanwhile. */
    private boolean pause(Duration duration) throws InterruptedException {
        return stop.await(duration.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void finish(DemoFigures last) {
        if (context.options().output() == OutputFormat.json) {
            context.terminal().out().println(last.json());
        } else {
            new DemoView(board, "").summary(last).forEach(context.terminal().out()::println);
        }
        if (board.riskRecords() == 0) {
            throw new CommandFailed("not one record of position-risk came out");
        }
        say("stopping …");
    }

    private void say(String what) {
        context.terminal().err().println("ballast: " + what);
    }
}
