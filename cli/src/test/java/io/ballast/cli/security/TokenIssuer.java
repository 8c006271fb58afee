/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.security;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An OAuth server for one client: gives signed tokens for its secret, and the key to check them with. */
final class TokenIssuer implements AutoCloseable {
    static final String AUDIENCE = "kafka";
    static final String ISSUER = "test-issuer";

    private static final int KEY_BITS = 2048;
    private static final long LIFETIME_SECONDS = 3600;
    private static final String KEY_ID = "key-1";

    private final HttpServer server;
    private final KeyPair keys;
    private final String client;
    private final String secret;
    private final List<String> given = new CopyOnWriteArrayList<>();

    private TokenIssuer(HttpServer server, KeyPair keys, String client, String secret) {
        this.server = server;
        this.keys = keys;
        this.client = client;
        this.secret = secret;
    }

    static TokenIssuer start(String client, String secret) throws IOException, GeneralSecurityException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(KEY_BITS);
        TokenIssuer issuer = new TokenIssuer(server, generator.generateKeyPair(), client, secret);
        server.createContext("/token", issuer::token);
        server.createContext("/keys", exchange -> answer(exchange, 200, issuer.keySet()));
        server.start();
        return issuer;
    }

    String tokenUrl() {
        return url("/token");
    }

    String keysUrl() {
        return url("/keys");
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** All tokens that it has given. */
    List<String> given() {
        return List.copyOf(given);
    }

    private void token(HttpExchange exchange) throws IOException {
        String expected =
                "Basic " + Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
        if (!expected.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 401, "{\"error\":\"invalid_client\"}");
            return;
        }
        String token = signed();
        given.add(token);
        answer(
                exchange,
                200,
                "{\"access_token\":\"" + token + "\",\"token_type\":\"Bearer\",\"expires_in\":" + LIFETIME_SECONDS
                        + "}");
    }

    private String signed() {
        long now = Instant.now().getEpochSecond();
        String content = part(("{\"alg\":\"RS256\",\"kid\":\"" + KEY_ID + "\"}").getBytes(StandardCharsets.UTF_8)) + "."
                + part(("{\"iss\":\"" + ISSUER + "\",\"aud\":\"" + AUDIENCE + "\",\"sub\":\"" + client
                                + "\",\"scope\":\"kafka\",\"iat\":" + now + ",\"exp\":" + (now + LIFETIME_SECONDS)
                                + "}")
                        .getBytes(StandardCharsets.UTF_8));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + part(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String keySet() {
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        return "{\"keys\":[{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"kid\":\"" + KEY_ID + "\",\"n\":\""
                + number(key.getModulus()) + "\",\"e\":\"" + number(key.getPublicExponent()) + "\"}]}";
    }

    /** Without the byte for the sign. */
    private static String number(BigInteger value) {
        byte[] bytes = value.toByteArray();
        int from = bytes[0] == 0 ? 1 : 0;
        return part(Arrays.copyOfRange(bytes, from, bytes.length));
    }

    private static String part(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
