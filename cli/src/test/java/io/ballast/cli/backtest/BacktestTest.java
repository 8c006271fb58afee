/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ballast.cli.CommandFailed;
import io.ballast.cli.UsageError;
import io.ballast.cli.backtest.Backtest.Outcome;
import io.ballast.cli.load.HedgeFiles;
import io.ballast.schema.CurveState;
import io.ballast.schema.CurveStep;
import io.ballast.schema.CurveToken;
import io.ballast.schema.PoolKind;
import io.ballast.schema.PortfolioCurve;
import io.ballast.schema.RiskReason;
import io.ballast.schemas.json.RecordJson;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

/** From published parts and policies' files to tables and a picture, without a broker. */
class BacktestTest {
    private static final String INSTRUMENT =
            """
            {"instrument_id": "perp:ETHUSDC", "kind": "LINEAR_PERPETUAL", "base": "ETH", "quote": "USDC", "settlement": "USDC",\
             "multiplier": "1", "lot": "0.001", "taker_fee_rate": %s, "event_time": "2026-01-01T00:00:00Z"}
            """;
    private static final String POLICY =
            """
            {"portfolio": "desk/a", "numeraire": "USDC", "assets": [{"asset": "ETH", "aliases": ["WETH"]}],\
             "targets": [{"asset": "ETH", "mode": "%s", "band": "FIXED", "band_coins": 0}],\
             "venues": [{"instrument_id": "perp:ETHUSDC", "half_spread": 0.0001}], "limits": [],\
             "event_time": "2026-01-01T00:00:00Z"}
            """;

    @TempDir
    private Path folder;

    @Test
    void shouldFollowEachPolicyOfAPortfolio() throws IOException {
        Backtest backtest = backtest("0.0005", POLICY.formatted("DELTA_NEUTRAL") + POLICY.formatted("IL_NEUTRAL"));
        move(backtest);

        List<Outcome> outcomes = backtest.run();

        assertThat(outcomes).extracting(one -> one.followed().target()).containsExactly("delta-neutral", "IL-neutral");
        // A lot less than ten coins is sold at 2,000, for 6 bp; they fall by 100, and the one that came in is sold too.
        assertThat(outcomes.get(0).result().points().get(1).costs())
                .isCloseTo(-9.999 * 2000 * (0.0005 * 0.9999 + 0.0001), within(1e-9));
        assertThat(outcomes.get(0).result().end().account().hedge().toDouble())
                .isCloseTo(9.999 * 100 - 0.0001 * (9.999 * 2000 + 1900), within(1e-9));
        assertThat(outcomes.get(1).result().end().held()).isCloseTo(-0.999, within(1e-9));
        assertThat(outcomes.get(1).result().worstGap()).isLessThan(1e-9);
    }

    @Test
    void shouldWriteTablesRowsAndAPicture() throws Exception {
        Backtest backtest = backtest("0.0005", POLICY.formatted("DELTA_NEUTRAL"));
        move(backtest);

        BacktestFiles.write(new BacktestReport(backtest.run()), folder);

        assertThat(Files.readAllLines(folder.resolve("backtest.csv")))
                .hasSize(1 + 3)
                .allSatisfy(line -> assertThat(line.split(",")).hasSize(22));
        assertThat(Files.readString(folder.resolve("backtest.md")))
                .contains("| desk/a | delta-neutral | none (one lot) |");
        assertThat(Files.readString(folder.resolve("backtest.json"))).contains("\"date\" : \"2026-01-01\"");
        String picture = Files.readString(folder.resolve("backtest.svg"));
        assertThat(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(picture)))
                        .getElementsByTagName("polyline")
                        .getLength())
                .isEqualTo(2);
    }

    @Test
    void shouldSayWhatCannotBeFollowed() throws IOException {
        assertThatThrownBy(() -> backtest("null", POLICY.formatted("DELTA_NEUTRAL")))
                .isInstanceOf(UsageError.class)
                .hasMessageContaining("taker_fee_rate of perp:ETHUSDC is not told");

        Backtest nothing = backtest("0.0005", POLICY.formatted("DELTA_NEUTRAL"));
        assertThatThrownBy(nothing::run)
                .isInstanceOf(CommandFailed.class)
                .hasMessageContaining("nothing was published");

        Backtest otherTokens = backtest("0.0005", POLICY.formatted("DELTA_NEUTRAL"));
        ObjectNode part = part("2026-01-01T00:00:00Z", 1 / 2000.0, 20_000, 10, 0, 0);
        otherTokens.add(part.put("symbol0", "DAI"));
        assertThatThrownBy(otherTokens::run)
                .isInstanceOf(CommandFailed.class)
                .hasMessageContaining("its pool has DAI and ETH");

        Backtest twoPools = backtest("0.0005", POLICY.formatted("DELTA_NEUTRAL"));
        move(twoPools);
        twoPools.add(part("2026-01-01T03:00:00Z", 1 / 2000.0, 20_000, 10, 0, 0).put("pool_id", "q"));
        assertThatThrownBy(twoPools::run).hasMessageContaining("it is in p and in q");
    }

    @Test
    void shouldPutValueAtRiskToTheTest_whereTheCurveWasPublished() throws IOException {
        Backtest backtest = backtest("0.0005", POLICY.formatted("DELTA_NEUTRAL"));
        backtest.addCurve(curve());
        backtest.addCurve(null);
        // Up and down by the same 5 % each hour, and once by twice as much: more than 99 % of the hours of a normal
        // price.
        for (int hour = 0; hour < 60; hour++) {
            double fall = hour >= 50 ? 1.1 : 1;
            double price = 2000 * (hour % 2 == 0 ? 1 : 1.05) / fall;
            Instant time = Instant.parse("2026-01-01T00:30:00Z").plusSeconds(3600L * hour);
            backtest.add(part(time.toString(), 1 / price, 20_000, 10, 0, 0));
        }

        Outcome outcome = backtest.run().get(0);

        assertThat(outcome.risks()).hasSize(4);
        assertThat(outcome.risks().get(0).kupiec().observations()).isBetween(30, 37);
        assertThat(outcome.risks().get(1).kupiec().exceptions()).isEqualTo(1);
        BacktestFiles.write(new BacktestReport(List.of(outcome)), folder);
        assertThat(Files.readString(folder.resolve("backtest.md"))).contains("99 % exceeded");
        assertThat(Files.readString(folder.resolve("backtest.json"))).contains("\"p_value\"");
    }

    /** One wide range of 6 and 18 decimals. */
    private static ObjectNode curve() {
        return RecordJson.of(PortfolioCurve.newBuilder()
                .setPortfolio("desk/a")
                .setPoolId("p")
                .setKind(PoolKind.CONCENTRATED)
                .setState(CurveState.COMPLETE)
                .setToken0(token("0x1", "USDC", 6))
                .setToken1(token("0x2", "WETH", 18))
                .setPositions(1)
                .setBoundaries(2)
                .setSteps(List.of(
                        new CurveStep(190_000, "1000000000000000000"), new CurveStep(210_000, "-1000000000000000000")))
                .setHodl0X64Raw("0")
                .setHodl1X64Raw("0")
                .setRealisedIlX64Raw("0")
                .setBlockNumber(1)
                .setLogIndex(0)
                .setEventTime(Instant.parse("2026-01-01T00:00:00Z"))
                .setReason(RiskReason.EVENT)
                .build());
    }

    private static CurveToken token(String address, String symbol, int decimals) {
        return CurveToken.newBuilder()
                .setAddress(address)
                .setSymbol(symbol)
                .setDecimals(decimals)
                .build();
    }

    private Backtest backtest(String fee, String policies) throws IOException {
        Path instruments = Files.writeString(folder.resolve("instruments.jsonl"), INSTRUMENT.formatted(fee));
        Path alternatives = Files.writeString(folder.resolve("policies.jsonl"), policies);
        CaseReader reader = new CaseReader(
                HedgeFiles.read(Optional.of(instruments), Optional.empty(), Optional.empty())
                        .records(),
                new BigDecimal("-0.0001"));
        return new Backtest(
                reader.cases(HedgeFiles.read(Optional.empty(), Optional.of(alternatives), Optional.empty())
                        .records()),
                Instant.MIN,
                Instant.MAX);
    }

    /** WETH is token1 and USDC token0; the price of a coin goes from 2,000 to 1,900, and the pool buys one for 1,950. */
    private static void move(Backtest backtest) {
        backtest.add(part("2026-01-01T00:00:00Z", 1 / 2000.0, 20_000, 10, 0, 0));
        backtest.add(part("2026-01-01T01:30:00Z", 1 / 1900.0, 18_050, 11, -50 / 1900.0, 50 / 1900.0));
        backtest.add(part("2026-01-01T02:30:00Z", 1 / 1900.0, 18_050, 11, -50 / 1900.0, 50 / 1900.0));
        backtest.add(null);
    }

    private static ObjectNode part(String time, double price, double usdc, double coins, double il, double lvr) {
        ObjectNode part = JsonNodeFactory.instance.objectNode();
        part.put("portfolio", "desk/a")
                .put("pool_id", "p")
                .put("symbol0", "USDC")
                .put("symbol1", "WETH");
        part.putNull("address0").putNull("address1").put("price", price).put("event_time", time);
        part.putObject("totals")
                .put("value", usdc * price + coins)
                .put("hodl_value", 20_000 * price + 10)
                .put("il", il)
                .put("realised_il", 0.0)
                .put("fees_value", 0.0)
                .put("lvr", lvr)
                .put("delta0", usdc)
                .put("delta1", coins)
                .put("hodl0", 20_000.0)
                .put("hodl1", 10.0)
                .put("gamma", -1.0);
        return part;
    }
}
