/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.book;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Which positions are published. The book keeps all of them, since fees are shared with everybody. Immutable. */
public final class Selection {

    private final Set<String> owners;
    private final Set<String> positionIds;

    private Selection(Set<String> owners, Set<String> positionIds) {
        this.owners = owners;
        this.positionIds = positionIds;
    }

    /** Those of these owners, and these; all when both are empty. Addresses may be in any case. */
    public static Selection of(Collection<String> owners, Collection<String> positionIds) {
        return new Selection(lowerCase(owners), lowerCase(positionIds));
    }

    /** @param owner  null when not known */
    boolean includes(String positionId, String owner) {
        return isAll()
                || positionIds.contains(positionId.toLowerCase(Locale.ROOT))
                || owner != null && owners.contains(owner.toLowerCase(Locale.ROOT));
    }

    private boolean isAll() {
        return owners.isEmpty() && positionIds.isEmpty();
    }

    private static Set<String> lowerCase(Collection<String> names) {
        return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }
}
