/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.schemas.serde;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A JSON web token with the claims that a client looks at, valid from 2001 to 2100; its signature is nobody's. */
final class UnsignedToken {
    static final String VALUE = part("{\"alg\":\"RS256\"}")
            + "." + part("{\"sub\":\"ballast\",\"scope\":\"registry\",\"iat\":1000000000,\"exp\":4102444800}")
            + "." + part("signature");

    private UnsignedToken() {}

    private static String part(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
