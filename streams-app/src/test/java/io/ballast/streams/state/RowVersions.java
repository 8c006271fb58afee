/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The committed list of what versions stored rows have had. */
final class RowVersions {

    static final Path FILE = Path.of("src", "test", "resources", "row-versions.txt");

    private static final int HEXADECIMAL = 16;

    private RowVersions() {}

    /** Fingerprints by the row's name, the newest last. */
    static Map<String, List<Long>> read() throws IOException {
        Map<String, List<Long>> versions = new TreeMap<>();
        for (String line : Files.readAllLines(FILE)) {
            if (!line.startsWith("#")) {
                List<String> words = List.of(line.split(" "));
                versions.put(
                        words.get(0),
                        words.stream()
                                .skip(1)
                                .map(text -> Long.parseUnsignedLong(text, HEXADECIMAL))
                                .toList());
            }
        }
        return versions;
    }
}
