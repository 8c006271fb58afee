/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.exchange.venue;

import io.ballast.producers.exchange.market.OptionTerms;
import io.ballast.schema.CallOrPut;
import io.ballast.schema.OptionSettlement;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the names of options: {@code ETH-27MAR26-3000-C} at Deribit, where {@code SOL_USDC-27MAR26-125d5-P} is settled in dollars,
 * and {@code ETH-27MAR26-3000-C-USDT} at Bybit. All expire at 08:00 UTC.
 */
final class OptionName {

    private static final int EXPIRY_HOUR = 8;
    private static final Pattern FORM = Pattern.compile(
            "([A-Z0-9]+)(_[A-Z]+)?-([0-9]{1,2}[A-Z]{3}[0-9]{2})-([0-9]+(?:[d.][0-9]+)?)-([CP])(-[A-Z]+)?");
    private static final DateTimeFormatter DAY = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("dMMMuu")
            .toFormatter(Locale.ENGLISH)
            .withResolverStyle(ResolverStyle.STRICT);

    private OptionName() {}

    static boolean isOne(String name) {
        return FORM.matcher(name).matches();
    }

    /**
     * What the name says.
     *
     * @param plain  settlement of one whose name does not say in which dollars
     * @throws MalformedMessageException if it is no option's name
     */
    static OptionTerms terms(String venue, String name, OptionSettlement plain) throws MalformedMessageException {
        Matcher parts = FORM.matcher(name);
        if (!parts.matches()) {
            throw new MalformedMessageException("[" + name + "] is no option's name such as ETH-27MAR26-3000-C");
        }
        boolean inDollars = parts.group(2) != null || parts.group(6) != null;
        return new OptionTerms(
                venue,
                parts.group(1),
                expiry(name, parts.group(3)),
                new BigDecimal(parts.group(4).replace('d', '.')),
                parts.group(5).equals("C") ? CallOrPut.CALL : CallOrPut.PUT,
                inDollars ? OptionSettlement.LINEAR : plain);
    }

    private static Instant expiry(String name, String day) throws MalformedMessageException {
        try {
            return LocalDate.parse(day, DAY).atTime(EXPIRY_HOUR, 0).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException none) {
            throw new MalformedMessageException("[" + name + "] has no day such as 27MAR26", none);
        }
    }
}
