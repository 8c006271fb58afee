/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.schemas.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.schemas.catalogue.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;
import org.yaml.snakeyaml.Yaml;

class AsyncApiTest {
    private static final Path BUILD = Path.of("../pom.xml");

    private String current;

    @BeforeEach
    void make() throws XPathExpressionException {
        current = new AsyncApiDocument(version()).text();
    }

    @Test
    void committedDocumentIsTheOneThatTheCatalogueGives() throws IOException {
        AsyncApiDocument.FILE.holdCurrent(current);
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        Map<String, Object> document = new Yaml().load(current);
        List<String> references = new ArrayList<>();
        collect(document, references);

        assertThat(references)
                .hasSizeGreaterThan(3 * Topic.values().length)
                .allSatisfy(reference ->
                        assertThat(isThere(reference, document)).as(reference).isTrue());
    }

    private static String version() throws XPathExpressionException {
        return XPathFactory.newInstance()
                .newXPath()
                .evaluate(
                        "/*[local-name()='project']/*[local-name()='version']",
                        new InputSource(BUILD.toUri().toString()));
    }

    private static void collect(Object node, List<String> references) {
        if (node instanceof Map<?, ?> map) {
            if (map.get("$ref") instanceof String reference) {
                references.add(reference);
            }
            map.values().forEach(child -> collect(child, references));
        } else if (node instanceof Collection<?> list) {
            list.forEach(child -> collect(child, references));
        }
    }

    private static boolean isThere(String reference, Object document) {
        if (!reference.startsWith("#/")) {
            return Files.exists(AsyncApiDocument.FILE.path().resolveSibling(reference));
        }
        Object node = document;
        for (String step : reference.substring(2).split("/")) {
            node = node instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return node != null;
    }
}
