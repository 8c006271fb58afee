/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.security;

import io.ballast.localstack.LocalStack;
import io.ballast.localstack.LocalStackOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;

/**
 * A broker that demands signing in over TLS, each way at a port of its own, and asks an authorizer. Beside those it has its own port,
 * without any of it, for tests that look at what it holds.
 */
final class SecuredStack implements AutoCloseable {
    /** Who signs in with a certificate, and who with a token. */
    static final String CERTIFIED = "certified";

    static final String TOKEN_HOLDER = "token-holder";

    private static final String ALLOWED_URLS = "org.apache.kafka.sasl.oauthbearer.allowed.urls";
    private static final String OAUTH = "org.apache.kafka.common.security.oauthbearer.";
    private static final int SCRAM_ITERATIONS = 4096;

    private final Map<String, Integer> ports;
    private final TokenIssuer issuer;
    private final TestCertificate server;
    private final TestCertificate client;
    private final LocalStack stack;

    private SecuredStack(
            Map<String, Integer> ports,
            TokenIssuer issuer,
            TestCertificate server,
            TestCertificate client,
            LocalStack stack) {
        this.ports = ports;
        this.issuer = issuer;
        this.server = server;
        this.client = client;
        this.stack = stack;
    }

    /**
     * Starts it.
     *
     * @param passwords  of stores, and the secret of the client with tokens
     * @param authorizer  settings of the broker that say who may do what
     */
    static SecuredStack start(Path folder, StackPasswords passwords, Map<String, String> authorizer)
            throws IOException, InterruptedException, GeneralSecurityException {
        Map<String, Integer> ports = freePorts("PLAINTEXT", "CONTROLLER", "SCRAM", "MTLS", "OAUTH");
        TokenIssuer issuer = TokenIssuer.start(TOKEN_HOLDER, passwords.clientSecret());
        System.setProperty(ALLOWED_URLS, issuer.tokenUrl() + "," + issuer.keysUrl());
        TestCertificate server = TestCertificate.create(folder, "broker", passwords.serverStore());
        TestCertificate client = TestCertificate.create(folder, CERTIFIED, passwords.clientStore());
        Map<String, String> settings = new LinkedHashMap<>(listeners(ports));
        settings.putAll(tls(server, client));
        settings.putAll(signIn(issuer));
        settings.putAll(authorizer);
        LocalStack stack = LocalStack.start(LocalStackOptions.defaults()
                .withPorts(ports.get("PLAINTEXT"), 0)
                .withBrokerSettings(settings));
        return new SecuredStack(ports, issuer, server, client, stack);
    }

    private static Map<String, Integer> freePorts(String... names) throws IOException {
        Map<String, Integer> ports = new LinkedHashMap<>();
        List<ServerSocket> sockets = new ArrayList<>();
        for (String name : names) {
            ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            sockets.add(socket);
            ports.put(name, socket.getLocalPort());
        }
        for (ServerSocket socket : sockets) {
            socket.close();
        }
        return ports;
    }

    private static Map<String, String> listeners(Map<String, Integer> ports) {
        return Map.of(
                "listeners",
                ports.entrySet().stream()
                        .map(port -> port.getKey() + "://127.0.0.1:" + port.getValue())
                        .collect(Collectors.joining(",")),
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,SCRAM:SASL_SSL,MTLS:SSL,OAUTH:SASL_SSL",
                "inter.broker.listener.name",
                "PLAINTEXT",
                "controller.quorum.voters",
                "1@127.0.0.1:" + ports.get("CONTROLLER"));
    }

    private static Map<String, String> tls(TestCertificate server, TestCertificate client) {
        return Map.of(
                "ssl.keystore.type",
                "PKCS12",
                "ssl.keystore.location",
                server.file().toString(),
                "ssl.keystore.password",
                server.password(),
                "ssl.truststore.type",
                "PKCS12",
                "ssl.truststore.location",
                client.file().toString(),
                "ssl.truststore.password",
                client.password(),
                "listener.name.mtls.ssl.client.auth",
                "required",
                "listener.name.mtls.ssl.principal.mapping.rules",
                "RULE:^CN=([a-z-]+)$/$1/,DEFAULT");
    }

    private static Map<String, String> signIn(TokenIssuer issuer) {
        return Map.of(
                "listener.name.scram.sasl.enabled.mechanisms",
                "SCRAM-SHA-512",
                "listener.name.scram.scram-sha-512.sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required;",
                "listener.name.oauth.sasl.enabled.mechanisms",
                "OAUTHBEARER",
                "listener.name.oauth.oauthbearer.sasl.jaas.config",
                OAUTH + "OAuthBearerLoginModule required;",
                "listener.name.oauth.oauthbearer.sasl.server.callback.handler.class",
                OAUTH + "OAuthBearerValidatorCallbackHandler",
                "listener.name.oauth.sasl.oauthbearer.jwks.endpoint.url",
                issuer.keysUrl(),
                "listener.name.oauth.sasl.oauthbearer.expected.audience",
                TokenIssuer.AUDIENCE,
                "listener.name.oauth.sasl.oauthbearer.expected.issuer",
                TokenIssuer.ISSUER);
    }

    /** Makes a user who signs in with SCRAM. */
    void addUser(String name, String password) throws ExecutionException, InterruptedException {
        try (Admin admin = admin()) {
            admin.alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(
                            name, new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, SCRAM_ITERATIONS), password)))
                    .all()
                    .get();
        }
    }

    /** One that may do everything. */
    Admin admin() {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, stack.bootstrapServers()));
    }

    /** Of the port that demands nothing. */
    String openBootstrapServers() {
        return stack.bootstrapServers();
    }

    String registryUrl() {
        return stack.registryUrl();
    }

    /** Settings that all have. */
    private Map<String, String> common() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("schema.registry.url", stack.registryUrl());
        settings.put("kafka.ssl.truststore.type", "PKCS12");
        settings.put("kafka.ssl.truststore.location", server.file().toString());
        settings.put("kafka.ssl.truststore.password", server.password());
        return settings;
    }

    /** @param password  or a reference to it */
    Map<String, String> scram(String user, String password) {
        Map<String, String> settings = common();
        settings.put("kafka.bootstrap.servers", "127.0.0.1:" + ports.get("SCRAM"));
        settings.put("kafka.security.protocol", "SASL_SSL");
        settings.put("kafka.sasl.mechanism", "SCRAM-SHA-512");
        settings.put(
                "kafka.sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"" + user + "\" password=\""
                        + password + "\";");
        return settings;
    }

    /** @param storePassword  or a reference to it */
    Map<String, String> mutualTls(String storePassword) {
        Map<String, String> settings = common();
        settings.put("kafka.bootstrap.servers", "127.0.0.1:" + ports.get("MTLS"));
        settings.put("kafka.security.protocol", "SSL");
        settings.put("kafka.ssl.keystore.type", "PKCS12");
        settings.put("kafka.ssl.keystore.location", client.file().toString());
        settings.put("kafka.ssl.keystore.password", storePassword);
        return settings;
    }

    /** @param clientSecret  or a reference to it */
    Map<String, String> oauth(String clientSecret) {
        Map<String, String> settings = common();
        settings.put("kafka.bootstrap.servers", "127.0.0.1:" + ports.get("OAUTH"));
        settings.put("kafka.security.protocol", "SASL_SSL");
        settings.put("kafka.sasl.mechanism", "OAUTHBEARER");
        settings.put("kafka.sasl.login.callback.handler.class", OAUTH + "OAuthBearerLoginCallbackHandler");
        settings.put("kafka.sasl.jaas.config", OAUTH + "OAuthBearerLoginModule required;");
        settings.put("kafka.sasl.oauthbearer.token.endpoint.url", issuer.tokenUrl());
        settings.put("kafka.sasl.oauthbearer.client.credentials.client.id", TOKEN_HOLDER);
        settings.put("kafka.sasl.oauthbearer.client.credentials.client.secret", clientSecret);
        return settings;
    }

    /** Tokens that have been given: secrets too. */
    List<String> tokens() {
        return issuer.given();
    }

    @Override
    public void close() {
        stack.close();
        issuer.close();
        System.clearProperty(ALLOWED_URLS);
    }
}
