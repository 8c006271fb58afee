/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.demo;

import io.ballast.cli.CliContext;
import io.ballast.cli.OutputFormat;
import io.ballast.cli.terminal.Frame;
import io.ballast.producers.simulator.SimulationProgress;
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
    private final DemoParts parts;
    private final Meter ticks = new Meter();
    private final Meter risk = new Meter();
    private final long beginNanos = System.nanoTime();

    /** Waits; says whether the demo was told to end meanwhile. */
    @FunctionalInterface
    interface Pause {
        boolean await(Duration duration) throws InterruptedException;
    }

    DemoLoop(CliContext context, DemoView view, RiskBoard board, DemoParts parts) {
        this.context = context;
        this.view = view;
        this.board = board;
        this.parts = parts;
    }

    /**
     * @return the last figures
     * @throws io.ballast.cli.CommandFailed if a part fails meanwhile
     */
    DemoFigures run(DemoPlan plan, Pause pause) throws InterruptedException {
        Optional<Frame> frame = redraws() ? Optional.of(new Frame(context.terminal())) : Optional.empty();
        Duration nextLine = LINE;
        boolean told = false;
        while (!told && !plan.isOver(elapsed())) {
            told = pause.await(step(plan));
            parts.requireHealthy();
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
        SimulationProgress progress = parts.market().progress();
        return new DemoFigures(
                seconds,
                BookTotals.of(board),
                DemoFigures.top(board),
                progress.ticks(),
                ticks.rate(seconds, progress.ticks()),
                risk.rate(seconds, board.riskRecords()),
                board.latencies().percentile(MEDIAN),
                board.latencies().percentile(NEARLY_ALL),
                parts.application().counters().deadLetters());
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - beginNanos);
    }
}
