/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.stream;

/**
 * What a channel tells a client.
 *
 * @param version  with which the client asks next time
 * @param data  one line of JSON; null: nothing has changed
 */
record Told(long version, String data) {
    static Told nothing(long version) {
        return new Told(version, null);
    }
}
