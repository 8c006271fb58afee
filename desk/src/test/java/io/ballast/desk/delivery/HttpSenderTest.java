/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpSenderTest {
    private final MovedClock clock = new MovedClock();
    private final HttpSender sender = new HttpSender(HttpSender.client(), Duration.ofMillis(500), clock);

    @AutoClose
    private final FakeReceiver receiver = new FakeReceiver();

    private Answer send(String address) {
        return sender.send(new Post(URI.create(address), Optional.empty(), TextNode.valueOf("hello")));
    }

    @ParameterizedTest
    @CsvSource({
        "429, 17, 17",
        "503, 'Sun, 01 Feb 2026 09:02:00 GMT', 120",
        "503, 'Sun, 01 Feb 2026 08:00:00 GMT', ",
        "503, soon, ",
        "503, -1, "
    })
    void tellsHowLongAReceiverWantsToBeLeftAlone(int status, String retryAfter, Long seconds) {
        receiver.answers(status, Map.of("Retry-After", retryAfter));
        Answer answer = send(receiver.address());

        assertThat(answer.kind()).isEqualTo(Answer.Kind.NOT_NOW);
        assertThat(answer.retryAfter()).isEqualTo(Optional.ofNullable(seconds).map(Duration::ofSeconds));
    }

    @Test
    void doesNotFollowARedirect_whichWouldCarrySecretsElsewhere() {
        receiver.answers(307, Map.of("Location", receiver.address() + "/elsewhere"));

        assertThat(send(receiver.address() + "/s3cret").problem()).isEqualTo("HTTP 307");
        assertThat(receiver.told()).hasSize(1);
    }

    @Test
    void saysThatThereIsNoConnection_withoutTheAddress() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        Answer answer = send("http://127.0.0.1:" + free + "/s3cret");

        assertThat(answer.kind()).isEqualTo(Answer.Kind.NOT_NOW);
        assertThat(answer.problem()).isEqualTo("no connection: ConnectException");
    }

    @Test
    void doesNotWaitForEverForAnAnswer() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Answer answer = send("http://127.0.0.1:" + silent.getLocalPort() + "/s3cret");

            assertThat(answer.kind()).isEqualTo(Answer.Kind.NOT_NOW);
            assertThat(answer.problem()).isEqualTo("no answer in 500 ms");
        }
    }
}
