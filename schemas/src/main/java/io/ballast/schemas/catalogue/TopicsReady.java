/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.schemas.catalogue;

import java.util.List;
import java.util.Set;

/**
 * The outcome of {@link TopicCreation}.
 *
 * @param created   topics made now
 * @param existing  topics that were there and fit
 * @param warnings  what an operator should know of the existing ones, in words
 */
public record TopicsReady(Set<Topic> created, Set<Topic> existing, List<String> warnings) {
    public TopicsReady {
        created = Set.copyOf(created);
        existing = Set.copyOf(existing);
        warnings = List.copyOf(warnings);
    }
}
