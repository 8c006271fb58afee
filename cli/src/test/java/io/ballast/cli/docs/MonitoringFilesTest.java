/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.cli.desk.DeskMetric;
import io.ballast.monitoring.BuildMetric;
import io.ballast.monitoring.Metric;
import io.ballast.monitoring.MetricReference;
import io.ballast.producers.monitoring.ProducerMetric;
import io.ballast.streams.metrics.InstanceMetric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** Rules, dashboard and documentation speak of metrics that there are. */
class MonitoringFilesTest {

    private static final Path REPOSITORY = Path.of("..");
    private static final Path RULES = REPOSITORY.resolve("deploy/prometheus/rules.yml");
    private static final Path RULES_TEST = REPOSITORY.resolve("deploy/prometheus/rules-test.yml");
    private static final Path DASHBOARD = REPOSITORY.resolve("deploy/grafana/dashboards/ballast.json");
    private static final Path PAGE = REPOSITORY.resolve("docs/operations/monitoring.md");
    private static final String BEGIN = "<!-- metrics -->\n";
    private static final String END = "<!-- end of metrics -->\n";
    private static final String WRITE = "ballast.docs.write";

    /** Prometheus' own, by which it tells whether it was answered. */
    private static final String UP = "up";

    @Test
    void metricsAreToldFromTheRestOfAnExpression() {
        assertThat(PromQl.metrics("sum by (kind) (rate(a_total{b=\"c_total\"}[5m])) / max(d) unless e > 0.9"))
                .containsExactlyInAnyOrder("a_total", "d", "e");
    }

    @Test
    void rulesAreAboutMetricsThatThereAre() throws IOException {
        List<String> expressions = all("expr", load(RULES));

        assertThat(expressions).hasSizeGreaterThan(5);
        assertThat(expressions).allSatisfy(this::assertThatMetricsAreThere);
    }

    @Test
    void theDashboardShowsMetricsThatThereAre() throws IOException {
        List<String> expressions = all("expr", load(DASHBOARD));

        assertThat(expressions).hasSizeGreaterThan(10);
        assertThat(expressions).allSatisfy(this::assertThatMetricsAreThere);
    }

    @Test
    void everyRuleHasARunbook() throws IOException {
        List<String> runbooks = all("runbook_url", load(RULES));

        assertThat(runbooks)
                .hasSameSizeAs(all("alert", load(RULES)))
                .containsExactlyElementsOf(all("alert", load(RULES)).stream()
                        .map(alert -> "docs/operations/runbooks/instances.md#" + alert.toLowerCase(Locale.ROOT))
                        .toList())
                .allSatisfy(runbook -> assertThat(sections(runbook.substring(0, runbook.indexOf('#'))))
                        .contains(runbook.substring(runbook.indexOf('#') + 1)));
    }

    /** {@code deploy/prometheus-test} runs them. */
    @Test
    void everyRuleHasUnitTestsInWhichItFiresAndInWhichItDoesNot() throws IOException {
        Map<Boolean, Set<String>> tested = new HashMap<>(Map.of(true, new TreeSet<>(), false, new TreeSet<>()));
        for (Object group : Yamls.list(Yamls.load(RULES_TEST).get("tests"))) {
            for (Object test : Yamls.list(Yamls.map(group).get("alert_rule_test"))) {
                boolean fires = Yamls.map(test).containsKey("exp_alerts");
                tested.get(fires).add((String) Yamls.map(test).get("alertname"));
            }
        }

        List<String> alerts = all("alert", load(RULES));
        assertThat(tested.get(true)).containsExactlyInAnyOrderElementsOf(alerts);
        assertThat(tested.get(false)).containsExactlyInAnyOrderElementsOf(alerts);
    }

    @Test
    void thePageHasEveryMetric() throws IOException {
        String text = Files.readString(PAGE);
        String current = text.substring(0, text.indexOf(BEGIN) + BEGIN.length())
                + MetricReference.table(metrics(BuildMetric.values(), InstanceMetric.values(), DeskMetric.values()))
                + text.substring(text.indexOf(END));
        if (Boolean.getBoolean(WRITE)) {
            Files.writeString(PAGE, current);
        }
        assertThat(PAGE)
                .as("docs/operations/monitoring.md; renew it by running this test with -D" + WRITE + "=true")
                .hasContent(current);
    }

    private void assertThatMetricsAreThere(String expression) {
        Set<String> known = new HashSet<>(Set.of(UP));
        metrics(BuildMetric.values(), InstanceMetric.values(), DeskMetric.values(), ProducerMetric.values())
                .forEach(metric -> known.add(metric.metricName()));
        assertThat(PromQl.metrics(expression)).as(expression).isNotEmpty().isSubsetOf(known);
    }

    private static List<Metric> metrics(Metric[]... kinds) {
        return Arrays.stream(kinds).flatMap(Arrays::stream).toList();
    }

    private static Set<String> sections(String page) throws IOException {
        return Files.readAllLines(REPOSITORY.resolve(page)).stream()
                .filter(line -> line.startsWith("### "))
                .map(line -> line.substring(4).toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    /** JSON is YAML, too. */
    private static Object load(Path file) throws IOException {
        return new Yaml().load(Files.readString(file));
    }

    /** The values of that key, wherever it stands, in order. */
    private static List<String> all(String key, Object node) {
        List<String> found = new ArrayList<>();
        if (node instanceof Map<?, ?> map) {
            map.forEach((name, value) -> {
                if (name.equals(key)) {
                    found.add((String) value);
                }
                found.addAll(all(key, value));
            });
        } else if (node instanceof Collection<?> list) {
            list.forEach(child -> found.addAll(all(key, child)));
        }
        return found;
    }
}
