/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BallastConfigTest {

    private static final Map<String, String> STATE = Map.of(BallastKeys.STATE_DIR, "state");

    @Test
    void shouldLetFlagsWinOverTheEnvironmentAndThatOverTheFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("ballast.properties"),
                "ballast.state.dir=state\nballast.topic.prefix=file.\nballast.application.id=file\nballast.threads=2\n");

        BallastConfig config = BallastConfig.load(
                Optional.of(file),
                Map.of("BALLAST_TOPIC_PREFIX", "env.", "BALLAST_APPLICATION_ID", "env", "PATH", "/bin"),
                Map.of("ballast.topic.prefix", "flag."));

        assertThat(config.topicPrefix()).isEqualTo("flag.");
        assertThat(config.applicationId()).isEqualTo("env");
        assertThat(config.getInt(BallastKeys.THREADS)).isEqualTo(2);
        assertThat(config.getLong(BallastKeys.COMMIT_INTERVAL_MS)).isEqualTo(100);
    }

    @Test
    void shouldReadPassedThroughSettingsFromTheEnvironment() {
        BallastConfig config = BallastConfig.load(
                Optional.empty(),
                Map.of(
                        "BALLAST_KAFKA_BOOTSTRAP_SERVERS", "broker:9092",
                        "BALLAST_SCHEMA_REGISTRY_URL", "http://registry:8081",
                        "BALLAST_JAVA_OPTS", "-Xmx1g"),
                STATE);

        assertThat(config.kafka(ClientKind.ADMIN)).containsEntry("bootstrap.servers", "broker:9092");
        assertThat(config.registry()).containsExactly(Map.entry("schema.registry.url", "http://registry:8081"));
    }

    @Test
    void shouldNameTheNearestSettingToAnUnknownOne() {
        assertThatThrownBy(() -> BallastConfig.of(Map.of("ballast.topc.prefix", "x")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("unknown setting ballast.topc.prefix; did you mean ballast.topic.prefix?");
    }

    @Test
    void shouldAcceptSettingsThatSomebodyElseDeclares() {
        ConfigDef others = new ConfigDef()
                .define("ballast.producer.batch", ConfigDef.Type.INT, 7, ConfigDef.Importance.LOW, "records");
        Map<String, String> settings = new HashMap<>(STATE);
        settings.put("ballast.producer.batch", "9");

        assertThat(BallastConfig.of(settings, others).getInt("ballast.producer.batch"))
                .isEqualTo(9);
    }

    @Test
    void shouldRequireAFolderForState() {
        assertThatThrownBy(() -> BallastConfig.of(Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("ballast.state.dir");
    }

    @Test
    void shouldRefuseAHistoryShorterThanAReorganisation() {
        Map<String, String> settings = new HashMap<>(STATE);
        settings.put(HistoryKeys.HISTORY_BLOCKS, "12");

        assertThatThrownBy(() -> BallastConfig.of(settings)).hasMessageContaining("at least 64");
    }

    @Test
    void shouldSayWhichFileCannotBeRead() {
        assertThatThrownBy(() -> BallastConfig.load(Optional.of(Path.of("no-such.properties")), Map.of(), Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("no-such.properties");
    }

    @Test
    void shouldGiveEachKindOfClientItsOwnSettingsOverThoseForAll() {
        Map<String, String> settings = new HashMap<>(STATE);
        settings.put("kafka.bootstrap.servers", "broker:9092");
        settings.put("kafka.request.timeout.ms", "1000");
        settings.put("kafka.admin.request.timeout.ms", "2000");
        settings.put("kafka.producer.acks", "all");

        BallastConfig config = BallastConfig.of(settings);

        assertThat(config.kafka(ClientKind.ADMIN))
                .containsOnlyKeys("bootstrap.servers", "request.timeout.ms")
                .containsEntry("request.timeout.ms", "2000");
        assertThat(config.kafka(ClientKind.PRODUCER))
                .containsEntry("acks", "all")
                .containsEntry("request.timeout.ms", "1000");
    }

    @Test
    void shouldNotShowSecrets() {
        Map<String, String> settings = new HashMap<>(STATE);
        settings.put("kafka.sasl.jaas.config", "org.apache… password=\"hush\"");
        settings.put("kafka.ssl.keystore.password", "hush");
        settings.put("basic.auth.user.info", "me:hush");
        settings.put("bearer.auth.token", "hush");
        settings.put("schema.registry.url", "http://me:hush@registry:8081");
        settings.put("basic.auth.credentials.source", "USER_INFO");

        String shown = BallastConfig.of(settings).toString();

        assertThat(shown)
                .doesNotContain("hush")
                .contains("schema.registry.url = http://***@registry:8081")
                .contains("basic.auth.credentials.source = USER_INFO")
                .contains("ballast.profile = exact");
    }

    @Test
    void shouldSplitLists() {
        Map<String, String> settings = new HashMap<>(STATE);
        settings.put(PublicationKeys.SELECT_OWNERS, "0xa, 0xb");

        assertThat(BallastConfig.of(settings).getList(PublicationKeys.SELECT_OWNERS))
                .isEqualTo(List.of("0xa", "0xb"));
    }
}
