/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;
import org.junit.jupiter.api.Test;

class DeskKeysTest {
    @Test
    void areAllInTheDocumentation() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "desk.md"));

        assertThat(DeskKeys.definition().configKeys().values()).allSatisfy(key -> assertThat(page)
                .contains("| `" + key.name + "` | " + defaultOf(key) + " | " + key.documentation + " |"));
    }

    private static String defaultOf(ConfigDef.ConfigKey key) {
        boolean empty = "".equals(key.defaultValue) || new Password("").equals(key.defaultValue);
        return empty ? "empty" : "`" + key.defaultValue + "`";
    }

    @Test
    void serveThisMachineAlone_byDefault() {
        assertThat(settings(Map.of()).host()).isEqualTo("127.0.0.1");
    }

    @Test
    void refuseToBeOpenToOthersWithoutSignIn() {
        assertThatThrownBy(() -> settings(Map.of(DeskKeys.HOST, "0.0.0.0")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(DeskKeys.TOKENS_FILE);
        assertThat(settings(Map.of(DeskKeys.HOST, "0.0.0.0", DeskKeys.TOKENS_FILE, "tokens.json"))
                        .tokensFile())
                .isPresent();
    }

    @Test
    void takeTheWordOfWhoeverSaysThatOnlyThisMachineReachesIt() {
        assertThat(settings(Map.of(DeskKeys.HOST, "0.0.0.0", DeskKeys.PUBLISHED_ON_LOOPBACK, "true"))
                        .tokensFile())
                .isEmpty();
        assertThatThrownBy(() -> settings(Map.of(DeskKeys.HOST, "0.0.0.0", DeskKeys.PUBLISHED_ON_LOOPBACK, "false")))
                .hasMessageContaining(DeskKeys.PUBLISHED_ON_LOOPBACK);
        assertThatThrownBy(() -> settings(Map.of(DeskKeys.PUBLISHED_ON_LOOPBACK, "127.0.0.1")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(DeskKeys.PUBLISHED_ON_LOOPBACK)
                .hasMessageContaining("true or false");
    }

    @Test
    void refuseAnIdentityProviderThatOthersCouldListenTo() {
        assertThatThrownBy(() ->
                        settings(Map.of(DeskKeys.OIDC_ISSUER, "http://192.0.2.1", DeskKeys.OIDC_CLIENT_ID, "desk")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(DeskKeys.OIDC_ISSUER)
                .hasMessageContaining("https");
        assertThatThrownBy(() -> settings(Map.of(DeskKeys.OIDC_ISSUER, "https://login.example.org")))
                .hasMessageContaining(DeskKeys.OIDC_CLIENT_ID);
    }

    private static DeskSettings settings(Map<String, String> given) {
        return DeskSettings.of(new AbstractConfig(DeskKeys.definition(), given, false));
    }
}
