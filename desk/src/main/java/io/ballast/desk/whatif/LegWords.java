/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.whatif;

import io.ballast.risk.option.OptionKind;
import io.ballast.risk.scenario.HoldingLeg;
import io.ballast.risk.scenario.OptionBookLeg;
import io.ballast.risk.scenario.SmileOptionLeg;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Hedge legs as they stand in an address, parted by semicolons: {@code perp:ETH:-5} sells five coins in perpetuals, {@code
 * put:ETH:10:2000:2026-12-25:65%} buys puts on ten coins. The volatility may be left out where a surface tells one. Options expire at
 * 08:00 UTC, as those of the venues do.
 */
final class LegWords {
    private static final int MOST = 20;
    private static final LocalTime EXPIRY_TIME = LocalTime.of(8, 0);
    private static final String FORMS = "neither perp:ETH:-5 nor put:ETH:10:2000:2026-12-25 with a volatility as :65%";

    private final LiveBook book;
    private final Volatilities volatilities;

    LegWords(LiveBook book, Volatilities volatilities) {
        this.book = book;
        this.volatilities = volatilities;
    }

    /** @throws WhatIfException if one makes no sense, or there are too many */
    List<WhatIfLeg> parse(String text) {
        return Words.list(text, "legs", MOST).stream().map(this::leg).toList();
    }

    private WhatIfLeg leg(String text) {
        String[] words = text.split(":");
        String kind = words[0].strip().toLowerCase(Locale.ROOT);
        if (kind.equals("perp") && words.length == 3) {
            return perpetual(text, coin(words[1]), Words.number(words[2], text));
        }
        if ((kind.equals("call") || kind.equals("put")) && (words.length == 5 || words.length == 6)) {
            return option(text, OptionKind.valueOf(kind.toUpperCase(Locale.ROOT)), words);
        }
        throw new WhatIfException("leg " + text + " is " + FORMS);
    }

    private String coin(String name) {
        String coin = name.strip();
        if (!book.market().prices().containsKey(coin)) {
            throw new WhatIfException("no price of " + coin + " is known here; there are "
                    + book.market().prices().keySet());
        }
        return coin;
    }

    /** Coins held against the dollars that they cost now: exact for contracts in coins that are settled in dollars. */
    private WhatIfLeg perpetual(String text, String coin, double coins) {
        double dollars = -coins * book.market().price(coin) / book.market().price(LiveBook.DOLLAR);
        return new WhatIfLeg(
                text,
                List.of(new HoldingLeg(coin, coins), new HoldingLeg(LiveBook.DOLLAR, dollars)),
                0,
                coins,
                null,
                null);
    }

    private WhatIfLeg option(String text, OptionKind kind, String[] words) {
        String coin = coin(words[1]);
        double strike = Words.positive(words[3], text);
        Instant expiry = expiry(words[4].strip(), text);
        Volatilities.Quoted quoted = quoted(text, words, volatilities.at(coin, strike, expiry));
        SmileOptionLeg option =
                quoted.option(kind, strike, Words.number(words[2], text), LiveBook.years(book.time(), expiry));
        OptionBookLeg leg = new OptionBookLeg(option, coin, LiveBook.DOLLAR);
        double paid = leg.value(book.market());
        return new WhatIfLeg(
                text,
                List.of(leg, new HoldingLeg(LiveBook.DOLLAR, -paid)),
                paid,
                option.delta(book.market().price(coin), 0),
                quoted.volatility(),
                quoted.source());
    }

    /** As given, at the forward of the surface if there is one; else as the surface has it. */
    private static Volatilities.Quoted quoted(String text, String[] words, Optional<Volatilities.Quoted> surface) {
        if (words.length == 6) {
            double forwardPerSpot =
                    surface.map(Volatilities.Quoted::forwardPerSpot).orElse(1.0);
            return new Volatilities.Quoted(positivePercent(words[5], text), forwardPerSpot, "given");
        }
        return surface.orElseThrow(() -> new WhatIfException(
                "leg " + text + ": no surface of " + words[1].strip() + " tells a volatility; give one, as :65%"));
    }

    private static double positivePercent(String text, String leg) {
        double fraction = Words.percent(text, leg);
        if (!(fraction > 0)) {
            throw new WhatIfException("leg " + leg + ": volatility " + text + " is not above 0");
        }
        return fraction;
    }

    private Instant expiry(String text, String leg) {
        Instant expiry;
        try {
            expiry = LocalDate.parse(text).atTime(EXPIRY_TIME).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException noDate) {
            throw new WhatIfException("leg " + leg + ": " + text + " is no date such as 2026-12-25");
        }
        if (!expiry.isAfter(book.time())) {
            throw new WhatIfException("leg " + leg + " has expired: the book is of " + book.time());
        }
        return expiry;
    }
}
