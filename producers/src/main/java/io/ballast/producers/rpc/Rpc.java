/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.rpc;

import com.fasterxml.jackson.databind.JsonNode;

/** Calls methods of a node. */
@FunctionalInterface
public interface Rpc {

    /**
     * The result of a call; {@code null} of the node is a JSON null.
     *
     * @param parameters  a JSON array
     * @throws RpcException if there is none
     */
    JsonNode call(String method, JsonNode parameters);
}
