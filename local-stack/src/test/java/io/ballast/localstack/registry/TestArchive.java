/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.localstack.registry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Small archives in the shape of the registry's. */
final class TestArchive {
    private TestArchive() {}

    static Path whole(Path folder) throws IOException {
        return with(
                folder,
                "apicurio-registry-app-" + RegistryArchive.version() + "-runner.jar",
                "runner",
                "lib/a.jar",
                "library");
    }

    /** An archive of entries, name and content by turns. */
    static Path with(Path folder, String... entries) throws IOException {
        Path archive = folder.resolve("archive.tar.gz");
        try (TarArchiveOutputStream tar =
                new TarArchiveOutputStream(new GZIPOutputStream(Files.newOutputStream(archive)))) {
            for (int i = 0; i < entries.length; i += 2) {
                byte[] content = entries[i + 1].getBytes(StandardCharsets.UTF_8);
                TarArchiveEntry entry = new TarArchiveEntry(entries[i], true);
                entry.setSize(content.length);
                tar.putArchiveEntry(entry);
                tar.write(content);
                tar.closeArchiveEntry();
            }
        }
        return archive;
    }
}
