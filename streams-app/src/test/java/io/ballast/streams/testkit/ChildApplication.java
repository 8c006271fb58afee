/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.testkit;

import io.ballast.streams.RiskApplication;
import io.ballast.streams.config.BallastConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The application in a process of its own, which a test can kill. Settings are its arguments, {@code key=value}. */
public final class ChildApplication {

    private ChildApplication() {}

    public static void main(String[] settings) throws InterruptedException {
        Map<String, String> flags = new HashMap<>();
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            flags.put(setting.substring(0, equals), setting.substring(equals + 1));
        }
        System.exit(RiskApplication.run(BallastConfig.load(Optional.empty(), Map.of(), flags)));
    }

    /** Starts one; its output goes to a file. */
    public static Process start(Map<String, String> settings, Path log) throws IOException {
        return start(ChildApplication.class, List.of("-Xmx256m", "-Drestoration.level=INFO"), settings, log);
    }

    /**
     * Starts one by a program that does something else besides.
     *
     * @param program  its main class, which takes the arguments that this one takes
     * @param jvm  options of its JVM
     */
    static Process start(Class<?> program, List<String> jvm, Map<String, String> settings, Path log)
            throws IOException {
        List<String> arguments = new ArrayList<>();
        settings.forEach((key, value) -> arguments.add(key + "=" + value));
        return ChildJvm.start(program, jvm, arguments, log);
    }
}
