/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.testkit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** The application in a process of its own that takes all of its memory when it is told to, with the options of a container. */
public final class LeakingApplication {

    /** What the JVM ends with by that option. */
    public static final int OUT_OF_MEMORY = 3;

    /** Small, so that it is as often another thread that finds nothing left. */
    private static final int PIECE_BYTES = 1024;

    private LeakingApplication() {}

    public static void main(String[] settings) throws InterruptedException {
        Thread leak = new Thread(LeakingApplication::leakWhenTold, "leak");
        leak.setDaemon(true);
        leak.start();
        ChildApplication.main(settings);
    }

    private static void leakWhenTold() {
        Deque<byte[]> kept = new ArrayDeque<>();
        try {
            while (System.in.read() >= 0) {
                while (kept.size() >= 0) {
                    kept.add(new byte[PIECE_BYTES]);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("whoever started it is gone", e);
        }
    }

    public static Process start(Map<String, String> settings, Path log) throws IOException {
        return ChildApplication.start(
                LeakingApplication.class, List.of("-Xmx128m", "-XX:+ExitOnOutOfMemoryError"), settings, log);
    }

    public static void leak(Process process) throws IOException {
        process.getOutputStream().write('!');
        process.getOutputStream().flush();
    }
}
