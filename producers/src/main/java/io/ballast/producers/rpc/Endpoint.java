/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.rpc;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/**
 * The address of a node. Providers put their keys into user info, path and query: none of these is ever shown.
 *
 * @param uri  http or https; ws or wss: of its websocket
 */
public record Endpoint(URI uri) {

    private static final Set<String> SCHEMES = Set.of("http", "https", "ws", "wss");
    private static final int QUOTED_LENGTH = 200;

    public Endpoint {
        if (uri.getScheme() == null
                || uri.getHost() == null
                || !SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException(
                    "a node's address is http://host…, https://host…, ws://host… or wss://host…");
        }
    }

    /** @throws IllegalArgumentException if it is none; the message does not repeat it, there may be a key in it */
    public static Endpoint of(String address) {
        try {
            return new Endpoint(new URI(address));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(
                    "a node's address is no URI: " + e.getReason() + " at place " + e.getIndex());
        }
    }

    /** True: a websocket, which heads are heard by; calls go to the others where there are any. */
    public boolean isSocket() {
        return uri.getScheme().toLowerCase(Locale.ROOT).startsWith("ws");
    }

    /** What the node says, for people and logs: not too long, and without the address if it is repeated there. */
    public String quoted(String words) {
        String shown = words.replace(uri.toString(), masked());
        return shown.length() > QUOTED_LENGTH ? shown.substring(0, QUOTED_LENGTH) + "…" : shown;
    }

    /** For people and logs: scheme, host and port; an ellipsis stands for all else. */
    public String masked() {
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        boolean bare = (uri.getRawPath() == null || uri.getRawPath().length() <= 1)
                && uri.getRawQuery() == null
                && uri.getRawUserInfo() == null;
        return uri.getScheme() + "://" + uri.getHost() + port + (bare ? "" : "/…");
    }

    /** Masked. */
    @Override
    public String toString() {
        return masked();
    }
}
