/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.cli.docs.TestReports.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestReportsTest {
    private static final String REPORT =
            """
            <testsuite name="a.b.SomeIT" tests="4">
              <testcase name="staysWhole" classname="a.b.SomeIT" time="1,001.5"/>
              <testcase name="breaks" classname="a.b.SomeIT" time="2"><failure message="3 is not 4">at</failure></testcase>
              <testcase name="stops" classname="a.b.SomeIT" time="0"><error message="gone">at</error></testcase>
              <testcase name="needsRoot{Path}" classname="a.b.SomeIT" time="0"><skipped message="not root"/></testcase>
            </testsuite>
            """;

    @TempDir
    private Path repository;

    @BeforeEach
    void writeReport() throws IOException {
        Path folder = Files.createDirectories(repository.resolve("app/target/failsafe-reports"));
        Files.writeString(folder.resolve("TEST-a.b.SomeIT.xml"), REPORT);
    }

    private TestReports.Result of(String type, String method) {
        return new TestReports(repository, Instant.EPOCH).of(new FaultTable.Name("app", type, method));
    }

    @Test
    void keptIsWhatPassed() {
        assertThat(of("SomeIT", "staysWhole")).isEqualTo(new TestReports.Result(Outcome.KEPT, 1, 1001.5, List.of()));
    }

    @Test
    void failuresAndErrorsAreBroken() {
        assertThat(of("SomeIT", "breaks").outcome()).isEqualTo(Outcome.BROKEN);
        assertThat(of("SomeIT", "stops").outcome()).isEqualTo(Outcome.BROKEN);
    }

    @Test
    void theWorstOfAClassIsThatOfTheClass() {
        assertThat(of("SomeIT", "").outcome()).isEqualTo(Outcome.BROKEN);
        assertThat(of("SomeIT", "").words()).containsExactly("breaks", "stops", "not root");
    }

    @Test
    void skippedSaysWhy() {
        assertThat(of("SomeIT", "needsRoot").outcome()).isEqualTo(Outcome.SKIPPED);
        assertThat(of("SomeIT", "needsRoot").words()).containsExactly("not root");
    }

    @Test
    void whatHasNoReportOrNoneOfThisBuildDidNotRun() {
        Instant later = Instant.now().plus(Duration.ofHours(1));

        assertThat(of("OtherIT", "").outcome()).isEqualTo(Outcome.NOT_RUN);
        assertThat(of("SomeIT", "isNotThere").outcome()).isEqualTo(Outcome.NOT_RUN);
        assertThat(new TestReports(repository, later)
                        .of(new FaultTable.Name("app", "SomeIT", ""))
                        .outcome())
                .isEqualTo(Outcome.NOT_RUN);
    }
}
