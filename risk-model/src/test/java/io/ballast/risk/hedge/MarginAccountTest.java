/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ballast.risk.journal.Journal;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarginAccountTest {

    private static final AccountKey USDT = new AccountKey("binance", "USDT");
    private static final AccountKey COIN = new AccountKey("deribit", "ETH");

    private static HedgeBook book() {
        HedgeBook book = new HedgeBook(new Journal());
        List.of(Listed.LINEAR, Listed.INVERSE, Listed.COIN_PUT).forEach(book::list);
        return book;
    }

    private static MarginAccount account(AccountKey key, HedgeBook book, String mark) {
        return MarginAccount.of(key, book, instrument -> new BigDecimal(mark)).orElseThrow();
    }

    @Test
    void shouldLiquidateAShortWhereEquityMeetsTheMaintenanceMargin() {
        HedgeBook book = book();
        book.apply(new CollateralTransfer("t", 0, "binance", "USDT", new BigDecimal("5000")));
        book.apply(Listed.fill("1", 1, Listed.LINEAR, "-10", "2000"));
        MarginAccount account = account(USDT, book, "2000");
        assertThat(account.figures()).isEqualTo(new MarginFigures(USDT, 5000, 2000, 1000, 0.4, 0.2));
        LiquidationDistance distance = account.distance("ETH", 2000);
        assertThat(distance.below()).isNull();
        assertThat(distance.fall()).isNull();
        double price = distance.above();
        assertThat(5000 - 10 * (price - 2000)).isCloseTo(0.05 * 10 * price, within(1e-9));
        assertThat(distance.rise()).isCloseTo(price / 2000 - 1, within(1e-12));
    }

    @Test
    void shouldLiquidateACoinMarginedLongInAFall() {
        HedgeBook book = book();
        book.apply(new CollateralTransfer("t", 0, "deribit", "ETH", new BigDecimal("2")));
        book.apply(Listed.fill("1", 1, Listed.INVERSE, "2000", "2000"));
        double price = account(COIN, book, "1900").distance("ETH", 1900).below();
        assertThat(2 + 20_000 * (1.0 / 2000 - 1 / price)).isCloseTo(0.05 * 20_000 / price, within(1e-9));
        assertThat(price).isLessThan(1900);
    }

    @Test
    void shouldNeverLiquidateAShortThatItsOwnCoinsCover() {
        HedgeBook book = book();
        book.apply(new CollateralTransfer("t", 0, "deribit", "ETH", new BigDecimal("12")));
        book.apply(Listed.fill("1", 1, Listed.INVERSE, "-2000", "2000"));
        LiquidationDistance distance = account(COIN, book, "2000").distance("ETH", 2000);
        assertThat(distance.above()).isNull();
        assertThat(distance.below()).isNull();
    }

    @Test
    void shouldSayThatLiquidationIsDue() {
        HedgeBook book = book();
        book.apply(new CollateralTransfer("t", 0, "binance", "USDT", new BigDecimal("100")));
        book.apply(Listed.fill("1", 1, Listed.LINEAR, "-10", "2000"));
        MarginAccount account = account(USDT, book, "2100");
        assertThat(account.distance("ETH", 2100).rise()).isZero();
        assertThat(account.figures().maintenanceUse()).isNull();
    }

    @Test
    void shouldKnowNothingWhereTermsOrMarksAreMissing() {
        HedgeBook book = book();
        book.apply(Listed.fill("1", 1, Listed.LINEAR, "-10", "2000"));
        assertThat(MarginAccount.of(USDT, book, key -> null)).isEmpty();
        book.apply(Listed.fill("2", 1, Listed.COIN_PUT, "1", "0.05"));
        AccountKey withOption = new AccountKey("deribit", "BTC");
        assertThat(MarginAccount.of(withOption, book, key -> BigDecimal.ONE)).isEmpty();
        assertThatThrownBy(() -> account(COIN, book, "2000").distance("SOL", 100))
                .hasMessageContaining("deribit:ETH has no contracts on SOL");
    }
}
