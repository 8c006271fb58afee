/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.record;

import io.ballast.risk.book.PoolTerms;
import io.ballast.risk.kind.PoolKinds;
import io.ballast.schema.PoolDefinition;
import java.util.Optional;

/** Reads pool definitions as terms of their books. */
public final class PoolDefinitionAdapter {

    private PoolDefinitionAdapter() {}

    /**
     * @throws IllegalArgumentException if fields that the kind needs are missing or wrong, or there is no book for the kind
     */
    public static PoolTerms terms(PoolDefinition definition) {
        Fields.id("address", definition.getAddress());
        return PoolKinds.ALL
                .named(definition.getKind().name())
                .orElseThrow(() -> new MalformedRecordException("kind " + definition.getKind() + " of pool "
                        + definition.getPoolId() + ": no book for that curve yet"))
                .terms(DefinitionFacts.of(definition));
    }

    /** Empty where {@link #terms} would throw. */
    public static Optional<PoolTerms> termsIfEnough(PoolDefinition definition) {
        try {
            return Optional.of(terms(definition));
        } catch (IllegalArgumentException tooLittle) {
            return Optional.empty();
        }
    }

    /** True when there is a book for its kind, whether or not the definition has all that it needs. */
    public static boolean hasBook(PoolDefinition definition) {
        return PoolKinds.ALL.named(definition.getKind().name()).isPresent();
    }
}
