/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.query;

import io.ballast.desk.store.Figure;
import io.ballast.desk.store.TextField;
import io.ballast.schema.QualityFlag;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The query box: words apart by spaces, all of which have to hold. {@code pool:weth/usdc} contains, {@code portfolio:=desk/eth} is,
 * {@code il_usd<-100}, {@code il_pct<-2%}, {@code value_usd>=1.5M}, {@code flag:USD_STALE}, {@code -state:closed} does not hold, and a
 * bare word is looked for in id, pool, portfolio and owner.
 */
final class QueryParser {
    private static final String WHOLE = "=";
    private static final int LONGEST = 1000;
    private static final double PERCENT = 0.01;
    private static final double THOUSAND = 1e3;
    private static final double MILLION = 1e6;

    private QueryParser() {}

    static List<Term> parse(String query) {
        if (query.length() > LONGEST) {
            throw new QueryException(
                    "the query has " + query.length() + " characters, at most " + LONGEST + " are read");
        }
        List<Term> terms = new ArrayList<>();
        for (String word : query.strip().split("\\s+")) {
            if (!word.isEmpty()) {
                terms.add(term(word));
            }
        }
        return terms;
    }

    private static Term term(String word) {
        if (word.startsWith("-") && word.length() > 1) {
            return new Term.Not(term(word.substring(1)));
        }
        return comparison(word).or(() -> named(word)).orElseGet(() -> new Term.Anywhere(word.toLowerCase(Locale.ROOT)));
    }

    private static Optional<Term> comparison(String word) {
        for (Comparator comparator : Comparator.values()) {
            int place = word.indexOf(comparator.sign());
            if (place > 0 && word.indexOf(':') < 0) {
                Figure figure = figure(word.substring(0, place));
                String number = word.substring(place + comparator.sign().length());
                return Optional.of(new Term.Comparison(figure, comparator, number(number, word)));
            }
        }
        return Optional.empty();
    }

    private static Figure figure(String name) {
        return Figure.named(name.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> new QueryException("no figure is called " + name + "; there are " + figures()));
    }

    private static String figures() {
        return Arrays.stream(Figure.values()).map(Figure::id).collect(Collectors.joining(", "));
    }

    private static double number(String text, String word) {
        double unit = unit(text);
        String digits = unit == 1 ? text : text.substring(0, text.length() - 1);
        try {
            return Double.parseDouble(digits) * unit;
        } catch (NumberFormatException noNumber) {
            throw new QueryException(word + ": " + text + " is no number; -12.5, 3%, 10k and 2M are");
        }
    }

    private static double unit(String text) {
        if (text.endsWith("%")) {
            return PERCENT;
        }
        if (text.endsWith("k")) {
            return THOUSAND;
        }
        return text.endsWith("M") ? MILLION : 1;
    }

    /** Pool ids have colons of their own: what stands before one must be a field to count as such. */
    private static Optional<Term> named(String word) {
        int colon = word.indexOf(':');
        if (colon < 1) {
            return Optional.empty();
        }
        String name = word.substring(0, colon).toLowerCase(Locale.ROOT);
        String text = word.substring(colon + 1);
        if (name.equals("id")) {
            return Optional.of(id(text));
        }
        if (name.equals("flag")) {
            return Optional.of(new Term.Flagged(flag(text)));
        }
        return TextField.named(name).map(field -> text(field, text.toLowerCase(Locale.ROOT)));
    }

    /** A whole id is looked up, and so has to be written as it is. */
    private static Term id(String text) {
        return text.startsWith(WHOLE)
                ? new Term.WholeId(text.substring(WHOLE.length()))
                : new Term.Id(text.toLowerCase(Locale.ROOT));
    }

    private static Term text(TextField field, String text) {
        boolean whole = text.startsWith(WHOLE);
        return new Term.Text(field, whole ? text.substring(WHOLE.length()) : text, whole);
    }

    private static QualityFlag flag(String name) {
        return Arrays.stream(QualityFlag.values())
                .filter(flag -> flag.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new QueryException(
                        "no flag is called " + name + "; there are " + Arrays.toString(QualityFlag.values())));
    }
}
