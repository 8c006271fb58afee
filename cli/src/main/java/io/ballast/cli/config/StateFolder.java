/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.config;

import java.nio.file.Path;
import java.util.Map;

/** Where this user's programs keep what should survive them: the XDG state folder. */
public final class StateFolder {
    private StateFolder() {}

    /** Our part of it; it need not exist. */
    public static Path of(Map<String, String> environment) {
        String state = environment.getOrDefault("XDG_STATE_HOME", "");
        Path folder = state.isEmpty() ? Path.of(System.getProperty("user.home"), ".local", "state") : Path.of(state);
        return folder.resolve("ballast").toAbsolutePath();
    }
}
