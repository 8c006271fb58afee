/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the page of third-party libraries and the bill of materials against what the build has put beside our classes. */
class ThirdPartyIT {
    private static final Path APP = Path.of("target", "app");
    private static final Path PAGE = Path.of("..", "docs", "third-party.md");
    private static final Pattern ROW = Pattern.compile("\\| ([^|]+) \\| ([^|]+) \\| ([^|]+) \\| ([^|]+) \\|");
    private static final Set<String> OURS = Set.of(
            "cli",
            "desk",
            "local-stack",
            "monitoring",
            "producers",
            "registry-client",
            "risk-model",
            "schemas",
            "streams-app");

    /** One of them at least has to be among a library's: with others we could not give Ballast away as we do. */
    private static final Pattern ACCEPTED = Pattern.compile(
            "Apache-2\\.0|MIT|BSD-[23]-Clause|EPL-[12]\\.0|CC0-1\\.0|Public domain|GPL-2\\.0 with Classpath exception");

    /** A row of the page. */
    private record Library(String group, List<String> artefacts, List<String> versions, String licence) {
        Stream<String> files() {
            return IntStream.range(0, artefacts.size())
                    .mapToObj(i -> artefacts.get(i) + "-" + versions.get(versions.size() == 1 ? 0 : i));
        }
    }

    @Test
    void thePageNamesWhatIsShipped_withVersions() throws IOException {
        Set<String> named = libraries().stream().flatMap(Library::files).collect(Collectors.toCollection(TreeSet::new));

        assertThat(shipped()).allSatisfy(file -> assertThat(named)
                .as("docs/third-party.md has no %s", file)
                .anyMatch(name -> file.equals(name) || file.startsWith(name + "-")));
        assertThat(named).allSatisfy(name -> assertThat(shipped())
                .as("docs/third-party.md names %s, which is not shipped", name)
                .anyMatch(file -> file.equals(name) || file.startsWith(name + "-")));
    }

    @Test
    void everyLicenceIsOneThatWeAccept() throws IOException {
        assertThat(libraries()).hasSizeGreaterThan(50).allSatisfy(library -> assertThat(library.licence())
                .containsPattern(ACCEPTED));
    }

    @Test
    void theBillOfMaterialsHasAllOfIt() throws IOException {
        assumeTrue(Files.exists(APP.resolve("sbom.json")), "a build without network makes no bill of materials");
        JsonNode bill = new ObjectMapper().readTree(APP.resolve("sbom.json").toFile());
        Set<String> listed = new TreeSet<>();
        bill.path("components")
                .forEach(part -> listed.add(
                        part.path("name").asText() + "-" + part.path("version").asText()));

        assertThat(bill.path("bomFormat").asText()).isEqualTo("CycloneDX");
        assertThat(shipped()).allSatisfy(file -> assertThat(listed)
                .anyMatch(name -> file.equals(name) || file.startsWith(name + "-")));
    }

    private static List<Library> libraries() throws IOException {
        return Files.readAllLines(PAGE).stream()
                .map(ROW::matcher)
                .filter(row -> row.matches() && !row.group(1).equals("group"))
                .map(row -> new Library(row.group(1), list(row.group(2)), list(row.group(3)), row.group(4)))
                .toList();
    }

    private static List<String> list(String cell) {
        return Arrays.stream(cell.split(",")).map(String::strip).toList();
    }

    /** Files without their endings. */
    private static Set<String> shipped() throws IOException {
        try (Stream<Path> files = Files.list(APP.resolve("lib"))) {
            return files.map(file -> file.getFileName().toString().replaceFirst("\\.(jar|tar\\.gz)$", ""))
                    .filter(name -> OURS.stream().noneMatch(ours -> name.matches(ours + "-[0-9.]+")))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
