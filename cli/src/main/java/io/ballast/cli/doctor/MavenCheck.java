/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.doctor;

import java.lang.module.ModuleDescriptor.Version;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Maven, which builds this command out of its sources; a built one runs without. */
final class MavenCheck implements Check {
    private static final Version NEEDED = Version.parse("3.8.7");
    private static final Pattern VERSION = Pattern.compile("Apache Maven (\\d+(?:\\.\\d+)*)");

    private final ProcessProbe probe;

    MavenCheck(ProcessProbe probe) {
        this.probe = probe;
    }

    @Override
    public Finding look() {
        return assess(probe.firstLine(List.of("mvn", "-B", "-v")));
    }

    static Finding assess(Optional<String> answer) {
        if (answer.isEmpty()) {
            return Finding.warning("maven", "mvn does not answer; it is needed to build, not to run what is built");
        }
        Matcher matcher = VERSION.matcher(answer.get());
        if (!matcher.find()) {
            return Finding.warning("maven", "mvn answers '" + answer.get() + "', which does not look like Maven");
        }
        boolean recent = Version.parse(matcher.group(1)).compareTo(NEEDED) >= 0;
        return recent
                ? Finding.ok("maven", matcher.group(1))
                : Finding.warning("maven", matcher.group(1) + "; " + NEEDED + " or later is needed to build");
    }
}
