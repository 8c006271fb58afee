/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Optional;

/**
 * A request that tells a receiver something. Any part of it may be secret: it is not for logs.
 *
 * @param authorization  value of that header; empty: none
 */
record Post(URI address, Optional<Secret> authorization, JsonNode body) {
    @Override
    public String toString() {
        return "a request";
    }
}
