/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.localstack.registry;

import io.ballast.localstack.files.Folders;
import io.ballast.localstack.problem.RegistryMissingException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.examples.Expander;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * The registry's files in the cache folder, unpacked once for all stacks.
 *
 * <p>They are unpacked into a folder of their own, which is then renamed: a folder that bears the final name is whole, and
 * of two processes that unpack at once one wins and the other throws its work away.
 *
 * @param runner  the jar to start
 */
record UnpackedRegistry(Path runner) {
    private static final Duration LEFT_BEHIND = Duration.ofHours(1);

    /**
     * @param cache    folder to unpack into, created where needed
     * @param archive  where the archive is; asked only if nothing is unpacked yet
     * @throws RegistryMissingException if the archive cannot be read or the folder cannot be written
     */
    static UnpackedRegistry in(Path cache, Supplier<Path> archive) {
        Path home = cache.resolve("registry-" + RegistryArchive.version());
        if (!Files.isDirectory(home)) {
            unpack(archive.get(), home);
        }
        Path runner = home.resolve("apicurio-registry-app-" + RegistryArchive.version() + "-runner.jar");
        if (!Files.isRegularFile(runner)) {
            throw new RegistryMissingException(
                    "The unpacked schema registry is damaged, " + runner + " is missing: delete " + home);
        }
        return new UnpackedRegistry(runner);
    }

    private static void unpack(Path archive, Path home) {
        Path unfinished = null;
        try {
            Files.createDirectories(home.getParent());
            String prefix = home.getFileName() + ".unpacking-";
            Folders.deleteOld(home.getParent(), prefix, LEFT_BEHIND, folder -> false);
            unfinished = Files.createTempDirectory(home.getParent(), prefix);
            expand(archive, unfinished);
            publish(unfinished, home);
        } catch (IOException e) {
            throw (RegistryMissingException) new RegistryMissingException(
                            "Cannot unpack the schema registry from " + archive + " to " + home + ": " + e.getMessage())
                    .initCause(e);
        } finally {
            Optional.ofNullable(unfinished).filter(Files::exists).ifPresent(Folders::delete);
        }
    }

    private static void expand(Path archive, Path target) throws IOException {
        try (InputStream file = new BufferedInputStream(Files.newInputStream(archive));
                TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(file))) {
            // Refuses entries that would lie outside the target.
            new Expander().expand(tar, target);
        }
    }

    private static void publish(Path unfinished, Path home) throws IOException {
        try {
            Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!Files.isDirectory(home)) {
                throw e;
            }
        }
    }
}
