/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.localstack.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.localstack.problem.RegistryMissingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackedRegistryTest {
    @TempDir
    private Path folder;

    private Path cache;

    @BeforeEach
    void nameTheCache() {
        cache = folder.resolve("cache");
    }

    @Test
    void unpacksOnceAndThenNeedsNoArchive() throws Exception {
        Path archive = TestArchive.whole(folder);

        UnpackedRegistry first = UnpackedRegistry.in(cache, () -> archive);
        UnpackedRegistry second = UnpackedRegistry.in(cache, () -> {
            throw new AssertionError("asked for the archive again");
        });

        assertThat(second).isEqualTo(first);
        assertThat(first.runner()).hasContent("runner");
        assertThat(first.runner().resolveSibling("lib/a.jar")).hasContent("library");
        assertThat(names(cache)).containsExactly("registry-" + RegistryArchive.version());
    }

    @Test
    void manyAtOnceAllGetAWholeOne() throws Exception {
        Path archive = TestArchive.whole(folder);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<UnpackedRegistry>> unpacked = IntStream.range(0, 8)
                    .mapToObj(i -> threads.submit(() -> UnpackedRegistry.in(cache, () -> archive)))
                    .toList();
            for (Future<UnpackedRegistry> one : unpacked) {
                assertThat(one.get().runner()).hasContent("runner");
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(names(cache)).containsExactly("registry-" + RegistryArchive.version());
    }

    @Test
    void truncatedArchiveLeavesNothingThatLooksWhole() throws Exception {
        Path archive = TestArchive.whole(folder);
        byte[] bytes = Files.readAllBytes(archive);
        Files.write(archive, Arrays.copyOf(bytes, bytes.length / 2));

        assertThatThrownBy(() -> UnpackedRegistry.in(cache, () -> archive))
                .isInstanceOf(RegistryMissingException.class)
                .hasMessageContaining(archive.toString());

        assertThat(names(cache)).isEmpty();
    }

    @Test
    void entryThatWouldLieOutsideIsRefused() throws Exception {
        Path archive = TestArchive.with(folder, "../outside", "x");

        assertThatThrownBy(() -> UnpackedRegistry.in(cache, () -> archive))
                .isInstanceOf(RegistryMissingException.class);

        assertThat(folder.resolve("outside")).doesNotExist();
        assertThat(cache.resolve("outside")).doesNotExist();
    }

    @Test
    void damagedFolderIsNamedSoThatItCanBeDeleted() throws Exception {
        Path archive = TestArchive.whole(folder);
        Files.delete(UnpackedRegistry.in(cache, () -> archive).runner());

        assertThatThrownBy(() -> UnpackedRegistry.in(cache, () -> archive))
                .isInstanceOf(RegistryMissingException.class)
                .hasMessageContaining("delete " + cache);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
