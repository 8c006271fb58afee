/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.testkit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program of the tests in a process of its own, with the class path of the tests. */
final class ChildJvm {

    private ChildJvm() {}

    /**
     * @param program  its main class
     * @param jvm  options of its JVM
     * @param log  takes what it prints, after what is there
     */
    static Process start(Class<?> program, List<String> jvm, List<String> arguments, Path log) throws IOException {
        return start(program.getName(), System.getProperty("java.class.path"), jvm, arguments, log);
    }

    /** One with a class path of its own. */
    static Process start(String program, String classPath, List<String> jvm, List<String> arguments, Path log)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm);
        command.addAll(List.of("-cp", classPath, program));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }
}
