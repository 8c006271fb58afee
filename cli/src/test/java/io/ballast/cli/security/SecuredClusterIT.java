/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ballast.cli.Background;
import io.ballast.cli.Captured;
import io.ballast.cli.ExitCode;
import io.ballast.cli.SettingsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Everything that we start, on a broker that lets in only who signs in over TLS; and that no secret is to be seen anywhere afterwards:
 * what was printed and logged, what is served over HTTP, and what lies on topics.
 */
@TestMethodOrder(OrderAnnotation.class)
@Tag("fault")
class SecuredClusterIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Path SAMPLE = Path.of("src", "test", "resources", "lab-sample");
    private static final String USER = "scrambled";
    private static final String USER_PASSWORD = "hush-of-the-user";
    private static final String WRONG_PASSWORD = "hush-that-is-wrong";
    private static final StackPasswords PASSWORDS =
            new StackPasswords("hush-of-the-server", "hush-of-the-client", "hush-of-the-token");
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "BALLAST_SECRET_TRUSTED", PASSWORDS.serverStore(), "BALLAST_SECRET_CLIENT", PASSWORDS.clientSecret());

    /** All that was printed and served. */
    private static final List<String> SHOWN = new CopyOnWriteArrayList<>();

    @TempDir
    private static Path folder;

    private static LoggedText log;
    private static SecuredStack stack;

    /** Ways of signing in, each with its secrets from another place. */
    enum SignIn {
        SCRAM,
        MTLS,
        OAUTH;

        Map<String, String> settings() {
            return switch (this) {
                case SCRAM -> stack.scram(USER, "${file:" + folder.resolve("secrets.properties") + ":password}");
                case MTLS -> stack.mutualTls("${dir:" + folder.resolve("secrets") + ":store-password}");
                case OAUTH -> stack.oauth("${env:BALLAST_SECRET_CLIENT}");
            };
        }

        SettingsFile file() {
            return new SettingsFile(folder.resolve(name() + ".properties"));
        }
    }

    @BeforeAll
    static void start() throws Exception {
        log = new LoggedText();
        stack = SecuredStack.start(
                folder,
                PASSWORDS,
                Map.of(
                        "authorizer.class.name",
                        "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
                        "super.users",
                        Stream.of("ANONYMOUS", USER, SecuredStack.CERTIFIED, SecuredStack.TOKEN_HOLDER)
                                .map(user -> "User:" + user)
                                .reduce((one, other) -> one + ";" + other)
                                .orElseThrow()));
        stack.addUser(USER, USER_PASSWORD);
        Files.write(folder.resolve("secrets.properties"), List.of("password=" + USER_PASSWORD));
        Files.createDirectory(folder.resolve("secrets"));
        Files.writeString(folder.resolve("secrets").resolve("store-password"), PASSWORDS.clientStore());
        for (SignIn signIn : SignIn.values()) {
            write(signIn);
        }
    }

    private static void write(SignIn signIn) throws IOException {
        String prefix = signIn.name().toLowerCase(Locale.ROOT);
        Map<String, String> settings = signIn.settings();
        settings.put("kafka.ssl.truststore.password", "${env:BALLAST_SECRET_TRUSTED}");
        settings.put("ballast.topic.prefix", prefix + ".");
        settings.put("ballast.application.id", prefix + "-risk");
        settings.put("ballast.state.dir", folder.resolve(prefix).toString());
        settings.put("ballast.desk.port", "0");
        settings.put("ballast.monitoring.port", "0");
        SettingsFile.write(signIn.file().path(), settings);
    }

    @AfterAll
    static void stop() {
        stack.close();
        log.close();
    }

    @Order(1)
    @ParameterizedTest
    @EnumSource(SignIn.class)
    void everythingThatIsStartedSignsIn(SignIn signIn) throws Exception {
        ok(signIn, "topics", "create", "--partitions", "1");
        ok(
                signIn,
                "run",
                "producer",
                "replay",
                SAMPLE.resolve("logs.jsonl").toString(),
                "--pools",
                SAMPLE.resolve("manifest.json").toString(),
                "--producer-id",
                signIn.name());
        assertThat(run(signIn, "doctor").out()).containsPattern("cluster +OK");
        assertThat(ok(signIn, "config").out()).contains("kafka.security.protocol");

        Background streams = start(signIn, "run", "streams");
        Background desk = start(signIn, "run", "desk");
        await().atMost(PATIENCE).until(() -> !DeskPages.rows(desk, "positions").isEmpty());
        SHOWN.add(DeskPages.get(streams.err(), "/health"));
        SHOWN.add(DeskPages.get(streams.err(), "/metrics"));
        SHOWN.add(DeskPages.get(desk.out(), "/api/v1/pipeline"));

        for (Background service : List.of(streams, desk)) {
            Captured ended = shown(service.end());
            assertThat(ended.exitCode()).as(ended.err()).isEqualTo(ExitCode.OK);
        }
    }

    record Mistake(SignIn signIn, String key, String value, String named) {}

    static Stream<Mistake> mistakes() {
        return Stream.of(
                new Mistake(
                        SignIn.SCRAM,
                        "kafka.sasl.jaas.config",
                        "org.apache.kafka.common.security.scram.ScramLoginModule required username=" + USER
                                + " password=\"" + WRONG_PASSWORD + "\";",
                        "kafka.sasl.jaas.config"),
                new Mistake(SignIn.SCRAM, "kafka.sasl.mechanism", "SCRAM-SHA-256", "kafka.sasl.mechanism"),
                new Mistake(SignIn.SCRAM, "kafka.ssl.truststore.location", "stranger", "kafka.ssl.truststore"),
                new Mistake(SignIn.MTLS, "kafka.ssl.keystore.location", "stranger", "kafka.ssl.keystore"),
                new Mistake(SignIn.MTLS, "kafka.ssl.keystore.password", WRONG_PASSWORD, "kafka.ssl.keystore"),
                new Mistake(
                        SignIn.OAUTH,
                        "kafka.sasl.oauthbearer.client.credentials.client.secret",
                        WRONG_PASSWORD,
                        "kafka.sasl.oauthbearer"));
    }

    @Order(2)
    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsToldInOneLineThatNamesTheSetting(Mistake mistake) throws Exception {
        List<String> set = mistake.value().equals("stranger")
                ? stranger(mistake.key())
                : List.of("--set", mistake.key() + "=" + mistake.value());
        for (String command : List.of("topics create", "run streams", "run desk", "run producer simulator --for 1s")) {
            List<String> arguments = new ArrayList<>(List.of(command.split(" ")));
            arguments.addAll(set);
            Captured refused = run(mistake.signIn(), arguments.toArray(String[]::new));

            assertThat(refused.exitCode()).isEqualTo(ExitCode.FAILED);
            assertThat(refused.err()).as(command).hasLineCount(1).contains(mistake.named());
        }
        List<String> doctor = new ArrayList<>(List.of("doctor"));
        doctor.addAll(set);
        assertThat(run(mistake.signIn(), doctor.toArray(String[]::new)).out().lines())
                .filteredOn(line -> line.startsWith("cluster"))
                .singleElement()
                .asString()
                .contains("MISSING")
                .contains(mistake.named());
    }

    /** The store of somebody whom neither side knows. */
    private static List<String> stranger(String locationKey) throws IOException, InterruptedException {
        TestCertificate stranger =
                TestCertificate.create(Files.createTempDirectory(folder, "s"), "stranger", "stranger-word");
        return List.of(
                "--set",
                locationKey + "=" + stranger.file(),
                "--set",
                locationKey.replace("location", "password") + "=" + stranger.password());
    }

    @Order(3)
    @Test
    void aReferenceThatNamesNothingIsToldWithItsSetting() {
        Captured refused = run(
                SignIn.SCRAM, "topics", "list", "--set", "kafka.ssl.truststore.password=${env:BALLAST_SECRET_NONE}");

        assertThat(refused.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(refused.err())
                .hasLineCount(1)
                .contains("kafka.ssl.truststore.password")
                .contains("${env:BALLAST_SECRET_NONE}");
    }

    @Order(4)
    @Test
    void noSecretIsToBeSeenAnywhere() throws Exception {
        List<String> secrets = new ArrayList<>(List.of(
                USER_PASSWORD,
                WRONG_PASSWORD,
                PASSWORDS.serverStore(),
                PASSWORDS.clientStore(),
                PASSWORDS.clientSecret()));
        secrets.addAll(stack.tokens());
        assertThat(stack.tokens()).isNotEmpty();
        assertThat(log.text()).contains("ssl.truststore.password = [hidden]");

        assertThat(List.of(String.join("\n", SHOWN), log.text(), TopicBytes.of(stack.openBootstrapServers())))
                .allSatisfy(text -> assertThat(text).isNotEmpty().doesNotContain(secrets));
    }

    private static Captured ok(SignIn signIn, String... arguments) {
        Captured captured = run(signIn, arguments);
        assertThat(captured.exitCode()).as(captured.err()).isEqualTo(ExitCode.OK);
        return captured;
    }

    private static Captured run(SignIn signIn, String... arguments) {
        return shown(Captured.run(ENVIRONMENT, signIn.file().with(arguments)));
    }

    private static Background start(SignIn signIn, String... arguments) {
        return Background.start(ENVIRONMENT, signIn.file().with(arguments));
    }

    private static Captured shown(Captured captured) {
        SHOWN.add(captured.out());
        SHOWN.add(captured.err());
        return captured;
    }
}
