/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ExecutionException;
import javax.net.ssl.SSLHandshakeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;

/** What Kafka's own errors are told as; that they come so is shown on a broker, by SecuredClusterIT. */
class ConnectionProblemTest {
    @Test
    void nobodyWhoAnswersMayBeAnotherProtocol() {
        assertThat(problem(new TimeoutException("Timed out waiting for a node assignment.")))
                .startsWith("Timed out")
                .contains("kafka.bootstrap.servers")
                .contains("kafka.security.protocol");
    }

    @Test
    void aCertificateOfAnotherHost() {
        assertThat(problem(tls("No subject alternative names matching IP address 127.0.0.1 found")))
                .contains("kafka.bootstrap.servers")
                .doesNotContain("truststore");
    }

    @Test
    void theSideThatRefusesIsTheOneThatIsTold() {
        assertThat(problem(tls("Received fatal alert: bad_certificate"))).contains("kafka.ssl.keystore");
        assertThat(problem(tls("PKIX path building failed"))).contains("kafka.ssl.truststore");
    }

    @Test
    void aPassword() {
        assertThat(problem(new SaslAuthenticationException("Authentication failed")))
                .contains("kafka.sasl.jaas.config");
    }

    @Test
    void aRight() {
        assertThat(problem(new TopicAuthorizationException("Not authorized to access topics: [t]")))
                .contains("[t]")
                .contains("docs/reference/acls.md");
    }

    @Test
    void whatIsNoneOfTheseIsToldAsItIs() {
        assertThat(problem(new KafkaException("first\nsecond"))).isEqualTo("first");
        assertThat(problem(new KafkaException("a.b.SomeException: java.io.IOException: the cause")))
                .isEqualTo("the cause");
        assertThat(ConnectionProblem.of(new IllegalStateException())).isEqualTo("IllegalStateException");
    }

    private static SslAuthenticationException tls(String reason) {
        return new SslAuthenticationException("SSL handshake failed", new SSLHandshakeException(reason));
    }

    private static String problem(Throwable error) {
        return ConnectionProblem.of(new ExecutionException(error));
    }
}
