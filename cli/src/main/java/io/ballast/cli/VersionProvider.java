/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli;

import io.ballast.monitoring.BuildInfo;
import picocli.CommandLine.IVersionProvider;

/** Version and revision, in one line. */
final class VersionProvider implements IVersionProvider {
    @Override
    public String[] getVersion() {
        BuildInfo build = Build.info();
        return new String[] {"ballast " + build.version() + " (" + build.revision() + ")"};
    }
}
