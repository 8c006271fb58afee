/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.doctor;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.ballast.cli.CliContext;
import io.ballast.cli.ExitCode;
import io.ballast.cli.OutputFormat;
import io.ballast.cli.cluster.Cluster;
import io.ballast.cli.config.Settings;
import io.ballast.cli.terminal.Table;
import io.ballast.cli.terminal.Table.Column;
import io.ballast.schemas.serde.RegistryClients;
import io.ballast.streams.config.BallastConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigException;
import picocli.CommandLine.Command;

/** {@code ballast doctor}: what is missing on this machine. */
@Command(name = "doctor", description = "Says what is missing on this machine; exit code 1 if something needed is.")
public final class DoctorCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final CliContext context;

    public DoctorCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        List<Finding> findings = checks().stream().map(Check::look).collect(Collectors.toList());
        print(findings);
        boolean missing = findings.stream().anyMatch(finding -> finding.state() == Finding.State.MISSING);
        return missing ? ExitCode.FAILED : ExitCode.OK;
    }

    private List<Check> checks() {
        ProcessProbe probe = new ProcessProbe(PATIENCE);
        List<Check> checks = new ArrayList<>();
        checks.add(new JavaCheck(Runtime.version()));
        checks.add(new MavenCheck(probe));
        checks.add(new MemoryCheck(AvailableMemory.bytes()));
        checks.add(new DiskCheck(Path.of(System.getProperty("java.io.tmpdir"))));
        checks.add(new PortCheck("the local stack", 0));
        checks.add(new RegistryArchiveCheck());
        checks.add(new DockerCheck(probe));
        checks.addAll(clusterChecks());
        return checks;
    }

    /** Of the cluster that is configured; without one there is nothing to look at. */
    private List<Check> clusterChecks() {
        BallastConfig config;
        try {
            config = Settings.of(context).config();
        } catch (ConfigException wrong) {
            return List.of(() -> Finding.missing("settings", wrong.getMessage()));
        }
        List<Check> checks = new ArrayList<>();
        if (Cluster.isConfigured(config)) {
            checks.add(new ClusterCheck(config));
        }
        if (config.registry().containsKey(RegistryClients.URL)) {
            checks.add(new SchemaRegistryCheck(config));
        }
        return checks;
    }

    private void print(List<Finding> findings) {
        if (context.options().output() == OutputFormat.json) {
            ArrayNode document = JsonNodeFactory.instance.arrayNode();
            findings.forEach(finding -> document.addObject()
                    .put("check", finding.subject())
                    .put("state", finding.state().name())
                    .put("detail", finding.detail()));
            context.terminal().out().println(document.toPrettyString());
            return;
        }
        Table table = new Table(Column.text("CHECK"), Column.text("STATE"), Column.text("DETAIL"));
        findings.forEach(finding -> table.row(finding.subject(), finding.state(), finding.detail()));
        table.lines().forEach(context.terminal().out()::println);
    }
}
