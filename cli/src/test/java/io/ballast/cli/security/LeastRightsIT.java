/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ballast.cli.Background;
import io.ballast.cli.Captured;
import io.ballast.cli.ExitCode;
import io.ballast.cli.SettingsFile;
import io.ballast.cli.SpeakingExchange;
import io.ballast.producers.sink.JournalReader;
import io.ballast.producers.sink.SinkOptions;
import io.ballast.schemas.access.AccessNames;
import io.ballast.schemas.access.Role;
import io.ballast.schemas.catalogue.Topic;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each role with the rights of the list, on a broker that asks an authorizer: it works, makes use of each, and misses none. */
@TestMethodOrder(OrderAnnotation.class)
@Tag("fault")
class LeastRightsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Path SAMPLE = Path.of("src", "test", "resources", "lab-sample");
    private static final Path HEDGES = Path.of("..", "docs", "backtest");
    private static final AccessNames NAMES = new AccessNames("mine.", "my-risk");
    private static final String PASSWORD = "word-of-all";

    /** Needed, but not by what is done here: input of other kinds, and the follower of a chain, which needs a chain. */
    private static final Map<Role, Set<Topic>> NOT_WRITTEN_HERE = Map.of(
            Role.CHAIN, Set.of(Topic.CHAIN_JOURNAL, Topic.DEAD_LETTERS),
            Role.EXCHANGE, Set.of(Topic.OPTION_QUOTES, Topic.HEDGE_INSTRUMENTS, Topic.DEAD_LETTERS),
            Role.REPLAY, Set.of(Topic.OPTION_QUOTES, Topic.DEAD_LETTERS),
            Role.HEDGES, Set.of(Topic.HEDGE_EVENTS, Topic.CLAIMS));

    @TempDir
    private static Path folder;

    private static SecuredStack stack;
    private static Admin admin;
    private static SpeakingExchange exchange;

    @BeforeAll
    static void start() throws Exception {
        stack = SecuredStack.start(
                folder,
                new StackPasswords("server-store", "client-store", "client-secret"),
                Map.of("authorizer.class.name", RecordingAuthorizer.class.getName(), "super.users", "User:ANONYMOUS"));
        admin = stack.admin();
        exchange = SpeakingExchange.coinbase();
        for (Role role : Role.values()) {
            stack.addUser(role.usualUser(), PASSWORD);
            admin.createAcls(bindings(role)).all().get();
            write(role);
        }
    }

    private static List<AclBinding> bindings(Role role) {
        return role.rights(NAMES).stream()
                .flatMap(right -> right.bindings(role.usualUser()).stream())
                .toList();
    }

    private static void write(Role role) throws IOException {
        Map<String, String> settings = stack.scram(role.usualUser(), PASSWORD);
        settings.put("ballast.topic.prefix", NAMES.topicPrefix());
        settings.put("ballast.application.id", NAMES.applicationId());
        settings.put("ballast.state.dir", folder.resolve("state").toString());
        settings.put("ballast.standbys", "1");
        settings.put("ballast.desk.port", "0");
        settings.put("ballast.monitoring.port", "0");
        if (role == Role.EXCHANGE) {
            settings.put("exchange.coinbase.instruments", "ETH-USD");
            settings.put("exchange.coinbase.url", "ws://127.0.0.1:" + exchange.getPort());
        }
        SettingsFile.write(file(role).path(), settings);
    }

    @AfterAll
    static void stop() {
        exchange.close();
        admin.close();
        stack.close();
    }

    @Test
    @Order(1)
    void topicsAreMadeAndFilled() {
        ok(Role.TOPIC_ADMIN, "topics", "create", "--partitions", "1");
        ok(Role.TOPIC_ADMIN, "topics", "list");
        ok(Role.TOPIC_ADMIN, "topics", "describe", "pools");
        ok(Role.REPLAY, replay());
        ok(
                Role.HEDGES,
                "load",
                "hedges",
                "--instruments",
                HEDGES.resolve("instruments.jsonl").toString(),
                "--policies",
                HEDGES.resolve("policies.jsonl").toString());
        assertThat(RecordingAuthorizer.denied()).isEmpty();
    }

    private static String[] replay(String... more) {
        return Stream.concat(
                        Stream.of(
                                "run",
                                "producer",
                                "replay",
                                SAMPLE.resolve("logs.jsonl").toString(),
                                "--pools",
                                SAMPLE.resolve("manifest.json").toString()),
                        Stream.of(more))
                .toArray(String[]::new);
    }

    @Order(2)
    @ParameterizedTest
    @CsvSource({
        "TOPOLOGY, CREATE, my-risk-, run streams, my-risk-",
        "TOPOLOGY, WRITE, mine.position-risk, run streams, Not authorized to access topics: [mine.position-risk]",
        "TOPOLOGY, READ, mine.pools, run streams, mine.pools",
        "TOPOLOGY, READ, my-risk, run streams, Not authorized to access group: my-risk",
        "EXCHANGE, WRITE, mine.price-ticks, run producer exchange, Not authorized to access topics: [mine.price-ticks]",
        "EXCHANGE, WRITE, exchange, run producer exchange, Transactional Id authorization failed",
        "HEDGES, WRITE, mine.policies, load hedges --policies ../docs/backtest/policies.jsonl, Not authorized to access topics: [mine.policies]",
        "TOPIC_ADMIN, DESCRIBE_CONFIGS, mine.pools, topics create, mine.pools"
    })
    void oneRightLessIsAnErrorThatTellsWhich(
            Role role, AclOperation operation, String resource, String command, String message) throws Exception {
        AclBinding taken = bindings(role).stream()
                .filter(binding -> binding.pattern().name().equals(resource)
                        && binding.entry().operation() == operation)
                .findFirst()
                .orElseThrow();
        admin.deleteAcls(List.of(taken.toFilter())).all().get();
        awaitAcls(taken, 0);
        Background refused = start(role, command.split(" "));
        try {
            await().atMost(PATIENCE).until(refused::hasEnded);
            Captured ended = refused.end();

            assertThat(ended.exitCode()).isEqualTo(ExitCode.FAILED);
            assertThat(ended.err()).contains(message);
        } finally {
            refused.end();
            admin.createAcls(List.of(taken)).all().get();
            awaitAcls(taken, 1);
        }
    }

    private static void awaitAcls(AclBinding binding, int count) {
        await().atMost(PATIENCE)
                .until(() ->
                        admin.describeAcls(binding.toFilter()).values().get().size() == count);
    }

    @Test
    @Order(3)
    void everyRoleWorks_andMakesUseOfAllItsRights() throws Exception {
        RecordingAuthorizer.forgetDenied();
        ToldReceiver receiver = ToldReceiver.start();
        // It finds its progress, and has nothing to do.
        ok(Role.REPLAY, replay());
        ok(Role.CHAIN, replay("--producer-id", "chain-1"));
        readJournal();
        Background feed = start(Role.EXCHANGE, "run", "producer", "exchange");
        Background streams = start(Role.TOPOLOGY, "run", "streams");
        Background desk = start(Role.DESK, "run", "desk");
        Background delivering = start(
                Role.DELIVERY, "run", "desk", "--set", "ballast.desk.receivers.file=" + receiver.receiversFile(folder));
        List<Captured> ended = new ArrayList<>();
        try {
            useDesks(desk, delivering, receiver);
        } finally {
            for (Background service : List.of(feed, streams, desk, delivering)) {
                ended.add(service.end());
            }
        }
        assertThat(ended)
                .allSatisfy(service ->
                        assertThat(service.exitCode()).as(service.err()).isEqualTo(ExitCode.OK));
        receiver.close();
        assertThat(RecordingAuthorizer.denied()).isEmpty();
        for (Role role : Role.values()) {
            assertThat(unused(role)).as("rights that %s made no use of", role).isEmpty();
        }
    }

    private static void useDesks(Background desk, Background delivering, ToldReceiver receiver) {
        String alerts = Topic.ALERTS.fullName(NAMES.topicPrefix());
        await().atMost(PATIENCE).until(() -> !DeskPages.rows(desk, "positions").isEmpty());
        await().atMost(PATIENCE).until(() -> receiver.isToldOfOneMore(stack, alerts));
        for (Background each : List.of(desk, delivering)) {
            await().atMost(PATIENCE).until(() -> !DeskPages.rows(each, "alerts").isEmpty());
            await().atMost(PATIENCE).until(() -> DeskPages.acknowledge(each).statusCode() == 202);
            await().atMost(PATIENCE)
                    .until(() -> DeskPages.get(each.out(), "/api/v1/pipeline").contains("mine.price-ticks"));
        }
    }

    /** Rights that nothing was done with, but for those that what is done here has no use for. */
    private static List<AclBinding> unused(Role role) {
        Set<String> elsewhere = NOT_WRITTEN_HERE.getOrDefault(role, Set.of()).stream()
                .map(topic -> topic.fullName(NAMES.topicPrefix()))
                .collect(Collectors.toSet());
        return bindings(role).stream()
                .filter(right -> !elsewhere.contains(right.pattern().name()))
                .filter(right -> !isOfTheCatalogue(right, role))
                .filter(right -> RecordingAuthorizer.allowed().stream().noneMatch(asked -> isUse(right, role, asked)))
                .toList();
    }

    /** Topics that the topology reads and writes are held against what it is built of, elsewhere; the desk asks about each that it has read. */
    private static boolean isOfTheCatalogue(AclBinding right, Role role) {
        boolean named = right.pattern().name().startsWith(NAMES.topicPrefix());
        AclOperation operation = right.entry().operation();
        return switch (role) {
            case TOPOLOGY -> named && (operation == AclOperation.READ || operation == AclOperation.WRITE);
            case DESK, DELIVERY -> named && operation == AclOperation.DESCRIBE;
            default -> false;
        };
    }

    private static boolean isUse(AclBinding right, Role role, RecordingAuthorizer.Asked asked) {
        String name = right.pattern().name();
        boolean named = right.pattern().patternType() == PatternType.PREFIXED
                ? asked.resource().name().startsWith(name)
                : asked.resource().name().equals(name);
        return named
                && asked.user().equals(role.usualUser())
                && asked.operation() == right.entry().operation()
                && asked.resource().resourceType() == right.pattern().resourceType();
    }

    /** As a follower that is started does. */
    private static void readJournal() {
        Map<String, String> settings = new HashMap<>();
        stack.scram(Role.CHAIN.usualUser(), PASSWORD)
                .forEach((key, value) -> settings.put(key.replaceFirst("^kafka\\.", ""), value));
        settings.put(SinkOptions.TOPIC_PREFIX, NAMES.topicPrefix());
        AtomicInteger entries = new AtomicInteger();
        new JournalReader(SinkOptions.of(settings, "chain-1", "any"), InstantSource.system())
                .forEach(entry -> entries.incrementAndGet());
        assertThat(entries).hasValue(0);
    }

    private static void ok(Role role, String... arguments) {
        Captured captured = Captured.run(file(role).with(arguments));
        assertThat(captured.exitCode()).as(captured.err()).isEqualTo(ExitCode.OK);
    }

    private static Background start(Role role, String... arguments) {
        return Background.start(file(role).with(arguments));
    }

    private static SettingsFile file(Role role) {
        return new SettingsFile(folder.resolve(role + ".properties"));
    }
}
