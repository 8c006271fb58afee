/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli;

import io.ballast.cli.config.StateFolder;
import java.util.Locale;
import java.util.Map;

/** Tells logback.xml where the log goes and what the screen shows. Must run before the first logger exists. */
final class Logging {
    static final String FILE_PROPERTY = "ballast.log.file";
    static final String SCREEN_PROPERTY = "ballast.log.screen";
    static final String LEVEL_PROPERTY = "ballast.log.level";
    static final String FORM_PROPERTY = "ballast.log.form";

    private static final String FORM_VARIABLE = "BALLAST_LOG_FORM";

    private Logging() {}

    /**
     * <p>System properties that are set already stay: {@code BALLAST_JAVA_OPTS=-Dballast.log.file=…} moves the log.
     *
     * @param environment  of which the user's state folder depends, and whether the screen is for people or, with
     *     {@code BALLAST_LOG_FORM=json}, for programs
     * @param verbose  our own lines from DEBUG on, also on the screen
     * @param service  a process that runs until it is stopped: its INFO lines are its sign of life
     */
    static void configure(Map<String, String> environment, boolean verbose, boolean service) {
        setUnlessGiven(
                FILE_PROPERTY,
                StateFolder.of(environment).resolve("ballast.log").toString());
        setUnlessGiven(SCREEN_PROPERTY, verbose ? "DEBUG" : service ? "INFO" : "WARN");
        setUnlessGiven(LEVEL_PROPERTY, verbose ? "DEBUG" : "INFO");
        setUnlessGiven(
                FORM_PROPERTY, environment.getOrDefault(FORM_VARIABLE, "TEXT").toUpperCase(Locale.ROOT));
    }

    private static void setUnlessGiven(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
