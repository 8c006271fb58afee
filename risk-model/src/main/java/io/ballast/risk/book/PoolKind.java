/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import io.ballast.risk.row.TableForm;
import java.util.List;

/**
 * All that tells one kind of pool from the others: what of a definition it needs, its book, and the stored form of what that
 * book alone has. Nobody else asks for a pool's kind. See ADR 0010. Stateless.
 */
public interface PoolKind {

    /** The symbol of the contract's enum {@code PoolKind}. */
    String name();

    /**
     * What a definition says of such a pool.
     *
     * @throws IllegalArgumentException if something that the kind needs is missing or makes no sense: names field and rule
     */
    PoolTerms terms(PoolFacts facts);

    /** Stored forms of the tables that books of this kind alone have. Those that several kinds have are the application's. */
    List<TableForm<?, ?>> tables();
}
