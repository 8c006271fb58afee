/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ballast.cli.Captured;
import io.ballast.cli.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigCommandTest {
    @TempDir
    private Path folder;

    @Test
    void saysWhichLayerASettingComesFrom() throws IOException {
        Path file = file("ballast.threads=2", "ballast.topic.prefix=file.", "kafka.bootstrap.servers=file:9092");

        JsonNode config = config(
                Map.of("BALLAST_TOPIC_PREFIX", "env.", "BALLAST_KAFKA_BOOTSTRAP_SERVERS", "env:9092"),
                "--config",
                file.toString(),
                "--set",
                "kafka.bootstrap.servers=flag:9092");

        assertSetting(config, "ballast.threads", "2", "file " + file);
        assertSetting(config, "ballast.topic.prefix", "env.", "environment");
        assertSetting(config, "kafka.bootstrap.servers", "flag:9092", "--set");
        assertSetting(config, "ballast.profile", "exact", "default");
    }

    @Test
    void showsNoSecret() throws IOException {
        Path file = file(
                "kafka.sasl.jaas.config=module required password=hunter2;",
                "kafka.ssl.keystore.password=hunter2",
                "basic.auth.user.info=user:hunter2",
                "bearer.auth.token=hunter2",
                "schema.registry.url=http://user:hunter2@registry:8081");

        Captured captured = Captured.run("config", "--config", file.toString());

        assertThat(captured.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(captured.out()).contains("kafka.sasl.jaas.config").doesNotContain("hunter2");
    }

    @Test
    void showsOnlyWhatWasChanged_whenAsked() {
        Captured captured = Captured.run("config", "--changed", "--set", "ballast.threads=3");

        assertThat(captured.out().lines()).hasSize(2).last().asString().matches("ballast.threads\\s+3\\s+--set");
    }

    @Test
    void refusesASettingThatIsNotKnown() {
        Captured captured = Captured.run("config", "--set", "ballast.thread=3");

        assertThat(captured.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(captured.err()).contains("ballast.thread").contains("ballast.threads");
    }

    @Test
    void refusesAFileThatIsNotThere() {
        Captured captured = Captured.run(
                "config", "--config", folder.resolve("no.properties").toString());

        assertThat(captured.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(captured.err()).contains("no.properties");
    }

    private Path file(String... lines) throws IOException {
        return Files.write(folder.resolve("ballast.properties"), java.util.List.of(lines));
    }

    private static JsonNode config(Map<String, String> environment, String... options) throws JsonProcessingException {
        String[] arguments = new String[options.length + 3];
        arguments[0] = "config";
        arguments[1] = "-o";
        arguments[2] = "json";
        System.arraycopy(options, 0, arguments, 3, options.length);
        return new ObjectMapper().readTree(Captured.run(environment, arguments).out());
    }

    private static void assertSetting(JsonNode config, String key, String value, String source) {
        assertThat(config.path(key).path("value").asText()).isEqualTo(value);
        assertThat(config.path(key).path("source").asText()).isEqualTo(source);
    }
}
