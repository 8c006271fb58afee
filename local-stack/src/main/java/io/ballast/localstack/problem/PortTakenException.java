/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.localstack.problem;

/** A port cannot be listened on, most likely since another process does. */
public final class PortTakenException extends LocalStackException {
    private static final long serialVersionUID = 1L;

    private final int port;

    /**
     * @param owner  who wanted to listen there, such as "broker"
     * @param port   on 127.0.0.1
     */
    public PortTakenException(String owner, int port) {
        super("Port " + port + " on 127.0.0.1, wanted by the " + owner
                + ", is used by another process or not allowed: choose another, or 0 for any free one");
        this.port = port;
    }

    public int port() {
        return port;
    }
}
