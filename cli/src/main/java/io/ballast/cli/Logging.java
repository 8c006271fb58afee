/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli;

import java.nio.file.Path;
import java.util.Map;

/** Tells logback.xml where the log goes and what the screen shows. Must run before the first logger exists. */
final class Logging {
    static final String FILE_PROPERTY = "ballast.log.file";
    static final String SCREEN_PROPERTY = "ballast.log.screen";
    static final String LEVEL_PROPERTY = "ballast.log.level";

    private Logging() {}

    /**
     * @param environment  BALLAST_LOG_FILE names the file; otherwise it lies in the user's state folder
     * @param verbose  our own lines from DEBUG on, also on the screen
     * @param service  a process that runs until it is stopped: its INFO lines are its sign of life
     */
    static void configure(Map<String, String> environment, boolean verbose, boolean service) {
        setUnlessGiven(FILE_PROPERTY, file(environment).toString());
        setUnlessGiven(SCREEN_PROPERTY, verbose ? "DEBUG" : service ? "INFO" : "WARN");
        setUnlessGiven(LEVEL_PROPERTY, verbose ? "DEBUG" : "INFO");
    }

    static Path file(Map<String, String> environment) {
        String given = environment.getOrDefault("BALLAST_LOG_FILE", "");
        if (!given.isEmpty()) {
            return Path.of(given).toAbsolutePath();
        }
        String state = environment.getOrDefault("XDG_STATE_HOME", "");
        Path folder = state.isEmpty() ? Path.of(System.getProperty("user.home"), ".local", "state") : Path.of(state);
        return folder.resolve("ballast").resolve("ballast.log").toAbsolutePath();
    }

    private static void setUnlessGiven(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
