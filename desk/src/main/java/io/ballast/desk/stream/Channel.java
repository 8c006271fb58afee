/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.stream;

/**
 * One kind of news. A channel keeps nothing for a client: asked with the version that the client has seen, it tells what has
 * changed since, each key once. So a client that reads slowly, or has been away, costs no memory and gets the newest only.
 */
interface Channel {
    /** Name of its events. */
    String name();

    /** @param seen  0: nothing, so that all of it is told; else the version that was told last */
    Told since(long seen);
}
