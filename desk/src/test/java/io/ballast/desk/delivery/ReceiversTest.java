/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.desk.security.Entitlement;
import io.ballast.schema.AlertSeverity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceiversTest {
    private static final Map<String, String> ENVIRONMENT =
            Map.of("HOOK", "https://hooks.example.org/s3cret", "BAD", "ftp://s3cret", "EMPTY", " ");

    @TempDir
    Path folder;

    private List<Receiver> read(String text) throws IOException {
        Path file = folder.resolve("receivers.yaml");
        Files.writeString(file, text);
        return Receivers.read(file, ENVIRONMENT).list();
    }

    @Test
    void readsTheExample() {
        List<Receiver> receivers = Receivers.read(
                        Path.of("..", "deploy", "alert-receivers.yaml"),
                        Map.of(
                                "BALLAST_SLACK_HOOK", "https://hooks.slack.com/services/T/B/x",
                                "BALLAST_PAGERDUTY_KEY", "key",
                                "BALLAST_WEBHOOK_URL", "https://in.example.org/x"))
                .list();

        assertThat(receivers).extracting(Receiver::kind).containsExactlyInAnyOrder(ReceiverKind.values());
        Receiver pager = receivers.stream()
                .filter(receiver -> receiver.kind() == ReceiverKind.PAGERDUTY)
                .findFirst()
                .orElseThrow();
        assertThat(pager.selector())
                .isEqualTo(new AlertSelector(
                        AlertSeverity.CRITICAL, Entitlement.of(List.of("desk-a")), Set.of(), Map.of("page", "yes")));
    }

    @Test
    void knowsWhatIsUsual() throws IOException {
        Receiver receiver =
                read("receivers: [{name: a, kind: slack, url_env: HOOK}]").get(0);

        assertThat(receiver.terms())
                .isEqualTo(new DeliveryTerms(Duration.ofHours(1), 30, Duration.ofHours(1), Duration.ofSeconds(10)));
        assertThat(receiver.selector())
                .isEqualTo(new AlertSelector(AlertSeverity.INFO, Entitlement.everything(), Set.of(), Map.of()));
    }

    @Test
    void readsSecretsFromFiles() throws IOException {
        Path secret = folder.resolve("hook");
        Files.writeString(secret, "https://hooks.example.org/s3cret\n");

        Receiver receiver = read("receivers: [{name: a, kind: slack, url_file: " + secret + "}]")
                .get(0);

        assertThat(receiver.format().toString() + receiver).doesNotContain("s3cret");
    }

    @Test
    void nobodyIsToldByAnEmptyFile() throws IOException {
        assertThat(read("")).isEmpty();
        assertThat(read("receivers:")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            name: a, kind: slak                                     | unknown kind slak; did you mean slack?
            name: a, kind: slack, url_env: HOOK, colour: red        | unknown key colour
            name: a, kind: slack, url: "https://in.the/open"        | unknown key url
            name: a, kind: pagerduty, routing_key: open             | unknown key routing_key
            name: A b, kind: slack, url_env: HOOK                   | A b is not made of small letters
            kind: slack, url_env: HOOK                              | name is missing
            name: a, kind: slack                                    | url_file or url_env is missing
            name: a, kind: pagerduty                                | routing_key_file or routing_key_env is missing
            name: a, kind: webhook                                  | url, url_file or url_env is missing
            name: a, kind: webhook, url: nowhere                    | url is no address
            name: a, kind: webhook, url: "http://me:s3cret@host/"   | url has a user in it
            name: a, kind: slack, url_env: BAD                      | url_env is no address
            name: a, kind: slack, url_env: EMPTY                    | there is nothing in environment variable EMPTY
            name: a, kind: slack, url_env: NONE                     | there is nothing in environment variable NONE
            name: a, kind: slack, url_file: /none                   | cannot read /none: NoSuchFileException
            name: a, kind: slack, url_env: HOOK, per_minute: 0      | is no number from 1 to 10000
            name: a, kind: slack, url_env: HOOK, renotify: 4        | is not a number and s, m, h or d
            name: a, kind: slack, url_env: HOOK, timeout: 0s        | must be longer than nothing
            name: a, kind: slack, url_env: HOOK, match: {severity: bad}  | unknown severity bad
            name: a, kind: slack, url_env: HOOK, match: {sevrity: info}  | unknown key sevrity; did you mean severity?
            """)
    void refusesWhatMakesNoSense_withFileAndLine_withoutSecrets(String receiver, String message) {
        assertThatThrownBy(() -> read("receivers:\n  - {" + receiver + "}"))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith(folder.resolve("receivers.yaml") + ":2: ")
                .hasMessageContaining(message)
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void refusesTwoOfOneName() {
        assertThatThrownBy(
                        () -> read(
                                """
                                receivers:
                                  - {name: a, kind: slack, url_env: HOOK}
                                  - {name: a, kind: webhook, url: "http://host/"}
                                """))
                .hasMessageContaining(":3: there are two receivers a");
    }
}
