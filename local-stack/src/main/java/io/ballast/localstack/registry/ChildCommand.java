/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.localstack.registry;

import io.ballast.localstack.registry.child.RegistryChild;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;

/** Builds the registry's process: its class path, settings and environment. */
final class ChildCommand {
    /** Others could change the registry's settings behind our back. */
    private static final Set<String> KEPT_VARIABLES =
            Set.of("PATH", "HOME", "LANG", "LC_ALL", "TZ", "TMPDIR", "TEMP", "TMP", "SystemRoot", "USERPROFILE");

    /** Schemas are in a file, written through at once: an id that a producer has used must not be lost by a crash. */
    private static final String DATABASE = "jdbc:h2:file:./schemas;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";

    private ChildCommand() {}

    /**
     * @param registry  what to run
     * @param folder    its working folder, where database and log lie
     * @param log       where its output goes
     */
    static ProcessBuilder of(UnpackedRegistry registry, Path folder, Path log, int port, int heapMegabytes)
            throws IOException {
        Path classes = folder.resolve("launcher");
        copyLauncher(classes);
        ProcessBuilder command = new ProcessBuilder(List.of(
                        java(),
                        "-Xmx" + heapMegabytes + "m",
                        "-XX:+UseSerialGC",
                        // It lives for minutes and answers a few requests: starting counts, not peak speed.
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-Dquarkus.http.host=127.0.0.1",
                        "-Dquarkus.http.port=" + port,
                        "-DREGISTRY_DATASOURCE_URL=" + DATABASE,
                        "-Dquarkus.datasource.jdbc.initial-size=1",
                        "-Dquarkus.datasource.jdbc.min-size=1",
                        "-Dquarkus.datasource.jdbc.max-size=8",
                        "-cp",
                        classes + File.pathSeparator + registry.runner(),
                        RegistryChild.class.getName()))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        command.environment().keySet().retainAll(KEPT_VARIABLES);
        return command;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** That one class alone: our jar on the registry's class path would bring others with it. */
    private static void copyLauncher(Path classes) throws IOException {
        String name = RegistryChild.class.getName().replace('.', '/') + ".class";
        Path target = classes.resolve(name);
        Files.createDirectories(target.getParent());
        try (InputStream in = RegistryChild.class.getResourceAsStream("/" + name)) {
            Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
