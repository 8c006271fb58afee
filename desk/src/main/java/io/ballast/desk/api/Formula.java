/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * What a figure of a position is, or why it has none, in words: one entry of {@code formulas.json}.
 *
 * @param unit  in words
 * @param inputs  fields of {@code position-risk} that it is worked out from; those that have a formula themselves can be asked for
 * @param note  what to know besides; null: nothing
 * @param fromEvents  whether deposits and withdrawals are part of it
 * @param told  null: here
 */
record Formula(
        String title,
        String unit,
        String formula,
        List<String> inputs,
        String note,
        @JsonProperty("from_events") boolean fromEvents,
        WhereTold told) {
    private static final String FILE = "/io/ballast/desk/formulas.json";

    Formula {
        told = told == null ? WhereTold.HERE : told;
    }

    /** By figure. */
    static Map<String, Formula> all() {
        try (InputStream in = Formula.class.getResourceAsStream(FILE)) {
            return new JsonMapper().readValue(in, new TypeReference<Map<String, Formula>>() {});
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + FILE, unreadable);
        }
    }
}
