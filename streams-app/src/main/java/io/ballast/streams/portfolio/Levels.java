/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.portfolio;

import io.ballast.risk.hedge.HedgeLeg;
import io.ballast.risk.hedge.ListedOption;
import io.ballast.risk.portfolio.AccountsWorth;
import io.ballast.risk.portfolio.PortfolioPath;
import io.ballast.schema.HedgeRecommendation;
import io.ballast.schema.PortfolioReason;
import io.ballast.schema.PortfolioRisk;
import io.ballast.schema.ReferencePrice;
import io.ballast.streams.option.HeldOption;
import io.ballast.streams.option.SurfaceBoard;
import io.ballast.streams.record.HedgeInstrumentAdapter;
import io.ballast.streams.state.DayLedger;
import io.ballast.streams.state.DeskStore;
import io.ballast.streams.state.DeskStore.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Looks at portfolios that something has changed in, and publishes what has left its tolerance, and advice that has become
 * another. Every prefix of a portfolio's path is looked at with it. Mutable and single-threaded.
 */
final class Levels {

    private static final char BAR = '|';

    private final DeskSettings settings;
    private final DeskCodec codec;
    private final DeskStore store;
    private final DeskOutbox outbox;
    private final Listings listings;
    private final PriceBoard board;
    private final TreeMap<String, PortfolioBook> portfolios;
    private final TreeMap<String, Policy> policies;
    private final TreeMap<String, HeldClaim> claims;
    private final WaitingEvents waiting;
    private final SurfaceBoard surfaces;
    private final RiskRecords records;
    private final RiskTolerance tolerance;
    private final Attributor attributor;
    private final Advice advisor;
    private final TreeMap<String, LevelState> states = new TreeMap<>();
    private final Map<String, DayLedger> ledgers = new HashMap<>();

    Levels(
            DeskSettings settings,
            DeskCodec codec,
            DeskStore store,
            DeskOutbox outbox,
            Listings listings,
            PriceBoard board,
            TreeMap<String, PortfolioBook> portfolios,
            TreeMap<String, Policy> policies,
            TreeMap<String, HeldClaim> claims,
            WaitingEvents waiting,
            SurfaceBoard surfaces) {
        this.settings = settings;
        this.codec = codec;
        this.store = store;
        this.outbox = outbox;
        this.listings = listings;
        this.board = board;
        this.portfolios = portfolios;
        this.policies = policies;
        this.claims = claims;
        this.waiting = waiting;
        this.surfaces = surfaces;
        records = new RiskRecords(listings, new RiskFlags(listings, settings.priceStale()), settings);
        tolerance = new RiskTolerance(settings.tolerances());
        attributor = new Attributor(listings);
        advisor = new Advice(listings);
        restore();
    }

    /** Carries the results of a portfolio up to just before something changes in it. */
    void count(PortfolioBook book, Instant time) {
        DayLedger ledger = ledger(book);
        attributor.step(book, ledger, deskPrices(book), time);
    }

    /** Something has changed in a portfolio. */
    void changed(PortfolioBook book, PortfolioReason reason, Instant time) {
        count(book, time);
        store.put(book.path().path(), ledger(book));
        book.path().levels().forEach(path -> state(path).soil(reason));
        look(book.path().levels());
    }

    /** Something has changed that any portfolio may rest on. */
    void changedAll(PortfolioReason reason) {
        states.values().forEach(state -> state.soil(reason));
        look(List.copyOf(states.keySet()));
    }

    /** The policy of a portfolio has changed, which those below may go by. */
    void policyChanged(String portfolio) {
        new PortfolioPath(portfolio).levels().forEach(this::state);
        List<String> concerned = states.keySet().stream()
                .filter(path -> DeskBooks.isAt(portfolio, path))
                .toList();
        concerned.forEach(path -> state(path).soil(PortfolioReason.POLICY));
        look(concerned);
    }

    /** Pools of a portfolio are held in another way; those above have them too. */
    void claimChanged(String portfolio) {
        List<String> concerned = new PortfolioPath(portfolio).levels();
        concerned.forEach(path -> state(path).soil(PortfolioReason.CLAIM));
        look(concerned);
    }

    /** Portfolios that the price has gone too far for are looked at again. */
    void priceMoved(ReferencePrice price) {
        List<String> concerned = states.entrySet().stream()
                .filter(entry -> entry.getValue()
                        .isMovedBy(
                                price.getInstrumentId(),
                                price.getPrice(),
                                settings.tolerances().value()))
                .map(Map.Entry::getKey)
                .toList();
        concerned.forEach(path -> state(path).soil(PortfolioReason.PRICE));
        look(concerned);
    }

    /** Volatilities of an expiry are others; portfolios with options of it are looked at again. */
    void surfaceMoved(String key) {
        Set<String> concerned = new TreeSet<>();
        for (PortfolioBook book : portfolios.values()) {
            if (book.hedges().openLegs().stream().anyMatch(leg -> isOf(book, leg, key))) {
                concerned.addAll(book.path().levels());
            }
        }
        concerned.forEach(path -> state(path).soil(PortfolioReason.PRICE));
        look(concerned);
    }

    private boolean isOf(PortfolioBook book, HedgeLeg leg, String surface) {
        if (!(leg.instrument() instanceof ListedOption listed)) {
            return false;
        }
        HeldOption option = HeldOption.of(leg, listed);
        return book.path().levels().stream()
                .map(path -> conventions(path).asset(option.underlying()))
                .anyMatch(asset -> SurfaceBoard.key(asset, option).equals(surface));
    }

    /** Highest portfolios last, so that their sums have what those below were counted at. */
    private void look(Collection<String> paths) {
        List<String> deepestFirst = new ArrayList<>(paths);
        deepestFirst.sort((one, other) -> Integer.compare(depth(other), depth(one)));
        for (String path : deepestFirst) {
            if (state(path).dirty() != null) {
                look(path, state(path));
            }
        }
    }

    private static int depth(String path) {
        return new PortfolioPath(path).levels().size();
    }

    private void look(String path, LevelState state) {
        Level level = level(path);
        publish(level, state);
        advise(level, state);
        state.lookedAt(pricesOf(level));
    }

    private Level level(String path) {
        Collection<PortfolioBook> books = DeskBooks.below(portfolios, path);
        AssetPrices prices = prices(conventions(path), books);
        return Level.of(
                path,
                policies.get(path),
                claims(path, prices.conventions()),
                books,
                prices,
                listings,
                surfaces,
                settings.finality());
    }

    /** Those on a portfolio and on all below it. */
    private List<HeldClaim> claims(String path, Conventions conventions) {
        return claims.values().stream()
                .filter(claim -> DeskBooks.isAt(path, claim.portfolio()))
                .map(claim -> ClaimAdapter.named(claim, conventions))
                .toList();
    }

    private void publish(Level level, LevelState state) {
        PortfolioRisk last = state.published();
        long waits = waiting.count(level.books());
        if (level.isEmpty() && waits == 0) {
            if (last != null) {
                outbox.riskGone(level.path(), level.time());
                store.delete(Kind.RISK, level.path());
                state.published(null);
            }
            return;
        }
        PortfolioRisk risk = records.risk(level, waits, state.dirty());
        if (last != null && tolerance.covers(last, risk)) {
            if (!RiskTolerance.isDue(last, risk, settings.heartbeatMs())) {
                return;
            }
            risk.setReason(PortfolioReason.HEARTBEAT);
        }
        records.complete(risk, level, days(level));
        outbox.risk(risk);
        store.put(Kind.RISK, level.path(), codec.bytes(risk));
        state.published(risk);
    }

    /** Results up to now, of every portfolio in it. */
    private Days days(Level level) {
        List<DayLedger> counted = new ArrayList<>();
        for (PortfolioBook book : level.books()) {
            DayLedger ledger = ledger(book);
            attributor.step(book, ledger, deskPrices(book), level.time());
            store.put(book.path().path(), ledger);
            counted.add(ledger);
        }
        return Days.of(desk(level.path()).numeraire(), theta(level.path()), counted);
    }

    private void advise(Level level, LevelState state) {
        Set<String> assets = new HashSet<>();
        if (level.policy() != null) {
            for (TargetRule rule : level.policy().targets()) {
                assets.add(rule.asset());
                HedgeRecommendation now = advisor.of(level, rule);
                if (AdviceChange.isOne(state.advice().get(rule.asset()), now)) {
                    outbox.advice(Advice.key(level.path(), rule.asset()), now);
                    store.put(Kind.ADVICE, Advice.key(level.path(), rule.asset()), codec.bytes(now));
                    state.advice().put(rule.asset(), now);
                }
            }
        }
        for (String asset : List.copyOf(state.advice().keySet())) {
            if (!assets.contains(asset)) {
                outbox.adviceGone(Advice.key(level.path(), asset), level.time());
                store.delete(Kind.ADVICE, Advice.key(level.path(), asset));
                state.advice().remove(asset);
            }
        }
    }

    /** What the instruments traded at that a level rests on; not a number where one has no price yet. */
    private Map<String, Double> pricesOf(Level level) {
        if (level.policy() != null) {
            level.policy().targets().forEach(rule -> level.prices().of(rule.asset()));
        }
        Set<String> instruments = new HashSet<>(level.prices().instruments());
        for (PortfolioBook book : level.books()) {
            book.hedges().openLegs().forEach(leg -> {
                Listing listing = listings.of(leg.instrument().key());
                instruments.add(listing.priceSource());
            });
        }
        if (level.policy() != null) {
            level.policy().venues().forEach(rule -> addSource(instruments, rule));
        }
        Map<String, Double> prices = new HashMap<>();
        for (String instrument : instruments) {
            ReferencePrice price = board.of(instrument);
            prices.put(instrument, price == null ? Double.NaN : price.getPrice());
        }
        return prices;
    }

    private void addSource(Set<String> instruments, VenueRule rule) {
        Listing listing = listings.of(HedgeInstrumentAdapter.key(rule.instrumentId()));
        if (listing != null) {
            instruments.add(listing.priceSource());
        }
    }

    private Conventions conventions(String path) {
        return nearest(path).map(Policy::conventions).orElse(Conventions.NONE);
    }

    /** What its hedges are held against, where all targets say the same; null: not known. */
    private Double theta(String path) {
        Set<Double> thetas = new HashSet<>();
        nearest(path).ifPresent(policy -> policy.targets()
                .forEach(rule -> thetas.add(rule.target().theta())));
        return thetas.size() == 1 ? thetas.iterator().next() : null;
    }

    /** The policy of the portfolio or, where it has none, of the next one above it that has. */
    private Optional<Policy> nearest(String path) {
        List<String> levels = new PortfolioPath(path).levels();
        for (int i = levels.size() - 1; i >= 0; i--) {
            Policy policy = policies.get(levels.get(i));
            if (policy != null) {
                return Optional.of(policy);
            }
        }
        return Optional.empty();
    }

    /** Of the desk itself: results of all its portfolios are told alike, or they could not be summed. */
    private Conventions desk(String path) {
        return conventions(new PortfolioPath(path).levels().get(0));
    }

    private AssetPrices deskPrices(PortfolioBook book) {
        return prices(desk(book.path().path()), List.of(book));
    }

    private AssetPrices prices(Conventions conventions, Collection<PortfolioBook> books) {
        List<NamedPart> parts = new ArrayList<>();
        for (PortfolioBook book : books) {
            book.parts().forEach(part -> parts.add(NamedPart.of(book.path(), part, conventions)));
        }
        return new AssetPrices(conventions, board, parts);
    }

    private DayLedger ledger(PortfolioBook book) {
        return ledgers.computeIfAbsent(
                book.path().path(), path -> new DayLedger(desk(path).numeraire(), PortfolioBook.NO_ACCOUNTS));
    }

    private LevelState state(String path) {
        return states.computeIfAbsent(path, absent -> new LevelState());
    }

    private void restore() {
        for (PortfolioBook book : portfolios.values()) {
            book.path().levels().forEach(this::state);
            store.ledger(book.path().path(), AccountsWorth.of(book.hedges()), PortfolioBook.NO_ACCOUNTS)
                    .ifPresent(ledger -> ledgers.put(book.path().path(), ledger));
        }
        policies.keySet().forEach(this::state);
        store.each(Kind.RISK, (path, raw) -> state(path).published(codec.risk(raw)));
        store.each(Kind.ADVICE, (key, raw) -> {
            HedgeRecommendation advice = codec.advice(raw);
            state(key.substring(0, key.lastIndexOf(BAR))).advice().put(advice.getAsset(), advice);
        });
        states.forEach((path, state) -> state.lookedAt(pricesOf(level(path))));
    }
}
