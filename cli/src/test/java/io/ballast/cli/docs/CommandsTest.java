/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.ballast.cli.CommandLines;
import io.ballast.cli.docs.Commands.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.MissingParameterException;

/** No page has a command that cannot be given, or leads to a file that is not there. */
class CommandsTest {

    private static final Path REPOSITORY = Path.of("..");

    /** What runs the rest of the commands that pages have, or why nothing does. */
    private static final Map<String, String> RUN_BY = Map.of(
            "mvn", ".ci/run, and modules and tests are looked for here",
            "docker", "deploy/compose-test",
            "docker-compose", "deploy/compose-test, and container-tests for three brokers",
            "benchmarks/run", "by hand: figures need a machine of their own",
            "curl", "desk/ContractTest asks the same",
            "kubectl", "by hand: there is no cluster in the build",
            "helm", "HelmChartTest, by Helm's library");

    private List<Command> commands;

    @BeforeEach
    void read() {
        commands = Commands.pages(REPOSITORY).stream()
                .flatMap(page -> Commands.on(page).stream())
                .toList();
    }

    @Test
    void commandsAreFoundInBlocksAndSentences() throws IOException {
        Path page = Files.createTempFile("page", ".md");
        try {
            Files.writeString(
                    page,
                    """
                    Say `./ballast demo`, or

                        A_B=c ./ballast watch \\
                          pools   # for ever
                    ```
                    ./ballast doctor
                    ```
                    """);
            assertThat(Commands.on(page))
                    .containsExactlyInAnyOrder(
                            new Command(page, "./ballast demo", false),
                            new Command(page, "./ballast watch pools", true),
                            new Command(page, "./ballast doctor", true));
        } finally {
            Files.delete(page);
        }
    }

    @Test
    void everyBallastCommandMakesSense() {
        List<Command> ours = commands.stream()
                .filter(command -> Set.of("./ballast", "ballast").contains(command.program()))
                .filter(command -> command.words().size() > 1)
                .toList();

        assertThat(ours).hasSizeGreaterThan(25).allSatisfy(command -> assertThatCode(() -> parse(command))
                .as("%s: %s", command.page(), command.line())
                .doesNotThrowAnyException());
    }

    private static void parse(Command command) {
        try {
            CommandLines.parse(arguments(command));
        } catch (MissingParameterException missing) {
            if (command.whole()) {
                throw missing;
            }
        }
    }

    @Test
    void everyProgramOfOursThatIsNamedIsThere() {
        List<Command> scripts = commands.stream()
                .filter(command -> command.program().matches("(\\./|\\.ci/|deploy/|benchmarks/)[\\w./-]+"))
                .toList();

        assertThat(scripts).isNotEmpty().allSatisfy(command -> assertThat(REPOSITORY.resolve(command.program()))
                .as("%s: %s", command.page(), command.line())
                .exists());
    }

    @Test
    void mavenIsAskedForModulesAndTestsThatThereAre() {
        List<Command> builds = commands.stream()
                .filter(command -> command.program().equals("mvn"))
                .toList();

        assertThat(builds).hasSizeGreaterThan(5).allSatisfy(command -> {
            assertThat(after(command, "-pl"))
                    .as("%s: %s", command.page(), command.line())
                    .allSatisfy(module -> assertThat(REPOSITORY.resolve(module).resolve("pom.xml"))
                            .exists());
            assertThat(tests(command))
                    .as("%s: %s", command.page(), command.line())
                    .allMatch(CommandsTest::isATest);
        });
    }

    @Test
    void whoRunsACommandOfOthersIsSaid() {
        assertThat(commands)
                .filteredOn(command ->
                        RUN_BY.containsKey(command.program()) && command.words().size() > 1)
                .extracting(Command::program)
                .contains("mvn", "docker", "docker-compose", "benchmarks/run", "curl");
    }

    @Test
    void noLinkLeadsNowhere() {
        assertThat(Commands.pages(REPOSITORY)).allSatisfy(page -> assertThat(Commands.linked(page))
                .as("%s", page)
                .allSatisfy(file -> assertThat(file).exists()));
    }

    /** Without what a shell takes for itself. */
    private static List<String> arguments(Command command) {
        return command.words().stream()
                .skip(1)
                .takeWhile(word -> !word.matches("[|>&].*"))
                .toList();
    }

    private static List<String> after(Command command, String option) {
        int place = command.words().indexOf(option);
        return place < 0
                ? List.of()
                : Arrays.asList(command.words().get(place + 1).split(","));
    }

    private static List<String> tests(Command command) {
        return command.words().stream()
                .filter(word -> word.startsWith("-Dtest=") || word.startsWith("-Dit.test="))
                .map(word -> word.substring(word.indexOf('=') + 1))
                .filter(test -> !test.equals("none"))
                .toList();
    }

    private static boolean isATest(String name) {
        try (Stream<Path> files = Files.find(
                REPOSITORY,
                Integer.MAX_VALUE,
                (file, attributes) ->
                        file.endsWith(name + ".java") && file.toString().contains("src/test/java"))) {
            return files.findAny().isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
