/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.cli.CommandLines;
import io.ballast.cli.config.Settings;
import io.ballast.monitoring.Health;
import io.ballast.monitoring.Monitored;
import io.ballast.monitoring.MonitoringServer;
import io.ballast.monitoring.Reading;
import io.ballast.streams.config.BallastKeys;
import io.ballast.streams.config.ConfigSources;
import io.ballast.streams.config.ResolvedSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Helm renders the chart, and what comes out speaks of commands, settings and paths that there are. */
class HelmChartTest {

    private static final Path REPOSITORY = Path.of("..");
    private static final HelmChart CHART = new HelmChart(REPOSITORY.resolve("deploy/helm/ballast"));

    private static final String NEEDED =
            """
            kafka: {bootstrapServers: "broker-1:9092,broker-2:9092"}
            registry: {url: "https://registry:8081"}
            """;
    private static final String EVERYTHING = NEEDED
            + """
            settings: {kafka.security.protocol: SASL_SSL, ballast.commit.interval.ms: 200}
            streams: {replicas: 4, settings: {ballast.threads: 2, ballast.commit.interval.ms: 100}, javaOptions: -XX:+UseZGC}
            producers:
              mainnet: {arguments: [chain], port: 9471, configSecret: {name: mainnet, key: chain.properties}}
              market: {arguments: [simulator], port: 9474}
            desk: {replicas: 2, settings: {ballast.desk.streams: 50}}
            secretEnvironment: [kafka-login]
            secretFiles: [{name: trust, folder: /etc/ballast/trust}]
            image: {pullSecrets: [images]}
            nodeSelector: {disk: ssd}
            tolerations: [{key: dedicated, operator: Exists}]
            monitoring: {serviceMonitor: true}
            """;

    @TempDir
    private static Path folder;

    private static List<Map<String, Object>> rendered;

    @BeforeAll
    static void render() throws IOException {
        HelmChart whole = HelmChart.withoutHooks(CHART.folder(), folder.resolve("whole"));
        rendered = whole.render(Files.writeString(folder.resolve("everything.yaml"), EVERYTHING));
    }

    @Test
    void helmFindsNothingAmiss() {
        assertThat(CHART.lint().isFailed()).isFalse();
        assertThat(CHART.lint().getMessages()).noneMatch(message -> message.contains("[WARNING]"));
    }

    @Test
    void everythingIsThere() {
        assertThat(rendered.stream().map(object -> object.get("kind") + " " + Yamls.at(object, "metadata", "name")))
                .containsExactlyInAnyOrder(
                        "StatefulSet demo-streams",
                        "Service demo-streams",
                        "PodDisruptionBudget demo-streams",
                        "Deployment demo-producer-mainnet",
                        "Service demo-producer-mainnet",
                        "Deployment demo-producer-market",
                        "Service demo-producer-market",
                        "Deployment demo-desk",
                        "Service demo-desk",
                        "PodDisruptionBudget demo-desk",
                        "Job demo-topics",
                        "NetworkPolicy demo",
                        "ServiceMonitor demo");
    }

    @Test
    void noValuesButTheNeededOnesAreNeeded() throws IOException {
        Path values = Files.writeString(folder.resolve("needed.yaml"), NEEDED);

        assertThatCode(() -> CHART.render(values)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "streams: {replica: 3}",
                "streams: {replicas: many}",
                "kafka: {bootstrapServers: broker}",
                "settings: {kafka.ssl.truststore.password: open}",
                "settings: {BALLAST_THREADS: 2}",
                "producers: {mainnet: {port: 9471}}"
            })
    void valuesThatMakeNoSenseAreRefused(String value) throws IOException {
        Path values =
                Files.writeString(folder.resolve("wrong.yaml"), value.startsWith("kafka") ? value : NEEDED + value);

        assertThatThrownBy(() -> CHART.render(values))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("values don't meet the specifications of the schema");
    }

    @Test
    void brokersAndRegistryHaveToBeNamed() throws IOException {
        Path values = Files.writeString(folder.resolve("nothing.yaml"), "{}");

        assertThatThrownBy(() -> CHART.render(values)).hasMessageContaining("kafka.bootstrapServers is needed");
    }

    @Test
    void everyPodRunsACommandThatThereIs() {
        assertThat(containers()).hasSize(5).allSatisfy(container -> {
            List<String> arguments = Yamls.list(container.get("args")).stream()
                    .map(Object::toString)
                    .toList();
            assertThatCode(() -> CommandLines.parse(arguments))
                    .as("%s", arguments)
                    .doesNotThrowAnyException();
        });
    }

    @Test
    void everyVariableIsASettingThatThereIs() {
        assertThat(containers()).allSatisfy(container -> {
            Map<String, String> settings = ConfigSources.merge(Optional.empty(), environment(container), Map.of());
            settings.putIfAbsent(BallastKeys.STATE_DIR, "the command's default");
            assertThatCode(() -> Settings.checked(ResolvedSettings.of(settings, Map.of())))
                    .as("%s", settings)
                    .doesNotThrowAnyException();
        });
    }

    @Test
    void ownSettingsWinOverThoseOfAll() {
        assertThat(environment(container("demo-streams")))
                .containsEntry("BALLAST_COMMIT_INTERVAL_MS", "100")
                .containsEntry("BALLAST_KAFKA_SECURITY_PROTOCOL", "SASL_SSL")
                .containsEntry("BALLAST_STANDBYS", "1")
                .containsEntry("BALLAST_JAVA_OPTS", "-XX:+UseZGC");
        assertThat(environment(container("demo-desk"))).containsEntry("BALLAST_COMMIT_INTERVAL_MS", "200");
    }

    @Test
    void theStateIsOnAVolumeOfItsOwn() {
        Map<String, Object> streams = object("StatefulSet demo-streams");
        String state = environment(container("demo-streams")).get("BALLAST_STATE_DIR");

        assertThat(Yamls.at(streams, "spec", "volumeClaimTemplates", 0, "metadata", "name"))
                .isEqualTo("state");
        assertThat(Yamls.list(container("demo-streams").get("volumeMounts"))).anySatisfy(mount -> {
            assertThat(Yamls.at(mount, "name")).isEqualTo("state");
            assertThat(state).startsWith(Yamls.at(mount, "mountPath") + "/");
        });
    }

    @Test
    void whatAProbeAsksForAnswers() throws IOException, InterruptedException {
        try (MonitoringServer server =
                MonitoringServer.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), new Ready())) {
            for (String path : paths("metrics")) {
                URI uri = server.address().resolve(path);
                assertThat(HttpClient.newHttpClient()
                                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding())
                                .statusCode())
                        .as(path)
                        .isEqualTo(200);
            }
        }
        String api = Files.readString(REPOSITORY.resolve("desk/src/main/resources/io/ballast/desk/openapi.yaml"));
        assertThat(paths("http")).isNotEmpty().allSatisfy(path -> assertThat(api)
                .contains("\n  " + path + ":"));
    }

    @Test
    void nobodyIsRootOrWritesToTheImage() throws IOException {
        String user = Files.readAllLines(REPOSITORY.resolve("deploy/docker/Dockerfile")).stream()
                .filter(line -> line.startsWith("USER "))
                .findFirst()
                .orElseThrow();

        assertThat(pods()).hasSize(5).allSatisfy(pod -> {
            assertThat(user)
                    .isEqualTo("USER " + Yamls.at(pod, "securityContext", "runAsUser") + ":"
                            + Yamls.at(pod, "securityContext", "runAsGroup"));
            assertThat(Yamls.at(pod, "securityContext", "runAsNonRoot")).isEqualTo(true);
            assertThat(pod).containsEntry("enableServiceLinks", false);
        });
        assertThat(containers()).allSatisfy(container -> {
            assertThat(Yamls.at(container, "securityContext", "readOnlyRootFilesystem"))
                    .isEqualTo(true);
            assertThat(Yamls.at(container, "securityContext", "allowPrivilegeEscalation"))
                    .isEqualTo(false);
        });
    }

    @Test
    void itsVersionIsOurs() throws IOException {
        Map<String, Object> chart = Yamls.load(CHART.folder().resolve("Chart.yaml"));

        assertThat(CommandLines.version()).contains(chart.get("appVersion").toString());
        assertThat(chart.get("version")).isEqualTo(chart.get("appVersion"));
    }

    /** A process that does its work. */
    private static final class Ready implements Monitored {
        @Override
        public List<Reading> readings() {
            return List.of();
        }

        @Override
        public Health health() {
            return Health.READY;
        }
    }

    private static List<String> paths(String port) {
        return containers().stream()
                .flatMap(container -> Stream.of("startupProbe", "livenessProbe", "readinessProbe")
                        .map(container::get))
                .filter(probe -> probe != null && Yamls.map(probe).containsKey("httpGet"))
                .filter(probe -> Yamls.at(probe, "httpGet", "port").equals(port))
                .map(probe -> Yamls.at(probe, "httpGet", "path").toString())
                .distinct()
                .toList();
    }

    private static Map<String, String> environment(Map<String, Object> container) {
        Map<String, String> environment = new TreeMap<>();
        Yamls.list(container.get("env"))
                .forEach(variable -> environment.put(
                        Yamls.at(variable, "name").toString(),
                        Yamls.at(variable, "value").toString()));
        return environment;
    }

    private static List<Map<String, Object>> pods() {
        return rendered.stream()
                .filter(object -> List.of("StatefulSet", "Deployment", "Job").contains(object.get("kind")))
                .map(object -> Yamls.map(Yamls.at(object, "spec", "template", "spec")))
                .toList();
    }

    private static List<Map<String, Object>> containers() {
        return pods().stream()
                .map(pod -> Yamls.map(Yamls.at(pod, "containers", 0)))
                .toList();
    }

    private static Map<String, Object> container(String name) {
        return Yamls.map(rendered.stream()
                .filter(object -> Yamls.at(object, "metadata", "name").equals(name))
                .filter(object -> Yamls.map(object.get("spec")).containsKey("template"))
                .map(object -> Yamls.at(object, "spec", "template", "spec", "containers", 0))
                .findFirst()
                .orElseThrow());
    }

    private static Map<String, Object> object(String kindAndName) {
        return rendered.stream()
                .filter(object -> kindAndName.equals(object.get("kind") + " " + Yamls.at(object, "metadata", "name")))
                .findFirst()
                .orElseThrow();
    }
}
