/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk;

import io.ballast.schema.BookTotals;
import io.ballast.schema.PoolDefinition;
import io.ballast.schema.PoolKind;
import io.ballast.schema.PoolRisk;
import io.ballast.schema.PoolToken;
import io.ballast.schema.PositionKind;
import io.ballast.schema.PositionRisk;
import io.ballast.schema.QualityFlag;
import io.ballast.schema.RangeState;
import io.ballast.schema.RiskReason;
import io.ballast.schemas.serde.AvroSerializer;
import io.ballast.schemas.serde.RecordModel;
import io.ballast.schemas.serde.RegistryClients;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/** Records for tests. */
public final class Samples {
    public static final String WETH_USDC = "uniswap-v3:1:0x00000000000000000000000000000000000000aa";
    public static final String WBTC_WETH = "uniswap-v3:10:0x00000000000000000000000000000000000000bb";
    public static final Instant TIME = Instant.parse("2026-01-31T12:00:00Z");
    public static final String TOPIC = "ballast.position-risk";

    private static final RecordModel MODEL = new RecordModel();

    private Samples() {}

    /** A registry in this process, of the test's own. */
    public static SchemaRegistryClient registry(String scope) {
        return RegistryClients.create(Map.of(RegistryClients.URL, "mock://" + scope));
    }

    public static byte[] bytes(PositionRisk risk, SchemaRegistryClient registry) {
        return new AvroSerializer<PositionRisk>(registry, true).serialize(TOPIC, withDefaults(risk));
    }

    /** Puts each field that a test does not care for to its schema's default. */
    public static <T extends SpecificRecord> T withDefaults(T record) {
        for (Schema.Field field : record.getSchema().getFields()) {
            if (record.get(field.pos()) == null && field.hasDefaultValue()) {
                record.put(field.pos(), MODEL.getDefaultValue(field));
            }
        }
        return record;
    }

    /** In range, of the pool, worth so much. */
    public static PositionRisk position(String poolId, int number, double valueUsd) {
        PositionRisk risk = new PositionRisk();
        risk.setPositionId(poolId + "/nft:" + number);
        risk.setPoolId(poolId);
        risk.setKind(PositionKind.NFT);
        risk.setTokenId(Integer.toString(number));
        risk.setOwner("0x00000000000000000000000000000000000000" + String.format("%02x", number % 200));
        risk.setPortfolio("desk-a/eth");
        risk.setTickLower(-1000);
        risk.setTickUpper(1000);
        risk.setTick(0);
        risk.setLiquidityRaw("340282366920938463463374607431768211455");
        risk.setPrice(1.0);
        risk.setValueUsd(valueUsd);
        risk.setHodlValueUsd(valueUsd + 10);
        risk.setIlUsd(-10.0);
        risk.setIlPct(-10 / (valueUsd + 10));
        risk.setRealisedIlUsd(0.0);
        risk.setFeesValueUsd(4.0);
        risk.setDelta0(2.0);
        risk.setDelta1(3.0);
        risk.setWindows(new ArrayList<>());
        risk.setRangeState(RangeState.IN_RANGE);
        risk.setBlockNumber(17);
        risk.setLogIndex(1);
        risk.setEventTime(TIME);
        risk.setReason(RiskReason.TICK);
        risk.setSimulated(true);
        risk.setFlags(new ArrayList<>());
        return risk;
    }

    /** Of a pool with nothing in it; the caller sets what it is about. */
    public static PoolRisk poolRisk(String poolId) {
        PoolRisk risk = new PoolRisk();
        risk.setPoolId(poolId);
        risk.setTotals(withDefaults(new BookTotals()));
        risk.setEventTime(TIME);
        risk.setReason(RiskReason.TICK);
        return risk;
    }

    public static PositionRisk flagged(PositionRisk risk, QualityFlag flag) {
        risk.setFlags(List.of(flag));
        return risk;
    }

    /** A concentrated pool with a fee of 0.05 %. */
    public static PoolDefinition pool(String poolId, String symbol0, int decimals0, String symbol1, int decimals1) {
        PoolDefinition pool = new PoolDefinition();
        pool.setPoolId(poolId);
        pool.setKind(PoolKind.CONCENTRATED);
        pool.setVenue("uniswap-v3");
        pool.setChainId(1);
        pool.setAddress(poolId.substring(poolId.lastIndexOf(':') + 1));
        pool.setFeePips(500);
        pool.setEventTime(TIME);
        pool.setSimulated(true);
        pool.setTokens(List.of(token(symbol0, decimals0), token(symbol1, decimals1)));
        return pool;
    }

    private static PoolToken token(String symbol, int decimals) {
        PoolToken token = new PoolToken();
        token.setAddress("0x" + "0".repeat(40));
        token.setSymbol(symbol);
        token.setDecimals(decimals);
        return token;
    }
}
