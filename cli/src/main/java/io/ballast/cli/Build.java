/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli;

import io.ballast.monitoring.BuildInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** What the build wrote into the jar about itself. */
public final class Build {
    private Build() {}

    public static BuildInfo info() {
        Properties properties = new Properties();
        try (InputStream in = Build.class.getResourceAsStream("version.properties")) {
            properties.load(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read version.properties", unreadable);
        }
        return new BuildInfo(properties.getProperty("version"), properties.getProperty("revision"));
    }
}
