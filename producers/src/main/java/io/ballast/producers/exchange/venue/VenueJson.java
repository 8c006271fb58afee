/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.exchange.venue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Reads the text of messages; numbers stay as exact as they were written. */
public final class VenueJson {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private VenueJson() {}

    /** @throws MalformedMessageException if it is no JSON */
    public static JsonNode read(String message) throws MalformedMessageException {
        try {
            return JSON.readTree(message);
        } catch (JsonProcessingException none) {
            throw new MalformedMessageException("no JSON: " + none.getOriginalMessage(), none);
        } catch (NumberFormatException none) {
            // An exponent that no decimal has.
            throw new MalformedMessageException("no number: " + none.getMessage(), none);
        }
    }
}
