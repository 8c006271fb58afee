/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds commands on pages: in blocks of code, and in code within a sentence. */
final class Commands {

    private static final Pattern VARIABLES = Pattern.compile("^([A-Z_]+=\\S+\\s+)+");
    private static final Pattern CONTINUED = Pattern.compile("\\\\\\n\\s*");
    private static final Pattern BLOCK_LINE = Pattern.compile("(?m)^(?: {4}|\\t)\\s*(\\S.*)$");
    private static final Pattern FENCE = Pattern.compile("(?ms)^```\\w*\\n(.*?)^```");
    private static final Pattern IN_A_SENTENCE = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern REMARK = Pattern.compile("\\s{2,}#.*$");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]+)(?:#[^)]*)?\\)");

    private Commands() {}

    /**
     * A command and where it stands.
     *
     * @param whole  to be given as it is; false: a mention, which may leave out what the command needs
     */
    record Command(Path page, String line, boolean whole) {

        List<String> words() {
            return Arrays.stream(line.split("\\s+"))
                    .map(word -> word.replace("'", ""))
                    .toList();
        }

        String program() {
            return words().get(0);
        }
    }

    /** Pages for people, generated ones too. */
    static List<Path> pages(Path repository) {
        try (Stream<Path> docs = Files.walk(repository.resolve("docs"));
                Stream<Path> top = Files.list(repository)) {
            return Stream.concat(top, docs)
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Command> on(Path page) {
        String text = CONTINUED.matcher(read(page)).replaceAll("");
        Stream<String> blocks = BLOCK_LINE.matcher(text).results().map(result -> result.group(1));
        Stream<String> fences =
                FENCE.matcher(text).results().flatMap(result -> result.group(1).lines());
        Stream<String> sentences = IN_A_SENTENCE.matcher(text).results().map(result -> result.group(1));
        return Stream.concat(
                        Stream.concat(blocks, fences).map(line -> new Command(page, bare(line), true)),
                        sentences.map(code -> new Command(page, bare(code), false)))
                .filter(command -> !command.line().isBlank())
                .toList();
    }

    /** Without a remark behind it and variables before it. */
    private static String bare(String line) {
        return VARIABLES.matcher(REMARK.matcher(line.strip()).replaceFirst("")).replaceFirst("");
    }

    /** Files that links on the page lead to. */
    static List<Path> linked(Path page) {
        return LINK.matcher(read(page))
                .results()
                .map((MatchResult result) -> result.group(1))
                .filter(target -> !target.contains(":"))
                .map(page::resolveSibling)
                .toList();
    }

    private static String read(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
