/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.portfolio;

import java.util.ArrayList;
import java.util.List;

/**
 * A portfolio by its place in the tree, such as {@code desk-a/eth/wide}. Every prefix is a portfolio of its own.
 *
 * @param path  names separated by slashes, none empty
 */
public record PortfolioPath(String path) {

    private static final char SEPARATOR = '/';

    public PortfolioPath {
        if (path.isEmpty()
                || path.charAt(0) == SEPARATOR
                || path.charAt(path.length() - 1) == SEPARATOR
                || path.contains("//")) {
            throw new IllegalArgumentException("portfolio path '" + path + "' has an empty name in it");
        }
    }

    /** This portfolio and all above it, the topmost first. */
    public List<String> levels() {
        List<String> levels = new ArrayList<>();
        for (int end = path.indexOf(SEPARATOR); end >= 0; end = path.indexOf(SEPARATOR, end + 1)) {
            levels.add(path.substring(0, end));
        }
        levels.add(path);
        return levels;
    }
}
