/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page of faults promises nothing by a test that is not there. */
class ReliabilityPageTest {
    private static final Path REPOSITORY = Path.of("..");

    private FaultTable table;

    @BeforeEach
    void readTable() throws IOException {
        table = FaultTable.in(REPOSITORY.resolve("docs/reliability.md"));
        assertThat(table.rows()).hasSizeGreaterThan(20);
    }

    @Test
    void everyTestThatItNamesIsThere() {
        assertThat(table.rows()).flatExtracting(FaultTable.Row::tests).allSatisfy(name -> {
            List<Path> sources = name.sources(REPOSITORY);
            assertThat(sources).as(name.toString()).hasSize(1);
            assertThat(Files.readString(sources.get(0)))
                    .contains("void " + name.method())
                    .as("in profile chaos")
                    .containsPattern("@Tag\\(\"(fault|chaos)\"\\)");
        });
    }

    @Test
    void somethingWasSeenWhereThereIsATestAndNowhereElse() {
        assertThat(table.rows()).allSatisfy(row -> assertThat(row.saysWhatWasSeen())
                .as(row.fault())
                .isNotEqualTo(row.tests().isEmpty()));
    }
}
