/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The table of faults on a page.
 *
 * @param rows  without the head
 */
record FaultTable(List<Row> rows) {
    private static final String UNTESTED = "not tested yet";
    private static final String NOTHING = "-";
    private static final int COLUMNS = 4;
    private static final String HEAD = "| fault | promise | seen | test |";

    /** @param tests  none: not tested yet */
    record Row(String fault, String promise, String seen, List<Name> tests) {
        boolean saysWhatWasSeen() {
            return !seen.equals(NOTHING);
        }
    }

    /**
     * A test named in the table: {@code module/Class} or {@code module/Class.method}.
     *
     * @param method  empty: the whole class
     */
    record Name(String module, String type, String method) {
        private static final Pattern FORM = Pattern.compile("`([a-z-]+)/([A-Z]\\w+)(?:\\.(\\w+))?`");

        static Name of(String text) {
            Matcher matcher = FORM.matcher(text);
            if (!matcher.matches()) {
                throw new IllegalArgumentException(text + " is neither `module/Class` nor `module/Class.method`");
            }
            return new Name(matcher.group(1), matcher.group(2), matcher.group(3) == null ? "" : matcher.group(3));
        }

        /** The source files of that name in the module's tests. */
        List<Path> sources(Path repository) {
            try (Stream<Path> files = Files.walk(repository.resolve(module).resolve("src/test/java"))) {
                return files.filter(file -> file.endsWith(type + ".java")).toList();
            } catch (IOException e) {
                throw new UncheckedIOException("no tests in module " + module, e);
            }
        }
    }

    static FaultTable in(Path page) throws IOException {
        List<String> lines = Files.readAllLines(page);
        return new FaultTable(lines.subList(lines.indexOf(HEAD) + 2, lines.size()).stream()
                .takeWhile(line -> line.startsWith("|"))
                .map(FaultTable::row)
                .toList());
    }

    private static Row row(String line) {
        List<String> cells =
                Arrays.stream(line.substring(1).split("\\|")).map(String::strip).toList();
        if (cells.size() != COLUMNS) {
            throw new IllegalArgumentException("not " + COLUMNS + " cells: " + line);
        }
        return new Row(cells.get(0), cells.get(1), cells.get(2), tests(cells.get(3)));
    }

    private static List<Name> tests(String cell) {
        return cell.equals(UNTESTED)
                ? List.of()
                : Arrays.stream(cell.split(", ")).map(Name::of).toList();
    }
}
