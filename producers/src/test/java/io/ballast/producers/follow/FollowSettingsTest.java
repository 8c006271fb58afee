/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.producers.files.InputException;
import io.ballast.producers.pools.AskedPosition;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FollowSettingsTest {

    private static Map<String, String> least() {
        return new HashMap<>(Map.of(
                FollowSettings.RPC_URLS, "http://a/KEY, https://b",
                FollowSettings.CHAIN_ID, "10",
                FollowSettings.START_BLOCK, "5",
                FollowSettings.FACTORIES, FakeChain.FACTORY));
    }

    @Test
    void littleHasToBeSaid() {
        FollowSettings settings = new FollowSettings(least());

        FollowOptions options = settings.options();

        assertThat(settings.producerId()).isEqualTo("chain-10");
        assertThat(options.endpoints()).hasToString("[http://a/…, https://b]");
        assertThat(options.finality().tag()).isEqualTo("finalized");
        assertThat(options.catalogue().chainId()).isEqualTo(10);
    }

    @Test
    void whatIsWatchedDecidesTheSourceAndWhereItIsReadDoesNot() {
        String source = new FollowSettings(least()).options().source();
        Map<String, String> elsewhere = least();
        elsewhere.put(FollowSettings.RPC_URLS, "http://c");
        elsewhere.put(FollowSettings.FINALITY, "30");
        Map<String, String> more = least();
        more.put(FollowSettings.MANAGERS, FakeChain.STRANGER);

        assertThat(new FollowSettings(elsewhere).options().source()).isEqualTo(source);
        assertThat(new FollowSettings(more).options().source()).isNotEqualTo(source);
    }

    @ParameterizedTest
    @CsvSource({
        "chain.id,0",
        "chain.start.block,-1",
        "chain.finality,soon",
        "chain.finality,0",
        "chain.factories,0x12",
        "chain.rpc.requests.per.second,0",
        "chain.rpc.requests.per.second,NaN",
        "chain.everything,perhaps",
        "chain.range.max.blocks,0",
        "chain.no.such,1",
        "chain.join.positions,0x12/7",
        "chain.join.custody.since,5"
    })
    void whatBreaksARuleIsNamed(String key, String value) {
        Map<String, String> settings = least();
        settings.put(key, value);

        assertThatThrownBy(() -> new FollowSettings(settings).options())
                .isInstanceOf(InputException.class)
                .hasMessageContaining(key);
    }

    @Test
    void aBrokenAddressIsNotRepeated() {
        Map<String, String> settings = least();
        settings.put(FollowSettings.RPC_URLS, "ftp://host/SECRET");

        assertThatThrownBy(() -> new FollowSettings(settings).options())
                .isInstanceOf(InputException.class)
                .hasMessageNotContaining("SECRET");
    }

    @Test
    void websocketsTellOfHeadsAndCallsGoToTheOthers() {
        Map<String, String> settings = least();
        settings.put(FollowSettings.RPC_URLS, "wss://a/KEY, http://b, ws://c");

        FollowOptions options = new FollowSettings(settings).options();

        assertThat(options.nodes()).hasToString("[http://b]");
        assertThat(options.sockets()).hasToString("[wss://a/…, ws://c]");
    }

    @Test
    void comparingNeedsTwoNodes() {
        Map<String, String> settings = least();
        settings.put(FollowSettings.CROSS_CHECK, "true");
        assertThat(new FollowSettings(settings).options().crossCheck()).isTrue();

        settings.put(FollowSettings.RPC_URLS, "http://a, ws://a");
        assertThatThrownBy(() -> new FollowSettings(settings).options())
                .hasMessageContaining("chain.rpc.cross.check needs two nodes");
    }

    @Test
    void whereThereAreWebsocketsOnlyCallsGoThere() {
        Map<String, String> settings = least();
        settings.put(FollowSettings.RPC_URLS, "wss://a/KEY");

        FollowOptions options = new FollowSettings(settings).options();

        assertThat(options.nodes()).hasToString("[wss://a/…]");
        assertThat(options.sockets()).hasToString("[wss://a/…]");
    }

    @Test
    void poolsAreJoinedWithThePositionsAskedFor() {
        Map<String, String> settings = least();
        String manager = "0x" + "0".repeat(38) + "99";
        settings.put(FollowSettings.JOIN, "true");
        settings.put(FollowSettings.JOIN_POSITIONS, manager + "/7, " + manager + "/" + manager + ":-60:120");

        settings.put(FollowSettings.JOIN_CUSTODY_SINCE, "3");

        assertThat(new FollowSettings(settings).options().join())
                .contains(new JoinOptions(
                        List.of(
                                new AskedPosition.Nft(manager, BigInteger.valueOf(7)),
                                new AskedPosition.Direct(manager, manager, -60, 120)),
                        3));
    }

    @Test
    void nothingToFollowIsAnError() {
        Map<String, String> settings = least();
        settings.remove(FollowSettings.FACTORIES);

        assertThatThrownBy(() -> new FollowSettings(settings).options()).hasMessageContaining("nothing to follow");
    }
}
