/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.testdata;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;

/** One numeric case with its source: inputs, what was published, and how near an answer must come. */
public record PublishedCase(
        String id, String kind, JsonNode inputs, JsonNode expected, JsonNode tolerance, boolean reproduced) {

    /** A test for each published case of the given kinds. A solver maps a case to its answers by name. */
    public static Stream<DynamicTest> tests(Map<String, Function<PublishedCase, Map<String, ?>>> solverByKind) {
        return SharedData.testsFrom("vectors/vectors.json", file -> tests(all(file), solverByKind));
    }

    private static Stream<DynamicTest> tests(
            List<PublishedCase> cases, Map<String, Function<PublishedCase, Map<String, ?>>> solverByKind) {
        assertThat(cases).extracting(PublishedCase::kind).containsAll(solverByKind.keySet());
        return cases.stream()
                .filter(published -> solverByKind.containsKey(published.kind))
                .map(published -> DynamicTest.dynamicTest(
                        published.id,
                        () -> published.verify(solverByKind.get(published.kind).apply(published))));
    }

    public BigInteger integer(String input) {
        return new BigInteger(inputs.get(input).asText());
    }

    public int small(String input) {
        return inputs.get(input).intValue();
    }

    public double real(String input) {
        return inputs.get(input).doubleValue();
    }

    public boolean flag(String input) {
        return inputs.get(input).booleanValue();
    }

    private void verify(Map<String, ?> answers) {
        if (reproduced) {
            assertThat(answers.keySet()).containsAll(expected::fieldNames);
            answers.forEach(this::assertNear);
        } else {
            assertThat(answers.entrySet().stream().allMatch(answer -> isNear(answer.getKey(), answer.getValue())))
                    .as("a published error must not be reproduced")
                    .isFalse();
        }
    }

    private void assertNear(String name, Object answer) {
        assertThat(isNear(name, answer))
                .as("%s: %s against published %s, tolerance %s", name, answer, expected.get(name), tolerance)
                .isTrue();
    }

    private boolean isNear(String name, Object answer) {
        JsonNode published = expected.get(name);
        if (published == null) {
            return true;
        }
        if (tolerance.get("type").asText().equals("exact")) {
            return answer.toString().equals(published.asText());
        }
        double difference = Math.abs(((Number) answer).doubleValue() - published.doubleValue());
        double scale = tolerance.get("type").asText().equals("rel") ? Math.abs(published.doubleValue()) : 1;
        return difference <= tolerance.get("value").doubleValue() * scale;
    }

    private static List<PublishedCase> all(JsonNode file) {
        return StreamSupport.stream(file.get("vectors").spliterator(), false)
                .map(node -> new PublishedCase(
                        node.get("id").asText(),
                        node.get("kind").asText(),
                        node.get("inputs"),
                        node.get("expected"),
                        node.get("tolerance"),
                        node.get("reproduced").booleanValue()))
                .toList();
    }
}
