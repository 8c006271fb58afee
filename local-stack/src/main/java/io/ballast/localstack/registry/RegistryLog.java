/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.localstack.registry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The registry's output: this start's, and the one before.
 *
 * @param file  this start's
 */
record RegistryLog(Path file) {
    private static final int TAIL_LINES = 15;

    /** Keeps the output of the start before beside the new one. */
    static RegistryLog anewIn(Path folder) throws IOException {
        Path file = folder.resolve("registry.log");
        if (Files.exists(file)) {
            Files.move(file, folder.resolve("registry.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        return new RegistryLog(file);
    }

    boolean mentions(String words) {
        return text().contains(words);
    }

    /** The last lines, for a message. */
    String tail() {
        List<String> lines = text().lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
    }

    private String text() {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "(" + file + " cannot be read: " + e.getMessage() + ")";
        }
    }
}
