/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.demo;

import io.ballast.cli.CliContext;
import io.ballast.cli.CommandFailed;
import io.ballast.cli.OutputFormat;
import io.ballast.cli.stack.PreparedStack;
import io.ballast.cli.terminal.Frame;
import io.ballast.producers.simulator.SimulationProgress;
import io.ballast.streams.RiskApplication;
import java.time.Duration;
import java.util.Optional;

/** Shows the figures until the time is over: redrawn on a terminal, a line now and then elsewhere. One thread. */
final class DemoLoop {
    private static final Duration REDRAW = Duration.ofMillis(500);
    private static final Duration LINE = Duration.ofSeconds(5);
    private static final double MEDIAN = 0.5;
    private static final double NEARLY_ALL = 0.99;

    private final CliContext context;
    private final DemoView view;
    private final RiskBoard board;
    private final SimulatedMarket market;
    private final RiskApplication application;
    private final PreparedStack stack;
    private final Meter ticks = new Meter();
    private final Meter risk = new Meter();
    private final long beginNanos = System.nanoTime();

    /** Waits; says whether the demo was told to end meanwhile. */
    @FunctionalInterface
    interface Pause {
        boolean await(Duration duration) throws InterruptedException;
    }

    DemoLoop(
            CliContext context,
            DemoView view,
            RiskBoard board,
            SimulatedMarket market,
            RiskApplication application,
            PreparedStack stack) {
        this.context = context;
        this.view = view;
        this.board = board;
        this.market = market;
        this.application = application;
        this.stack = stack;
    }

    /**
     * @return the last figures
     * @throws CommandFailed if a part fails meanwhile
     */
    DemoFigures run(DemoPlan plan, Pause pause) throws InterruptedException {
        Optional<Frame> frame = redraws() ? Optional.of(new Frame(context.terminal())) : Optional.empty();
        Duration nextLine = LINE;
        boolean told = false;
        while (!told && !plan.isOver(elapsed())) {
            told = pause.await(step(plan));
            requireHealthy();
            DemoFigures figures = figures();
            if (frame.isPresent()) {
                frame.get().draw(view.screen(figures));
            } else if (elapsed().compareTo(nextLine) >= 0) {
                nextLine = nextLine.plus(LINE);
                show(figures);
            }
        }
        return figures();
    }

    private boolean redraws() {
        return context.terminal().outIsTerminal() && context.options().output() == OutputFormat.table;
    }

    private Duration step(DemoPlan plan) {
        Duration left = plan.duration().map(limit -> limit.minus(elapsed())).orElse(REDRAW);
        return left.compareTo(REDRAW) < 0 ? left : REDRAW;
    }

    private void show(DemoFigures figures) {
        boolean json = context.options().output() == OutputFormat.json;
        context.terminal().out().println(json ? figures.json() : view.line(figures));
    }

    private DemoFigures figures() {
        double seconds = elapsed().toNanos() / 1e9;
        SimulationProgress progress = market.progress();
        return new DemoFigures(
                seconds,
                BookTotals.of(board),
                DemoFigures.top(board),
                progress.ticks(),
                ticks.rate(seconds, progress.ticks()),
                risk.rate(seconds, board.riskRecords()),
                board.latencies().percentile(MEDIAN),
                board.latencies().percentile(NEARLY_ALL),
                application.counters().deadLetters());
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - beginNanos);
    }

    private void requireHealthy() {
        stack.failure().ifPresent(failure -> {
            throw new CommandFailed("the local stack failed: " + failure.part() + ": " + failure.message());
        });
        market.failure().ifPresent(failure -> {
            throw new CommandFailed("the simulator failed: " + failure.getMessage(), failure);
        });
        application.failure().ifPresent(failure -> {
            throw new CommandFailed("the topology failed: " + failure.getMessage(), failure);
        });
    }
}
