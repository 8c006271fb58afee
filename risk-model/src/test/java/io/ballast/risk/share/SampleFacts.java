/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.share;

import io.ballast.risk.book.PoolFacts;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/** A definition written by hand. */
public record SampleFacts(Map<String, ?> fields, List<PoolFacts> tokens) implements PoolFacts {

    public static PoolFacts of(Map<String, ?> fields, Map<String, ?> token0, Map<String, ?> token1) {
        return new SampleFacts(fields, List.of(new SampleFacts(token0, List.of()), new SampleFacts(token1, List.of())));
    }

    @Override
    public String text(String field) {
        return fields.containsKey(field) ? fields.get(field).toString() : null;
    }

    @Override
    public Long number(String field) {
        return fields.containsKey(field) ? Long.valueOf(text(field)) : null;
    }

    @Override
    public BigInteger integer(String field) {
        return fields.containsKey(field) ? new BigInteger(text(field)) : null;
    }
}
