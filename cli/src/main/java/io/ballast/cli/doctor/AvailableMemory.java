/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.doctor;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How much memory programs can still take here, container limits counted in. */
final class AvailableMemory {
    private static final Pattern MEM_AVAILABLE = Pattern.compile("^MemAvailable:\\s+(\\d+) kB", Pattern.MULTILINE);

    private AvailableMemory() {}

    static long bytes() {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        // The bean knows the container's limit but counts caches as used; the kernel's own figure is the reverse.
        long available = ofKernel().orElse(system.getFreeMemorySize());
        return Math.min(available, system.getTotalMemorySize());
    }

    private static OptionalLong ofKernel() {
        try {
            return parse(Files.readString(Path.of("/proc/meminfo")));
        } catch (IOException noSuchFile) {
            return OptionalLong.empty();
        }
    }

    static OptionalLong parse(String meminfo) {
        Matcher matcher = MEM_AVAILABLE.matcher(meminfo);
        return matcher.find() ? OptionalLong.of(Long.parseLong(matcher.group(1)) * 1024) : OptionalLong.empty();
    }
}
