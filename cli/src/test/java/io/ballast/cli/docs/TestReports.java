/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What a build's test reports say of tests.
 *
 * @param repository  its root folder
 * @param since  reports from before are of other builds
 */
record TestReports(Path repository, Instant since) {
    private static final List<String> FOLDERS = List.of("target/surefire-reports", "target/failsafe-reports");

    /** From worst to best. */
    enum Outcome {
        BROKEN,
        NOT_RUN,
        SKIPPED,
        KEPT
    }

    /**
     * One or more tests together.
     *
     * @param outcome  the worst of them
     * @param tests  how many they are
     * @param seconds  that they took
     * @param words  of those that failed or were skipped
     */
    record Result(Outcome outcome, int tests, double seconds, List<String> words) {

        static final Result NONE = new Result(Outcome.KEPT, 0, 0, List.of());

        Result and(Result other) {
            List<String> all = new ArrayList<>(words);
            all.addAll(other.words);
            Outcome worst = outcome.compareTo(other.outcome) < 0 ? outcome : other.outcome;
            return new Result(worst, tests + other.tests, seconds + other.seconds, all);
        }
    }

    Result of(FaultTable.Name name) {
        Result result = FOLDERS.stream()
                .flatMap(folder -> reports(repository.resolve(name.module()).resolve(folder), name.type()))
                .flatMap(report -> cases(report, name.method()))
                .reduce(Result.NONE, Result::and);
        return result.tests > 0 ? result : new Result(Outcome.NOT_RUN, 0, 0, List.of(name.type()));
    }

    private Stream<Path> reports(Path folder, String type) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .filter(file -> file.getFileName().toString().startsWith("TEST-")
                            && file.getFileName().toString().endsWith("." + type + ".xml")
                            && !written(file).isBefore(since))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Instant written(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Result> cases(Path report, String method) {
        NodeList found = parse(report).getElementsByTagName("testcase");
        List<Result> results = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            Element test = (Element) found.item(i);
            if (test.getAttribute("name").startsWith(method)) {
                results.add(result(test));
            }
        }
        return results.stream();
    }

    private static Result result(Element test) {
        double seconds = Double.parseDouble(test.getAttribute("time").replace(",", ""));
        if (has(test, "failure") || has(test, "error")) {
            return new Result(Outcome.BROKEN, 1, seconds, List.of(test.getAttribute("name")));
        }
        if (has(test, "skipped")) {
            Element skipped = (Element) test.getElementsByTagName("skipped").item(0);
            return new Result(Outcome.SKIPPED, 1, seconds, List.of(skipped.getAttribute("message")));
        }
        return new Result(Outcome.KEPT, 1, seconds, List.of());
    }

    private static boolean has(Element test, String child) {
        return test.getElementsByTagName(child).getLength() > 0;
    }

    private static Document parse(Path report) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(report.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("no test report: " + report, e);
        }
    }
}
