/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.producers.pools.PoolCatalogue;
import io.ballast.producers.pools.PoolContract;
import io.ballast.producers.pools.PoolListing;
import io.ballast.producers.pools.PriceFeed;
import io.ballast.producers.pools.ShareDetails;
import io.ballast.producers.pools.SourceContracts;
import io.ballast.producers.pools.TokenListing;
import io.ballast.schema.ConcentratedContract;
import io.ballast.schema.PoolKind;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoolsFileTest {

    private static final String B = "0x00000000000000000000000000000000000000b1";
    private static final String A = "0x" + "aA".repeat(20);
    private static final String T0 = "0x" + "01".repeat(20);
    private static final String T1 = "0x" + "02".repeat(20);
    private static final String NPM = "0x" + "0e".repeat(20);

    @TempDir
    Path folder;

    private Path file(String name, String content) {
        try {
            return Files.writeString(folder.resolve(name), content);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void readsCsv() {
        PoolCatalogue catalogue = PoolsFile.read(file(
                "pools.csv",
                "address,venue,token0,token1,fee,tick_spacing,symbol0,decimals0,price_source0,chain_id\n" + A
                        + ",uniswap-v3," + T0 + "," + T1 + ",3000,60,WETH,18,coinbase:ETH-USD,137\n"));

        assertThat(catalogue.chainId()).isEqualTo(137);
        assertThat(catalogue.pools().values())
                .containsExactly(new PoolListing(
                        A.toLowerCase(),
                        PoolKind.CONCENTRATED,
                        "uniswap-v3",
                        T0,
                        T1,
                        Optional.of(3000),
                        Optional.of(60)));
        assertThat(catalogue.token(T0))
                .isEqualTo(new TokenListing(T0, Optional.of("WETH"), Optional.of(18), Optional.of("coinbase:ETH-USD")));
        assertThat(catalogue.token(T1)).isEqualTo(TokenListing.unknown(T1));
    }

    @Test
    void readsAJsonArray() {
        PoolCatalogue catalogue = PoolsFile.read(file(
                "pools.json",
                "[{\"address\":\"" + A + "\",\"kind\":\"constant-product\",\"token0\":\"" + T0 + "\",\"token1\":\"" + T1
                        + "\"}]"));

        PoolListing pair = catalogue.pools().get(A.toLowerCase());
        assertThat(pair.kind()).isEqualTo(PoolKind.CONSTANT_PRODUCT);
        assertThat(pair.venue()).isEqualTo("uniswap-v2");
        assertThat(pair.feePips()).contains(3000);
        assertThat(pair.tickSpacing()).isEmpty();
        assertThat(catalogue.chainId()).isEqualTo(1);
    }

    @Test
    void readsAManifest() {
        PoolCatalogue catalogue = PoolsFile.read(file(
                "manifest.json",
                """
                {"chainId": 31337, "v2FeeTo": "%s", "params": {"seed": 1}, "contracts": {"npm": "%s"},
                 "users": ["%s"],
                 "tokens": [{"symbol": "USDX", "address": "%s", "decimals": 6}],
                 "pools": [{"address": "%s", "name": "x", "token0": "%s", "token1": "%s", "fee": 500, "decimals1": 8}],
                 "pairs": []}
                """
                        .formatted(T0, NPM, T1, T0, A, T0, T1)));

        assertThat(catalogue.chainId()).isEqualTo(31337);
        assertThat(catalogue.v2FeeTo()).contains(T0);
        assertThat(catalogue.positionManagers()).containsExactly(NPM);
        assertThat(catalogue.pools().get(A.toLowerCase()).tickSpacing()).contains(10);
        assertThat(catalogue.token(T0).symbol()).contains("USDX");
        assertThat(catalogue.token(T1).decimals()).contains(8);
    }

    @Test
    void readsPoolsOfOtherContracts() {
        String id = "0x" + "ab".repeat(32);
        PoolCatalogue catalogue = PoolsFile.read(file(
                "pools.json",
                """
                {"pools": [
                  {"address": "%s", "venue": "uniswap-v4", "poolManager": "%s", "token0": "%s", "token1": "%s",
                   "fee": "dynamic", "tickSpacing": 60, "hooks": "%s"},
                  {"address": "%s", "venue": "pancake-v3", "token0": "%s", "token1": "%s", "fee": 2500, "tickSpacing": 50},
                  {"address": "%s", "venue": "slipstream", "token0": "%s", "token1": "%s", "tickSpacing": 100}]}
                """
                        .formatted(id, NPM, T0, T1, B, A, T0, T1, B, T0, T1)));

        PoolListing managed = catalogue.pools().get(id);
        assertThat(managed.contract()).isEqualTo(PoolContract.managedBy(NPM, Optional.of(B)));
        assertThat(managed.feePips()).isEmpty();
        assertThat(managed.logger()).isEqualTo(NPM);
        assertThat(catalogue.pools().get(A.toLowerCase()).contract().kind()).isEqualTo(ConcentratedContract.PANCAKE_V3);
        PoolListing slipstream = catalogue.pools().get(B);
        assertThat(slipstream.contract().kind()).isEqualTo(ConcentratedContract.SLIPSTREAM);
        assertThat(slipstream.feePips()).contains(500);
    }

    @Test
    void readsPoolsOfShares() {
        String id = B + "000200000000000000000001";
        PoolCatalogue catalogue = PoolsFile.read(file(
                "pools.json",
                """
                {"pools": [
                  {"address": "%s", "kind": "weighted", "token0": "%s", "token1": "%s", "vault": "%s", "poolId": "%s",
                   "weight0": 0.8, "swapFee": "0.003"},
                  {"address": "%s", "kind": "stable", "venue": "curve", "token0": "%s", "token1": "%s", "lpToken": "%s",
                   "amplification": 200, "amplificationPrecision": 100, "swapFee": 0.0004, "protocolPart": 0.5}]}
                """
                        .formatted(B, T0, T1, NPM, id, A, T0, T1, NPM)));

        ShareDetails weighted = catalogue.pools().get(B).shares().orElseThrow();
        assertThat(weighted.vault()).contains(new ShareDetails.VaultPool(NPM, id));
        assertThat(weighted.weightsE18())
                .containsExactly(new BigInteger("800000000000000000"), new BigInteger("200000000000000000"));
        assertThat(weighted.swapFeeE18()).isEqualTo("3000000000000000");
        assertThat(catalogue.pools().get(B).poolId(1)).isEqualTo("balancer-v2:1:" + B);
        ShareDetails stable = catalogue.pools().get(A.toLowerCase()).shares().orElseThrow();
        assertThat(stable.lpToken()).isEqualTo(NPM);
        assertThat(stable.amplification()).contains(BigInteger.valueOf(20_000));
        assertThat(stable.protocolPartE18()).isEqualTo("500000000000000000");
    }

    @Test
    void readsOtherContractsWhoseLogsSaySomething() {
        PoolCatalogue catalogue = PoolsFile.read(file(
                "pools.json",
                """
                {"factories": [{"address": "%s", "venue": "pancake-v3"}], "feeModules": ["%s"],
                 "priceFeeds": [{"address": "%s", "instrument": "chainlink:ETH-USD", "decimals": 8}],
                 "custodians": ["%s"]}
                """
                        .formatted(T0, T1, NPM, A)));

        assertThat(catalogue.contracts())
                .isEqualTo(new SourceContracts(
                        Map.of(T0, "pancake-v3"),
                        Set.of(T1),
                        Map.of(NPM, new PriceFeed("chainlink:ETH-USD", 8)),
                        Set.of(A.toLowerCase(Locale.ROOT))));
    }

    @Test
    void readsWhatIsPacked() throws IOException {
        Path packed = folder.resolve("pools.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(("address,venue,token0,token1,fee\n" + A + ",uniswap-v3," + T0 + "," + T1 + ",100\n")
                    .getBytes(StandardCharsets.UTF_8));
        }

        assertThat(PoolsFile.read(packed).pools().get(A.toLowerCase()).tickSpacing())
                .contains(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0x12,uniswap-v3,T0,T1,500 | :2: address is [0x12], it must be an address: 0x and 40 hex digits",
                "A,uniswap-v3,T0,,500 | :2: token1 is missing",
                "A,uniswap-v3,T0,T0,500 | it must be another token than token0",
                "A,uniswap-v3,T0,T1, | :2: fee is missing",
                "A,uniswap-v3,T0,T1,5e2 | :2: fee is [5e2], it must be a whole number",
                "A,uniswap-v3,T0,T1,1000000 | :2: fee is [1000000], it must be between 0 and 999999",
                "A,uniswap-v3,T0,T1,42 | tickSpacing is missing, and a fee of 42 pips has no usual one",
                "A,balancer,T0,T1,500 | venue is [balancer], it must be one that ends in -v2, -v3, -v4 or slipstream",
                "A,,T0,T1,500 | neither venue nor kind is given",
            })
    void namesTheLineTheValueAndTheRule(String row, String message) {
        String line = row.replace("A,", A + ",").replace("T0", T0).replace("T1", T1);
        Path file = file("pools.csv", "address,venue,token0,token1,fee\n" + line + "\n");

        assertThatThrownBy(() -> PoolsFile.read(file))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining(message);
    }

    @Test
    void refusesAPoolListedTwice() {
        String row = A + ",uniswap-v3," + T0 + "," + T1 + ",500\n";
        Path file = file("pools.csv", "address,venue,token0,token1,fee\n" + row + row);

        assertThatThrownBy(() -> PoolsFile.read(file))
                .hasMessageContaining(":3: pool " + A.toLowerCase() + " is listed twice");
    }

    @Test
    void refusesTwoChains() {
        Path file = file("pools.json", "[" + json(A, 1) + "," + json("0x" + "bb".repeat(20), 2) + "]");

        assertThatThrownBy(() -> PoolsFile.read(file)).hasMessageContaining("is of more than one chain: [1, 2]");
    }

    private static String json(String address, int chainId) {
        return "{\"address\":\"" + address + "\",\"venue\":\"uniswap-v2\",\"token0\":\"" + T0 + "\",\"token1\":\"" + T1
                + "\",\"chainId\":" + chainId + "}";
    }

    @Test
    void saysWhereJsonEnds() {
        Path file = file("pools.json", "[\n{\"address\":\n");

        assertThatThrownBy(() -> PoolsFile.read(file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("pools.json:3: this is no JSON");
    }

    @Test
    void saysWhatIsNotThere() {
        assertThatThrownBy(() -> PoolsFile.read(folder.resolve("none.csv"))).hasMessageEndingWith("no such file");
        assertThatThrownBy(() -> PoolsFile.read(folder)).hasMessageEndingWith("is a directory, not a file");
        assertThatThrownBy(() -> PoolsFile.read(file("empty.csv", ""))).hasMessageEndingWith("has no pools in it");
    }

    @Test
    void tokensFillWhatPoolsLeaveOpen() {
        List<TokenListing> tokens = TokensFile.read(file(
                "tokens.csv", "address,symbol,decimals,price_source\n" + T0 + ",WETH,18,\n" + T1 + ",,6,par:USD\n"));

        assertThat(tokens)
                .containsExactly(
                        new TokenListing(T0, Optional.of("WETH"), Optional.of(18), Optional.empty()),
                        new TokenListing(T1, Optional.empty(), Optional.of(6), Optional.of("par:USD")));
    }

    @Test
    void refusesAPriceSourceWithoutVenue() {
        Path file = file("tokens.csv", "address,price_source\n" + T0 + ",ETH-USD\n");

        assertThatThrownBy(() -> TokensFile.read(file)).hasMessageContaining("price_source is [ETH-USD]");
    }
}
