/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.demo;

import io.ballast.cli.CliContext;
import io.ballast.cli.CommandFailed;
import io.ballast.cli.OutputFormat;
import io.ballast.cli.config.Settings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A demo: played from its start on, and from there anew each time that somebody goes back in it. */
final class DemoRun {
    private final CliContext context;
    private final Settings settings;
    private final InstantSource clock = InstantSource.system();
    private final CountDownLatch stop = new CountDownLatch(1);
    private final long beginNanos = System.nanoTime();

    DemoRun(CliContext context, Settings settings) {
        this.context = context;
        this.settings = settings;
    }

    /** @throws CommandFailed if a part fails, or not one figure has come out */
    void run(DemoPlan plan) {
        context.interruption().onSignal(stop::countDown);
        MarketPlayer player = new MarketPlayer("simulated market, seed " + plan.seed(), clock);
        try {
            play(plan, player);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CommandFailed("interrupted", interrupted);
        } catch (TimeoutException late) {
            throw new CommandFailed(
                    "the topology did not start within " + DemoStage.START_PATIENCE.toSeconds() + " s", late);
        }
    }

    private void play(DemoPlan plan, MarketPlayer player) throws InterruptedException, TimeoutException {
        DemoStage stage = new DemoStage(context, settings, player, clock);
        DemoLoop.Pause pause = duration -> pause(duration, player);
        DemoFigures last = stage.play(plan, pause);
        long records = stage.board().riskRecords();
        while (player.goesBack() && !isTold() && !plan.isOver(elapsed())) {
            stage.say("going back …");
            last = stage.play(plan.after(elapsed()), pause);
            records += stage.board().riskRecords();
        }
        finish(last, stage, records);
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - beginNanos);
    }

    private boolean isTold() {
        return stop.getCount() == 0;
    }

    /** True when the demo was told to end meanwhile, or to go back. */
    private boolean pause(Duration duration, MarketPlayer player) throws InterruptedException {
        return stop.await(duration.toNanos(), TimeUnit.NANOSECONDS) || player.goesBack();
    }

    private void finish(DemoFigures last, DemoStage stage, long records) {
        if (context.options().output() == OutputFormat.json) {
            context.terminal().out().println(last.json());
        } else {
            new DemoView(stage.board(), "")
                    .summary(last)
                    .forEach(context.terminal().out()::println);
        }
        if (records == 0) {
            throw new CommandFailed("not one record of position-risk came out");
        }
        stage.say("stopping …");
    }
}
