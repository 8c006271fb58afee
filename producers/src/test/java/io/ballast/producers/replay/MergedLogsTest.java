/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.ballast.producers.pools.PoolCatalogue;
import io.ballast.schema.DeadLetter;
import io.ballast.schema.PriceTick;
import io.ballast.schemas.catalogue.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several files of logs are one chain. */
class MergedLogsTest {

    @TempDir
    private Path folder;

    private final List<Path> files = new ArrayList<>();

    private void file(String... lines) throws IOException {
        files.add(Files.write(folder.resolve(files.size() + ".jsonl"), List.of(lines)));
    }

    private Replayed replayed() {
        return Replayed.of(
                new LogReplayOptions(files, PoolCatalogue.empty(1), Optional.empty(), SnapshotRequest.none()));
    }

    @Test
    void theOrderIsTheChainsAndNotThatOfTheFiles() throws IOException {
        file(LogLines.sync(2, 1), LogLines.sync(4, 0));
        file(LogLines.pairCreated(1), LogLines.sync(2, 0), LogLines.sync(2, 2), LogLines.sync(3, 0));

        assertThat(replayed().sink().values(Topic.PRICE_TICKS, PriceTick.class))
                .extracting(PriceTick::getBlockNumber, PriceTick::getLogIndex)
                .containsExactly(tuple(2L, 0), tuple(2L, 1), tuple(2L, 2), tuple(3L, 0), tuple(4L, 0));
    }

    @Test
    void whatIsInTwoFilesIsTakenOnce() throws IOException {
        file(LogLines.pairCreated(1), LogLines.sync(2, 0));
        file(LogLines.pairCreated(1), LogLines.sync(2, 0));

        assertThat(replayed().sink().values(Topic.PRICE_TICKS, PriceTick.class)).hasSize(1);
        assertThat(replayed().summary().repeats()).isEqualTo(2);
    }

    @Test
    void aRecordedStreamGoesOnInTheNextFileWithTakingBack() throws IOException {
        file(LogLines.pairCreated(1), LogLines.sync(2, 1, 0, false), LogLines.sync(3, 1, 0, false));
        file(LogLines.sync(3, 1, 0, true), LogLines.sync(3, 2, 0, false));

        assertThat(replayed().sink().values(Topic.PRICE_TICKS, PriceTick.class))
                .extracting(PriceTick::getBlockNumber, PriceTick::getRemoved)
                .containsExactly(tuple(2L, false), tuple(3L, false), tuple(3L, true), tuple(3L, false));
    }

    @Test
    void aBrokenLineStaysInItsPlace() throws IOException {
        file(LogLines.pairCreated(1), LogLines.sync(2, 0), "broken", LogLines.sync(4, 0));
        file(LogLines.sync(3, 0));

        Replayed replayed = replayed();

        assertThat(replayed.sink().values(Topic.PRICE_TICKS, PriceTick.class))
                .extracting(PriceTick::getBlockNumber)
                .containsExactly(2L, 3L, 4L);
        assertThat(replayed.sink().values(Topic.DEAD_LETTERS, DeadLetter.class))
                .singleElement()
                .satisfies(letter -> assertThat(letter.getSourceFile()).contains("0.jsonl"));
    }

    /** Of an export by ranges of blocks there may be more files than a process may have open. */
    @Test
    void ofFilesThatFollowEachOtherFewAreOpenAtOnce() throws IOException {
        Path open = Path.of("/proc/self/fd");
        assumeTrue(Files.isDirectory(open), "this system does not tell what is open");
        for (int block = 1; block <= 20; block++) {
            file(LogLines.sync(block, 0), LogLines.sync(block, 1));
        }
        List<Long> opened = new ArrayList<>();

        try (LogFiles logs = new LogFiles(files)) {
            logs.inOrder().forEachRemaining(line -> opened.add(openFiles(open)));
        }

        assertThat(opened).hasSize(40).allSatisfy(count -> assertThat(count).isLessThanOrEqualTo(2));
    }

    private long openFiles(Path descriptors) {
        try (Stream<Path> all = Files.list(descriptors)) {
            return all.filter(this::isOurs).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isOurs(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).startsWith(folder);
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }
}
