/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.cli.docs.TestReports.Outcome;
import io.ballast.cli.docs.TestReports.Result;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The last of profile {@code chaos}: prints for each row of the page of faults what became of its promise in this build. */
@Tag("fault-table")
class FaultResultsIT {
    private static final Path REPOSITORY = Path.of("..");

    @Test
    void everyPromiseWasKept() throws IOException {
        TestReports reports = new TestReports(REPOSITORY, Instant.parse(System.getProperty("ballast.session.start")));
        List<FaultTable.Row> rows =
                FaultTable.in(REPOSITORY.resolve("docs/reliability.md")).rows();
        System.out.println("| fault | promise | result |\n|---|---|---|");
        for (FaultTable.Row row : rows) {
            System.out.println("| " + row.fault() + " | " + row.promise() + " | " + words(row, reports) + " |");
        }
        assertThat(rows).allSatisfy(row -> assertThat(result(row, reports).outcome())
                .as(row.fault())
                .isIn(Outcome.KEPT, Outcome.SKIPPED));
    }

    private static Result result(FaultTable.Row row, TestReports reports) {
        return runHere(row).map(reports::of).reduce(Result.NONE, Result::and);
    }

    /** Those with containers come after this module. */
    private static Stream<FaultTable.Name> runHere(FaultTable.Row row) {
        return row.tests().stream().filter(name -> !name.module().equals("container-tests"));
    }

    private static String words(FaultTable.Row row, TestReports reports) {
        if (row.tests().isEmpty()) {
            return "not tested yet";
        }
        if (runHere(row).findAny().isEmpty()) {
            return "left out here: it needs containers";
        }
        Result result = result(row, reports);
        String tests = result.tests() == 1 ? "1 test" : result.tests() + " tests";
        return switch (result.outcome()) {
            case KEPT -> String.format(Locale.ROOT, "kept, %s in %.1f s", tests, result.seconds());
            case SKIPPED -> "skipped: " + String.join("; ", result.words());
            case NOT_RUN -> "NOT RUN: " + String.join(", ", result.words());
            case BROKEN -> "BROKEN: " + String.join(", ", result.words());
        };
    }
}
