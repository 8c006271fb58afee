/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.record;

import io.ballast.risk.book.PoolFacts;
import io.ballast.schema.PoolDefinition;
import java.math.BigInteger;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/** Fields of a definition by their names in the contract. */
record DefinitionFacts(SpecificRecord told, List<PoolFacts> tokens) implements PoolFacts {

    private static final int MOST_BITS = 256;

    static PoolFacts of(PoolDefinition definition) {
        return new DefinitionFacts(
                definition,
                definition.getTokens().stream()
                        .<PoolFacts>map(token -> new DefinitionFacts(token, List.of()))
                        .toList());
    }

    @Override
    public String text(String field) {
        Object value = value(field);
        return value == null ? null : value.toString();
    }

    @Override
    public Long number(String field) {
        Object value = value(field);
        if (value instanceof Boolean flag) {
            return flag ? 1L : 0L;
        }
        return value == null ? null : ((Number) value).longValue();
    }

    @Override
    public BigInteger integer(String field) {
        String value = text(field);
        return value == null ? null : Fields.unsigned(field, value, MOST_BITS);
    }

    private Object value(String name) {
        Schema.Field field = told.getSchema().getField(name);
        if (field == null) {
            throw new IllegalArgumentException("the contract has no field " + name + " in "
                    + told.getSchema().getFullName());
        }
        return told.get(field.pos());
    }
}
