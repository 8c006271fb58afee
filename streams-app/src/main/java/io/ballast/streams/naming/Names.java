/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.naming;

/**
 * Names of the topology's nodes and stores. They are a contract with what lies on brokers and disks: a store's name is part
 * of its changelog topic's. Sources and processors are named by what they do, stores by what they hold.
 */
public final class Names {

    public static final String READ_POOLS = "read-pools";
    public static final String READ_PRICE_TICKS = "read-price-ticks";
    public static final String READ_POSITION_EVENTS = "read-position-events";
    public static final String READ_POOL_EVENTS = "read-pool-events";
    public static final String READ_REFERENCE_PRICES = "read-reference-prices";
    public static final String READ_MARKET_TICKS = "read-market-ticks";

    public static final String READ_OPTION_QUOTES = "read-option-quotes";
    public static final String READ_OPTION_CHAINS = "read-option-chains";
    public static final String READ_PORTFOLIO_CURVES = "read-portfolio-curves";
    public static final String READ_HEDGE_INSTRUMENTS = "read-hedge-instruments";
    public static final String READ_HEDGE_EVENTS = "read-hedge-events";
    public static final String READ_POLICIES = "read-policies";
    public static final String READ_CLAIMS = "read-claims";
    public static final String READ_PORTFOLIO_PARTS = "read-portfolio-parts";
    public static final String READ_DESK_INPUTS = "read-desk-inputs";
    public static final String READ_DESK_PRICES = "read-desk-prices";

    public static final String TELL_MARKETS_FROM_POOLS = "tell-markets-from-pools";
    public static final String MERGE_MARKET_PRICES = "merge-market-prices";
    public static final String KEEP_POOL_BOOKS = "keep-pool-books";
    public static final String FIT_OPTION_SURFACES = "fit-option-surfaces";
    public static final String ADVISE_DESKS = "advise-desks";

    public static final String SEND_TO_DESKS = "send-to-desks";
    public static final String KEEP_DESKS = "keep-desks";

    public static final String PUBLISH_REFERENCE_PRICES = "publish-reference-prices";
    public static final String PUBLISH_MARKET_TICKS = "publish-market-ticks";
    public static final String PUBLISH_MERGED_PRICES = "publish-merged-prices";
    public static final String PUBLISH_MERGED_DESK_PRICES = "publish-merged-desk-prices";
    public static final String PUBLISH_MARKET_PRICES = "publish-market-prices";
    public static final String PUBLISH_POSITION_RISK = "publish-position-risk";
    public static final String PUBLISH_POOL_RISK = "publish-pool-risk";
    public static final String PUBLISH_PORTFOLIO_PARTS = "publish-portfolio-parts";
    public static final String PUBLISH_PORTFOLIO_CURVES = "publish-portfolio-curves";
    public static final String PUBLISH_DEAD_LETTERS = "publish-dead-letters";
    public static final String PUBLISH_OPTION_SURFACES = "publish-option-surfaces";
    public static final String PUBLISH_OPTION_CHAINS = "publish-option-chains";
    public static final String PUBLISH_OPTION_DEAD_LETTERS = "publish-option-dead-letters";
    public static final String PUBLISH_STRIP_RECOMMENDATIONS = "publish-strip-recommendations";
    public static final String PUBLISH_PORTFOLIO_SCENARIOS = "publish-portfolio-scenarios";
    public static final String PUBLISH_DESK_DEAD_LETTERS = "publish-desk-dead-letters";

    public static final String PUBLISH_DESK_PRICES = "publish-desk-prices";
    public static final String PUBLISH_DESK_INPUTS = "publish-desk-inputs";
    public static final String PUBLISH_DEAD_LETTERS_OF_DESK_INPUTS = "publish-dead-letters-of-desk-inputs";
    public static final String PUBLISH_PORTFOLIO_RISK = "publish-portfolio-risk";
    public static final String PUBLISH_HEDGE_RECOMMENDATIONS = "publish-hedge-recommendations";
    public static final String PUBLISH_DEAD_LETTERS_OF_DESKS = "publish-dead-letters-of-desks";

    public static final String POOLS_STORE = "pools";
    public static final String BOOK_ROWS_STORE = "book-rows";
    public static final String JOURNAL_STORE = "journal";
    public static final String APPLIED_STORE = "applied";
    public static final String PENDING_STORE = "pending";
    public static final String REFERENCE_PRICES_STORE = "reference-prices";
    public static final String MARKETS_STORE = "markets";
    public static final String OPTION_QUOTES_STORE = "option-quotes";
    public static final String DESK_ROWS_STORE = "desk-rows";

    public static final String TOLD_PARTS_STORE = "told-parts";
    public static final String DESK_RECORDS_STORE = "desk-records";
    public static final String DESK_WAITING_STORE = "desk-waiting";

    /** And the short name of a topic: reads back what was published. */
    public static final String READ_BACK = "read-back-";

    public static final String READ_ALERT_EVENTS = "read-alert-events";
    public static final String RAISE_ALERTS = "raise-alerts";
    public static final String PUBLISH_ALERTS = "publish-alerts";
    public static final String PUBLISH_ALERT_DEAD_LETTERS = "publish-alert-dead-letters";
    public static final String ALERTS_STORE = "alerts";
    public static final String ALERTS_COMMIT_HOOK = "alerts-commit-hook";

    public static final String MARKETS_COMMIT_HOOK = "markets-commit-hook";
    public static final String COMMIT_HOOK = "commit-hook";

    private Names() {}
}
