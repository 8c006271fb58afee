/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.command;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** All of it with the defaults, one after the other. */
@Command(
        name = "all",
        description = "Everything with its defaults: takes an hour or so.",
        mixinStandardHelpOptions = true)
public final class EveryCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine root = spec.parent().commandLine();
        int worst = 0;
        for (String one :
                List.of("micro", "pipeline", "latency", "kill", "instances", "alerts", "desk-clients", "desk-book")) {
            worst = Math.max(worst, root.execute(one));
        }
        return worst;
    }
}
