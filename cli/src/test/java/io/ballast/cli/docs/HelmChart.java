/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.docs;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.Yaml;

/** The chart, as Helm itself reads it. */
record HelmChart(Path folder) {

    static final String RELEASE = "demo";
    private static final String KUBERNETES = "1.31.0";
    private static final String HOOK = "helm.sh/hook";

    /**
     * A copy without hooks, since Helm's library gives out only what is no hook.
     *
     * @param copy  does not exist yet
     */
    static HelmChart withoutHooks(Path chart, Path copy) throws IOException {
        try (Stream<Path> files = Files.walk(chart)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = copy.resolve(chart.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.write(
                        target,
                        Files.readAllLines(file).stream()
                                .filter(line -> !line.contains(HOOK))
                                .toList());
            }
        }
        return new HelmChart(copy);
    }

    LintResult lint() {
        return new Helm(folder).lint().strict().call();
    }

    /**
     * What Kubernetes would be given.
     *
     * @throws IllegalStateException with Helm's words if it refuses the values
     */
    List<Map<String, Object>> render(Path values) {
        String manifests = new Helm(folder)
                .template()
                .withName(RELEASE)
                .withKubeVersion(KUBERNETES)
                .withValuesFile(values)
                .call();
        return StreamSupport.stream(new Yaml().loadAll(manifests).spliterator(), false)
                .filter(Objects::nonNull)
                .map(Yamls::map)
                .toList();
    }

    /** Text of one of its files. */
    String text(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
