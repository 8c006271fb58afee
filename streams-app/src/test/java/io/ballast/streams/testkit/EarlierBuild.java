/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The application as an earlier build of it: its own jars, started as its users start it.
 *
 * @param jars  folder of them, {@code cli/target/app/lib} of that build
 */
public record EarlierBuild(Path jars) {

    /** Names the folder. */
    public static final String PROPERTY = "ballast.previous.lib";

    private static final String PROGRAM = "io.ballast.cli.Ballast";

    /** Empty: none is given. */
    public static Optional<EarlierBuild> given() {
        return Optional.ofNullable(System.getProperty(PROPERTY)).map(Path::of).map(EarlierBuild::new);
    }

    public EarlierBuild {
        if (!Files.isDirectory(jars)) {
            throw new IllegalArgumentException(PROPERTY + ": no folder " + jars.toAbsolutePath());
        }
    }

    /** Starts an instance of the topology; its output goes to a file. */
    public Process start(Map<String, String> settings, Path log) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("run", "streams"));
        settings.forEach((key, value) -> arguments.addAll(List.of("--set", key + "=" + value)));
        return ChildJvm.start(PROGRAM, jars.resolve("*").toString(), List.of("-Xmx256m"), arguments, log);
    }
}
