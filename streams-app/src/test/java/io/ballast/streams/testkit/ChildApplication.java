/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.testkit;

import io.ballast.streams.RiskApplication;
import io.ballast.streams.config.BallastConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The application in a process of its own, which a test can kill. Settings are its arguments, {@code key=value}. */
public final class ChildApplication {

    private ChildApplication() {}

    public static void main(String[] settings) throws InterruptedException {
        Map<String, String> flags = new java.util.HashMap<>();
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            flags.put(setting.substring(0, equals), setting.substring(equals + 1));
        }
        System.exit(RiskApplication.run(BallastConfig.load(Optional.empty(), Map.of(), flags)));
    }

    /** Starts one; its output goes to a file. */
    public static Process start(Map<String, String> settings, Path log) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                ChildApplication.class.getName()));
        settings.forEach((key, value) -> command.add(key + "=" + value));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }
}
