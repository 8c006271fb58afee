/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.producers.replay.market.InstrumentNames;
import io.ballast.schema.DeadLetter;
import io.ballast.schema.PriceTick;
import io.ballast.schemas.catalogue.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.io.TempDir;

/** What tests of market files have in common: files of a few lines, and their replay into memory. */
abstract class MarketFileTest {

    @TempDir
    private Path folder;

    Path file(String name, String... lines) {
        try {
            return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path folder() {
        return folder;
    }

    static Replayed replay(Path... files) {
        return Replayed.of(new MarketReplayOptions(List.of(files), InstrumentNames.usual(), TimeWindow.ALL));
    }

    static List<PriceTick> ticks(Replayed replayed) {
        return replayed.sink().values(Topic.PRICE_TICKS, PriceTick.class);
    }

    /** Says that one line could not be read, and why. */
    static AbstractStringAssert<?> assertThatReason(Replayed replayed) {
        return assertThat(replayed.sink().values(Topic.DEAD_LETTERS, DeadLetter.class))
                .singleElement()
                .extracting(DeadLetter::getReason, InstanceOfAssertFactories.STRING);
    }
}
