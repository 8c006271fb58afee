/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.connection;

import java.net.URI;

/** Makes links. */
@FunctionalInterface
public interface Dialer {

    /** Begins to connect and returns at once; how it goes the listener hears. */
    Link dial(URI address, LinkListener listener);
}
