/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.connection;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;

/** Makes links over the JDK's websockets. Thread-safe. */
public final class SocketDialer implements Dialer {

    private final HttpClient http;
    private final Duration timeout;
    private final int maxMessageChars;

    /**
     * @param timeout  of the handshake
     * @param maxMessageChars  a longer message ends its link
     */
    public SocketDialer(HttpClient http, Duration timeout, int maxMessageChars) {
        this.http = http;
        this.timeout = timeout;
        this.maxMessageChars = maxMessageChars;
    }

    @Override
    public Link dial(URI address, LinkListener listener) {
        SocketLink link = new SocketLink(listener, maxMessageChars);
        http.newWebSocketBuilder()
                .connectTimeout(timeout)
                .buildAsync(address, link)
                .whenComplete((open, error) -> {
                    if (error != null) {
                        link.failed(error);
                    }
                });
        return link;
    }
}
