/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.schema.PositionRisk;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.streams.config.BallastConfig;
import io.ballast.streams.testkit.BookDriver;
import io.ballast.streams.testkit.ChildApplication;
import io.ballast.streams.testkit.Crossings;
import io.ballast.streams.testkit.Histories;
import io.ballast.streams.testkit.LastingFigures;
import io.ballast.streams.testkit.LiveTopics;
import io.ballast.streams.testkit.Numbering;
import io.ballast.streams.testkit.RuleSettings;
import io.ballast.streams.testkit.SharedStack;
import io.ballast.streams.testkit.TestRecord;
import io.ballast.streams.testkit.UndisturbedLife;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A branch of a chain is taken back from others than worked on it, since those were killed. */
@Tag("chaos")
class KilledInReorganisationIT {

    private static final long SEED = 20_261_127L;
    private static final int STEM = 500;
    private static final int ORPHANED = 30;
    private static final int CANONICAL = 60;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @RegisterExtension
    private static final SharedStack STACK = SharedStack.impatient();

    @TempDir
    private Path folder;

    @Test
    void shouldTakeTheBranchBack_whenKilledBeforeAndAmidItsRetraction() throws Exception {
        Histories.Reorganised chain = Histories.reorganised(SEED, STEM, ORPHANED, CANONICAL);
        List<TestRecord> retractions = Histories.retractions(chain.orphaned(), true);
        int branchEnd = chain.stem().size() + chain.orphaned().size();
        int amid = branchEnd + retractions.size() / 2;
        UndisturbedLife undisturbed = life(chain.stem(), chain.orphaned(), retractions, chain.canonical());
        List<TestRecord> history = undisturbed.history();
        try (LiveTopics topics = LiveTopics.create(STACK.get(), "reorganised.", 1)) {
            workAndDie(topics, history.subList(0, branchEnd), undisturbed.settings(topics, "first"));
            workAndDie(topics, history.subList(branchEnd, amid), undisturbed.settings(topics, "second"));
            topics.send(history.subList(amid, history.size()));
            BallastConfig heirs = BallastConfig.of(undisturbed.settings(topics, "heir"));
            try (RiskApplication heir = RiskApplication.start(heirs)) {
                CommittedInput.awaitProcessed(heirs, PATIENCE);
                assertThat(heir.failure()).isEmpty();
            }

            undisturbed.assertSame(topics);
            LastingFigures.assertSame(
                    topics.latest(Topic.POSITION_RISK, PositionRisk.class),
                    figures(life(chain.stem(), Histories.requests(chain.orphaned()), chain.canonical())));
        }
    }

    /** Killed when all of it was processed: the next finds it in the stores, and the rest on the topics. */
    private void workAndDie(LiveTopics topics, List<TestRecord> records, Map<String, String> settings)
            throws IOException, InterruptedException {
        topics.send(records);
        Process process = ChildApplication.start(settings, folder.resolve("child.log"));
        try {
            CommittedInput.awaitProcessed(BallastConfig.of(settings), PATIENCE);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    @SafeVarargs
    private UndisturbedLife life(List<TestRecord>... parts) throws IOException {
        List<TestRecord> history = new ArrayList<>();
        for (List<TestRecord> part : parts) {
            history.addAll(part);
        }
        return new UndisturbedLife(
                new Numbering().number(history),
                folder,
                RuleSettings.of(folder, new Crossings(-0.002, -0.0015).rules()));
    }

    private static Map<String, PositionRisk> figures(UndisturbedLife life) {
        try (BookDriver books = BookDriver.open(life.folder(), life.rules())) {
            return books.feed(life.history()).risk();
        }
    }
}
