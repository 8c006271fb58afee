/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.store;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Words and their numbers, from 0 in order of first sight; a word stays for good. Not thread-safe. */
public final class Dictionary {
    private final List<String> words = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    int numberOf(String word) {
        Integer known = numbers.putIfAbsent(word, words.size());
        if (known != null) {
            return known;
        }
        words.add(word);
        return words.size() - 1;
    }

    /** How many words there are. */
    int size() {
        return words.size();
    }

    public String word(int number) {
        return words.get(number);
    }

    /** Numbers of all words that pass: what a question about words is turned into before rows are looked at. */
    public BitSet matching(Predicate<String> condition) {
        BitSet matching = new BitSet(words.size());
        for (int number = 0; number < words.size(); number++) {
            if (condition.test(words.get(number))) {
                matching.set(number);
            }
        }
        return matching;
    }
}
