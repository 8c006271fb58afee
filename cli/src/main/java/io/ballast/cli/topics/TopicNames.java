/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.topics;

import io.ballast.cli.UsageError;
import io.ballast.schemas.catalogue.Topic;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** The topics' short names: what shells complete to, and what is looked up. */
public final class TopicNames implements Iterable<String> {
    /**
     * The topic that was meant, with or without prefix.
     *
     * @throws UsageError if there is none
     */
    public static Topic find(String typed, String prefix) {
        return Topic.named(typed, prefix)
                .orElseThrow(() -> new UsageError(
                        "there is no topic '" + typed + "'; topics are " + String.join(", ", shortNames())));
    }

    private static List<String> shortNames() {
        return Arrays.stream(Topic.values()).map(Topic::shortName).toList();
    }

    @Override
    public Iterator<String> iterator() {
        return shortNames().iterator();
    }
}
