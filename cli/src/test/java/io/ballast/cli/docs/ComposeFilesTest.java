/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.ballast.cli.CommandLines;
import io.ballast.cli.config.Settings;
import io.ballast.producers.exchange.FeedSettings;
import io.ballast.producers.follow.FollowSettings;
import io.ballast.streams.config.BallastKeys;
import io.ballast.streams.config.ConfigSources;
import io.ballast.streams.config.ResolvedSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the compose files must say alike, since no anchor reaches from one into the other, and that they speak of what there is. */
class ComposeFilesTest {

    private static final Path REPOSITORY = Path.of("..");
    /** Its name, and what it is if nobody sets it; {@code $$} is a dollar of the text. */
    private static final Pattern VARIABLE = Pattern.compile("(?<!\\$)\\$\\{([A-Z0-9_]+):?-([^}]*)}");

    private static final List<String> OTHER_BROKERS = List.of("broker-2", "broker-3");

    private static final List<String> OURS = List.of("topics", "streams", "simulator", "desk", "chain", "exchange");

    private Map<String, Object> one;
    private Map<String, Object> three;

    @BeforeEach
    void read() throws IOException {
        one = Yamls.load(REPOSITORY.resolve("docker-compose.yml"));
        three = Yamls.load(REPOSITORY.resolve("docker-compose.three-brokers.yml"));
    }

    @Test
    void theThreeBrokersDifferInNameOnly() {
        Map<String, String> first = new TreeMap<>(environment(one, "broker"));
        first.putAll(environment(three, "broker"));

        assertThat(OTHER_BROKERS).allSatisfy(broker -> {
            assertThat(nameless(environment(three, broker))).isEqualTo(nameless(first));
            assertThat(service(three, broker))
                    .containsEntry("image", service(one, "broker").get("image"));
            assertThat(service(three, broker))
                    .containsEntry("healthcheck", service(one, "broker").get("healthcheck"));
        });
    }

    @Test
    void everythingHasThreeCopiesOfWhichTwoCount() {
        Map<String, String> ofThree = environment(three, "broker");
        Map<String, String> ofOne = environment(one, "broker");

        assertThat(ofThree).allSatisfy((key, value) -> {
            if (key.endsWith("REPLICATION_FACTOR")) {
                assertThat(value).as(key).isEqualTo("3");
            } else if (key.endsWith("MIN_ISR") || key.endsWith("MIN_INSYNC_REPLICAS")) {
                assertThat(value).as(key).isEqualTo("2");
            }
        });
        assertThat(ofThree.keySet())
                .containsAll(ofOne.keySet().stream()
                        .filter(key -> key.endsWith("REPLICATION_FACTOR") || key.endsWith("MIN_ISR"))
                        .toList())
                .contains("KAFKA_DEFAULT_REPLICATION_FACTOR", "KAFKA_MIN_INSYNC_REPLICAS");
        assertThat(service(three, "topics").get("command").toString()).contains("--replication-factor, 3");
    }

    @Test
    void whoeverNamesOneBrokerNamesThreeThere() {
        assertThat(OURS)
                .allSatisfy(service -> assertThat(environment(three, service).get("BALLAST_KAFKA_BOOTSTRAP_SERVERS"))
                        .as(service)
                        .isEqualTo("broker:29092,broker-2:29092,broker-3:29092"));
    }

    @Test
    void everyServiceOfOursIsACommandAndSettingsThatThereAre() {
        assertThat(OURS).allSatisfy(service -> {
            assertThatCode(() -> CommandLines.parse(command(service)))
                    .as(service)
                    .doesNotThrowAnyException();
            Map<String, String> settings = ConfigSources.merge(
                    Optional.empty(), unset(environment(one, service)), Map.of(BallastKeys.STATE_DIR, "anywhere"));
            assertThatCode(() -> Settings.checked(ResolvedSettings.of(settings, Map.of())))
                    .as(service)
                    .doesNotThrowAnyException();
        });
    }

    /** What the producers of profile live are told by default; addresses of nodes are asked for by a reference. */
    @Test
    void producersOfLiveMarketsKnowTheirSettings() {
        Map<String, String> chain = given("chain");
        assertThat(chain).containsEntry("chain.rpc.urls", "${env:BALLAST_SECRET_CHAIN_RPC_URLS}");
        assertThat(environment(one, "chain")).containsKey("BALLAST_SECRET_CHAIN_RPC_URLS");
        assertThat(new FollowSettings(chain).producerId()).isEqualTo("chain-1");
        assertThat(new FeedSettings(given("exchange")).options().feeds())
                .extracting(feed -> feed.venue().label())
                .containsExactlyInAnyOrder("coinbase", "kraken", "deribit");
    }

    @Test
    void everyPortIsPublishedOnThisMachineAlone() {
        Yamls.map(one.get("services")).forEach((name, service) -> assertThat(
                        Yamls.list(Yamls.map(service).get("ports")))
                .as(name)
                .allMatch(port -> port.toString().startsWith("127.0.0.1:")));
        assertThat(environment(one, "desk")).containsEntry("BALLAST_DESK_PUBLISHED_ON_LOOPBACK", "true");
    }

    @Test
    void imagesArePinned() {
        Yamls.map(one.get("services")).forEach((name, service) -> assertThat(
                        Yamls.map(service).get("image").toString())
                .as(name)
                .matches("[a-z0-9./-]+:v?[0-9]+(\\.[0-9]+)+"));
    }

    @Test
    void whatMayBeSetStandsInTheExample() throws IOException {
        Set<String> asked = new TreeSet<>();
        for (String file : List.of("docker-compose.yml", "docker-compose.three-brokers.yml")) {
            Matcher variable = VARIABLE.matcher(Files.readString(REPOSITORY.resolve(file)));
            while (variable.find()) {
                asked.add(variable.group(1));
            }
        }
        asked.removeAll(List.of("BROKER_2_PORT", "BROKER_3_PORT", "BROKER_HEAP"));

        assertThat(Files.readAllLines(REPOSITORY.resolve(".env.example")).stream()
                        .filter(line -> line.matches("#[A-Z0-9_]+=.*"))
                        .map(line -> line.substring(1, line.indexOf('='))))
                .containsExactlyInAnyOrderElementsOf(asked);
    }

    /** Compose 1.29 refuses what it does not know at the top; the plugin warns of a version. */
    @Test
    void theTopHasOnlyWhatEveryComposeKnows() {
        assertThat(List.of(one, three)).allSatisfy(file -> assertThat(file.keySet())
                .allMatch(key -> key.equals("services") || key.equals("volumes") || key.startsWith("x-")));
    }

    /** As somebody has them who sets nothing. */
    private static Map<String, String> unset(Map<String, String> settings) {
        Map<String, String> plain = new TreeMap<>(settings);
        plain.replaceAll((key, value) -> unset(value));
        return plain;
    }

    private static String unset(String text) {
        return VARIABLE.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(match.group(2)))
                .replace("$$", "$");
    }

    private List<String> command(String service) {
        return Yamls.list(service(one, service).get("command")).stream()
                .map(argument -> unset(argument.toString()))
                .toList();
    }

    /** The settings of a command line. */
    private Map<String, String> given(String service) {
        String option = "--set=";
        return command(service).stream()
                .filter(argument -> argument.startsWith(option))
                .map(argument -> argument.substring(option.length()).split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    private static Map<String, String> nameless(Map<String, String> environment) {
        Map<String, String> rest = new TreeMap<>(environment);
        rest.keySet().removeAll(List.of("KAFKA_NODE_ID", "KAFKA_ADVERTISED_LISTENERS"));
        return rest;
    }

    private static Map<String, String> environment(Map<String, Object> file, String service) {
        Map<String, String> environment = new TreeMap<>();
        Yamls.map(service(file, service).get("environment"))
                .forEach((key, value) -> environment.put(key, value.toString()));
        return environment;
    }

    private static Map<String, Object> service(Map<String, Object> file, String name) {
        return Yamls.map(Yamls.map(file.get("services")).get(name));
    }
}
