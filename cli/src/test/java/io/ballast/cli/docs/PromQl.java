/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.docs;

import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the metrics in an expression of Prometheus: names that are neither called, nor words of the language, nor labels. */
final class PromQl {

    private static final Pattern SELECTORS_AND_TEXTS = Pattern.compile("\"[^\"]*\"|\\{[^}]*}|\\[[^]]*]");
    private static final Pattern LABEL_LISTS = Pattern.compile("\\b(by|without|on|ignoring)\\s*\\([^)]*\\)");
    private static final Pattern NAMES = Pattern.compile("\\b[a-zA-Z_:][\\w:]*\\b(?!\\s*\\()");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "offset");

    private PromQl() {}

    static Set<String> metrics(String expression) {
        String bare = LABEL_LISTS
                .matcher(SELECTORS_AND_TEXTS.matcher(expression).replaceAll(" "))
                .replaceAll(" ");
        return NAMES.matcher(bare)
                .results()
                .map(MatchResult::group)
                .filter(name -> !WORDS.contains(name))
                .collect(Collectors.toSet());
    }
}
