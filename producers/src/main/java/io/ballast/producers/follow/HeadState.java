/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.follow;

import io.ballast.producers.connection.ConnectionCounts;
import java.util.Optional;

/**
 * How the subscription to a node's heads stands.
 *
 * @param endpoint  the node, masked
 * @param connection  what its websocket went through
 * @param heads  heads that it told of
 * @param refusal  why it never will; empty: it may
 */
public record HeadState(String endpoint, ConnectionCounts connection, long heads, Optional<String> refusal) {}
