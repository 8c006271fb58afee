/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResolvedSettingsTest {
    private static final Map<String, String> ENVIRONMENT = Map.of("BALLAST_SECRET_WORD", "hush", "HOME", "/somewhere");

    @TempDir
    private Path folder;

    @Test
    void shouldReadFilesFoldersAndVariables() throws IOException {
        Path file = Files.write(folder.resolve("secrets.properties"), List.of("word=whisper"));
        Files.writeString(folder.resolve("key"), "murmur");

        Map<String, String> values = resolved(Map.of(
                        "one",
                        "${file:" + file + ":word}",
                        "two",
                        "${dir:" + folder + ":key}",
                        "three",
                        "user:${env:BALLAST_SECRET_WORD}@there",
                        "four",
                        "plain"))
                .values();

        assertThat(values)
                .containsOnly(
                        Map.entry("one", "whisper"),
                        Map.entry("two", "murmur"),
                        Map.entry("three", "user:hush@there"),
                        Map.entry("four", "plain"));
    }

    @Test
    void shouldTakeASecretAsItIs_whateverItLooksLike() {
        String odd = "a$1\\b${env:HOME}";

        assertThat(ResolvedSettings.of(Map.of("one", "${env:BALLAST_SECRET_WORD}"), Map.of("BALLAST_SECRET_WORD", odd))
                        .values())
                .containsEntry("one", odd);
    }

    @Test
    void shouldReadOnlyVariablesThatAreAllowed() {
        Map<String, String> home = Map.of("one", "${env:HOME}");

        assertThatThrownBy(() -> resolved(home))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("one")
                .hasMessageContaining("${env:HOME}");
        assertThat(resolved(Map.of("one", "${env:HOME}", "config.providers.env.param.allowlist.pattern", "HO.*"))
                        .values())
                .containsOnly(Map.entry("one", "/somewhere"));
    }

    @Test
    void shouldReadOnlyPathsThatAreAllowed() throws IOException {
        Path file = Files.write(folder.resolve("secrets.properties"), List.of("word=whisper"));
        Files.createDirectory(folder.resolve("other"));

        assertThatThrownBy(() -> resolved(Map.of(
                        "one",
                        "${file:" + file + ":word}",
                        "config.providers.file.param.allowed.paths",
                        folder.resolve("other").toString())))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("${file:")
                .hasMessageNotContaining("whisper");
    }

    @Test
    void shouldRefuseAReferenceThatNamesNothing() {
        assertThatThrownBy(() -> resolved(Map.of("one", "${file:" + folder.resolve("none") + ":word}")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("setting one");
        assertThatThrownBy(() -> resolved(Map.of("one", "${vault:word}")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("file, dir, env");
        assertThatThrownBy(() -> resolved(Map.of("config.providers", "vault")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("config.providers.vault.class");
        assertThatThrownBy(() -> resolved(Map.of("config.providers", "vault", "config.providers.vault.class", "No")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("config.providers.vault.class");
    }

    @Test
    void shouldShowTheReferenceAndNotWhatItNames() {
        ResolvedSettings settings = resolved(Map.of(
                "ballast.state.dir", "/state/${env:BALLAST_SECRET_WORD}",
                "kafka.client.id", "${env:BALLAST_SECRET_WORD}",
                "kafka.ssl.key.password", "${env:BALLAST_SECRET_WORD}"));

        BallastConfig config = BallastConfig.of(settings, new ConfigDef());

        assertThat(config.stateDirectory()).hasToString("/state/hush");
        assertThat(config.effective())
                .containsEntry("ballast.state.dir", "/state/${env:BALLAST_SECRET_WORD}")
                .containsEntry("kafka.client.id", "${env:BALLAST_SECRET_WORD}")
                .containsEntry("kafka.ssl.key.password", Secrets.MASK);
        assertThat(config + " " + settings).doesNotContain("hush");
    }

    @Test
    void variablesThatAreSecretsAreNoSettings() {
        assertThat(ConfigSources.merge(Optional.empty(), ENVIRONMENT, Map.of())).isEmpty();
    }

    private static ResolvedSettings resolved(Map<String, String> given) {
        return ResolvedSettings.of(given, ENVIRONMENT);
    }
}
