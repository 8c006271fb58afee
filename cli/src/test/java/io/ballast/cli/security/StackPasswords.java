/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.security;

/**
 * What must not be seen anywhere.
 *
 * @param serverStore  of the store with the broker's certificate, which clients trust
 * @param clientStore  of the store with the client's
 * @param clientSecret  that tokens are given for
 */
record StackPasswords(String serverStore, String clientStore, String clientSecret) {}
