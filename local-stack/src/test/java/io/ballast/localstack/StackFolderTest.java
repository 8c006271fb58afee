/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.localstack.files.Folders;
import io.ballast.localstack.problem.FolderInUseException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackFolderTest {
    @TempDir
    private Path parent;

    @Test
    void keptFolderStaysAndCanBeHadAgain() {
        Path kept = parent.resolve("deep/kept");
        StackFolder.open(Optional.of(kept)).close();

        try (StackFolder again = StackFolder.open(Optional.of(kept))) {
            assertThat(again.path()).isDirectory();
        }
    }

    @Test
    void folderOfAnotherStackIsRefused() {
        try (StackFolder mine = StackFolder.open(Optional.of(parent))) {
            assertThatThrownBy(() -> StackFolder.open(Optional.of(mine.path())))
                    .isInstanceOf(FolderInUseException.class)
                    .hasMessageContaining(parent.toString());
            assertThat(FolderLock.isTaken(parent)).isTrue();
        }
        assertThat(FolderLock.isTaken(parent)).isFalse();
    }

    @Test
    void temporaryFolderGoes() {
        StackFolder temporary = StackFolder.open(Optional.empty());
        Path path = temporary.path();

        temporary.close();

        assertThat(path).doesNotExist();
    }

    @Test
    void foldersLeftBehindAreRemovedButNotThoseInUseNorYoungNorOthers() throws Exception {
        Path abandoned = aged("x-abandoned");
        Path used = aged("x-used");
        Path other = aged("y-other");
        Path young = Files.createDirectory(parent.resolve("x-young"));
        try (StackFolder inUse = StackFolder.open(Optional.of(used))) {
            Files.setLastModifiedTime(inUse.path(), anHourAgo());

            Folders.deleteOld(parent, "x-", Duration.ofMinutes(30), FolderLock::isTaken);
        }

        assertThat(abandoned).doesNotExist();
        assertThat(used).exists();
        assertThat(other).exists();
        assertThat(young).exists();
    }

    private Path aged(String name) throws Exception {
        Path folder = Files.createDirectory(parent.resolve(name));
        Files.writeString(folder.resolve("file"), "x");
        return Files.setLastModifiedTime(folder, anHourAgo());
    }

    private static FileTime anHourAgo() {
        return FileTime.from(Instant.now().minus(Duration.ofHours(1)));
    }
}
