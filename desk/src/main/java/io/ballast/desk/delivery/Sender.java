/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.delivery;

/** Makes one request, and says what came of it. */
@FunctionalInterface
interface Sender {
    /** Does not throw for what the network or the receiver does. */
    Answer send(Post post);
}
