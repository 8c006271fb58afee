/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.shares;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ballast.producers.files.PoolsFile;
import io.ballast.producers.replay.LogReplay;
import io.ballast.producers.replay.LogReplayOptions;
import io.ballast.producers.replay.ReplayListener;
import io.ballast.producers.sink.MemorySink;
import io.ballast.schema.PositionRisk;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.web3j.abi.datatypes.Address;
import org.web3j.abi.datatypes.DynamicArray;
import org.web3j.abi.datatypes.generated.Bytes32;
import org.web3j.abi.datatypes.generated.Int128;
import org.web3j.abi.datatypes.generated.Int256;
import org.web3j.abi.datatypes.generated.StaticArray2;
import org.web3j.abi.datatypes.generated.Uint256;
import org.web3j.utils.Numeric;

/** A pool of shares of one holder, as its contracts log what becomes of it. */
final class LoggedPool {
    private static final String POOL = address(0xa1);
    private static final String TOKEN0 = address(0x10);
    private static final String TOKEN1 = address(0x11);
    private static final String VAULT = address(0xba12);
    private static final String CURVES_LP_TOKEN = address(0x11c);
    private static final String HOLDER = address(0xa11ce);
    private static final String ZERO = address(0);
    private static final String POOL_ID = POOL + "000200000000000000000001";

    private static final BigInteger SHARES = BigInteger.TEN.pow(21);
    /** BasePool locks so many for ever. */
    private static final BigInteger LOCKED_BY_BALANCER = BigInteger.valueOf(1_000_000);

    /** Of the pool's balances, raw. */
    record Change(BigInteger token0, BigInteger token1) {}

    private final ContractLogs logs = new ContractLogs();
    private final ObjectNode listing;
    private final boolean inVault;
    private BigInteger balance0 = BigInteger.ZERO;
    private BigInteger balance1 = BigInteger.ZERO;

    /** @param terms  what a pools file says of it, without addresses */
    static LoggedPool inBalancersVault(String terms) throws IOException {
        LoggedPool pool = new LoggedPool(terms, true);
        pool.listing.put("vault", VAULT).put("poolId", POOL_ID);
        return pool;
    }

    /** The same of Curve. */
    static LoggedPool ofCurve(String terms) throws IOException {
        LoggedPool pool = new LoggedPool(terms, false);
        pool.listing.put("lpToken", CURVES_LP_TOKEN);
        return pool;
    }

    private LoggedPool(String terms, boolean inVault) throws IOException {
        this.inVault = inVault;
        listing = (ObjectNode) new ObjectMapper().readTree(terms);
        listing.put("address", POOL).put("token0", TOKEN0).put("token1", TOKEN1);
    }

    private static String address(long id) {
        return String.format("0x%040x", id);
    }

    void firstDeposit(BigInteger amount0, BigInteger amount1) {
        if (inVault) {
            mint(POOL, ZERO, LOCKED_BY_BALANCER);
            mint(POOL, HOLDER, SHARES);
            logs.add(
                    VAULT,
                    "PoolBalanceChanged",
                    List.of(poolId(), new Address(HOLDER)),
                    new DynamicArray<>(Address.class, List.of(new Address(TOKEN0), new Address(TOKEN1))),
                    new DynamicArray<>(Int256.class, List.of(new Int256(amount0), new Int256(amount1))),
                    new DynamicArray<>(Uint256.class, List.of(uint(BigInteger.ZERO), uint(BigInteger.ZERO))));
        } else {
            mint(CURVES_LP_TOKEN, HOLDER, SHARES);
            logs.add(
                    POOL,
                    "AddLiquidity",
                    List.of(new Address(HOLDER)),
                    new StaticArray2<>(Uint256.class, List.of(uint(amount0), uint(amount1))),
                    new StaticArray2<>(Uint256.class, List.of(uint(BigInteger.ZERO), uint(BigInteger.ZERO))),
                    uint(amount0.add(amount1)),
                    uint(SHARES));
        }
        balance0 = amount0;
        balance1 = amount1;
    }

    private void mint(String token, String to, BigInteger amount) {
        logs.add(token, "Transfer", List.of(new Address(ZERO), new Address(to)), uint(amount));
    }

    private static Uint256 uint(BigInteger value) {
        return new Uint256(value);
    }

    private static Bytes32 poolId() {
        return new Bytes32(Numeric.hexStringToByteArray(POOL_ID));
    }

    /** As logged; what Curve's admin gets besides is not in it. */
    void swap(Change change) {
        boolean zeroIn = change.token0().signum() > 0;
        Uint256 in = uint(zeroIn ? change.token0() : change.token1());
        Uint256 out = uint((zeroIn ? change.token1() : change.token0()).negate());
        if (inVault) {
            logs.add(
                    VAULT,
                    "Swap",
                    List.of(poolId(), new Address(zeroIn ? TOKEN0 : TOKEN1), new Address(zeroIn ? TOKEN1 : TOKEN0)),
                    in,
                    out);
        } else {
            Int128 sold = new Int128(zeroIn ? 0 : 1);
            Int128 bought = new Int128(zeroIn ? 1 : 0);
            logs.add(POOL, "TokenExchange", List.of(new Address(HOLDER)), sold, in, bought, out);
        }
        balance0 = balance0.add(change.token0());
        balance1 = balance1.add(change.token1());
    }

    BigInteger balance0() {
        return balance0;
    }

    BigInteger balance1() {
        return balance1;
    }

    /** What the holder would get of a balance. */
    BigInteger ofHolder(BigInteger balance) {
        return balance.multiply(SHARES).divide(inVault ? SHARES.add(LOCKED_BY_BALANCER) : SHARES);
    }

    /**
     * Sends the logs through the decoders and the topology.
     *
     * @param folder  empty
     */
    PositionRisk figuresOfItsHolder(Path folder) throws IOException {
        Path file = Files.write(folder.resolve("logs.jsonl"), logs.lines());
        Path pools = Files.writeString(folder.resolve("pools.json"), "{\"chainId\": 1, \"pools\": [" + listing + "]}");
        MemorySink sink = new MemorySink();
        new LogReplay(LogReplayOptions.of(file, PoolsFile.read(pools)), sink, ReplayListener.SILENT, () -> 0).run();
        try (DrivenTopology topology = new DrivenTopology(folder.resolve("state"))) {
            topology.feed(sink.records());
            assertThat(topology.deadLetters()).isEmpty();
            return topology.positions().values().stream()
                    .filter(position -> HOLDER.equals(position.getOwner()))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
