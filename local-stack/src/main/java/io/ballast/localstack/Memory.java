/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.localstack;

import io.ballast.localstack.problem.MemoryShortException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says beforehand, in words, what would else show as a killed process. Sizes are in megabytes of 2^20 bytes. */
final class Memory {
    /** The broker by itself uses some 40 MB of heap; below this it and its caller are at each other's throats. */
    static final long LEAST_HEAP = 128;

    /** What the registry's process needs beside its heap: classes, code, threads. */
    static final long REGISTRY_BESIDE_HEAP = 150;

    private static final Path MEMINFO = Path.of("/proc/meminfo");
    private static final Pattern AVAILABLE = Pattern.compile("MemAvailable:\\s+(\\d+) kB");

    private Memory() {}

    /** @throws MemoryShortException if this JVM or the machine has too little for a stack */
    static void require(int registryHeapMegabytes) {
        requireHeap(Runtime.getRuntime().maxMemory() >> 20);
        availableMegabytes().ifPresent(available -> requireAvailable(available, registryHeapMegabytes));
    }

    static void requireHeap(long maxHeap) {
        if (maxHeap < LEAST_HEAP) {
            throw new MemoryShortException("This JVM may use " + maxHeap + " MB of heap and the broker needs "
                    + LEAST_HEAP + " MB: give it more by -Xmx");
        }
    }

    static void requireAvailable(long available, int registryHeap) {
        long needed = registryHeap + REGISTRY_BESIDE_HEAP;
        if (available < needed) {
            throw new MemoryShortException("The machine has " + available + " MB of memory to spare and the schema"
                    + " registry needs " + needed + " MB: end other programs or lower the registry's heap");
        }
    }

    /** What the kernel thinks can be used without swapping; absent on other systems. */
    private static OptionalLong availableMegabytes() {
        try {
            Matcher matcher = AVAILABLE.matcher(Files.readString(MEMINFO));
            return matcher.find() ? OptionalLong.of(Long.parseLong(matcher.group(1)) >> 10) : OptionalLong.empty();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}
