/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.security.auth.login.LoginException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnsupportedSaslMechanismException;

/** Says why a cluster does not let us in, and which setting to look at. What Kafka's errors say has no secrets in it. */
final class ConnectionProblem {
    /** Some errors come with those below them as text. */
    private static final Pattern NAMES_OF_ERRORS = Pattern.compile("^(?:[a-zA-Z0-9.]+\\.[A-Z][A-Za-z]+: )+");

    private ConnectionProblem() {}

    /** Completes "cannot reach Kafka: ". */
    static String of(Throwable error) {
        List<Throwable> causes = causes(error);
        Throwable root = causes.get(causes.size() - 1);
        String message = Objects.toString(root.getMessage(), root.getClass().getSimpleName())
                .lines()
                .findFirst()
                .orElse("");
        return NAMES_OF_ERRORS.matcher(message).replaceFirst("") + advice(causes, message);
    }

    private static String advice(List<Throwable> causes, String message) {
        if (has(causes, SSLException.class)) {
            return ofTls(message);
        }
        if (has(causes, LoginException.class) && message.contains("oauthbearer")) {
            return "; no token could be had: look at kafka.sasl.oauthbearer.*";
        }
        if (has(causes, UnsupportedSaslMechanismException.class)) {
            return "; look at kafka.sasl.mechanism";
        }
        if (has(causes, SaslAuthenticationException.class)) {
            return "; look at kafka.sasl.jaas.config: the user and the password, or the token";
        }
        if (has(causes, AuthorizationException.class)) {
            return "; what each role has to be allowed is listed in docs/reference/acls.md";
        }
        if (has(causes, TimeoutException.class)) {
            return "; look at kafka.bootstrap.servers and kafka.security.protocol";
        }
        return storeAdvice(causes);
    }

    /** Both sides end with an error of TLS, but only who does not like what it sees says so itself. */
    private static String ofTls(String message) {
        if (message.startsWith("Received fatal alert")) {
            return "; the broker does not take our certificate: look at kafka.ssl.keystore.*";
        }
        if (message.contains("subject alternative") || message.contains("No name matching")) {
            return "; its certificate is for another name than kafka.bootstrap.servers has";
        }
        return "; its certificate is not trusted: look at kafka.ssl.truststore.*";
    }

    private static String storeAdvice(List<Throwable> causes) {
        boolean store = causes.stream()
                .map(cause -> Objects.toString(cause.getMessage(), ""))
                .anyMatch(message -> message.startsWith("Failed to load SSL keystore"));
        return store ? "; look at kafka.ssl.truststore.* and kafka.ssl.keystore.*: file, type and password" : "";
    }

    private static boolean has(List<Throwable> causes, Class<? extends Throwable> kind) {
        return causes.stream().anyMatch(kind::isInstance);
    }

    private static List<Throwable> causes(Throwable error) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable cause = error; cause != null && !causes.contains(cause); cause = cause.getCause()) {
            causes.add(cause);
        }
        return causes;
    }
}
