/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.follow;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.producers.connection.Conversation.Reaction;
import io.ballast.producers.rpc.Endpoint;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages are those of the execution-apis' and Geth's documentation of subscriptions. */
class NewHeadsTest {

    private static final String ADDRESS = "wss://node.example/v3/SECRET";
    private static final String HEAD =
            """
            {"jsonrpc":"2.0","method":"eth_subscription","params":{"subscription":"0x9ce59a13059e417087c02d3236a0b1cc",
             "result":{"number":"0x1b4","parentHash":"0x9a","gasLimit":"0x1c9c380"}}}
            """;

    private final List<Long> heard = new ArrayList<>();
    private final NewHeads heads = new NewHeads(Endpoint.of(ADDRESS), 77, heard::add);

    @Test
    void asksForItsChainAndItsHeads() {
        assertThat(heads.opening())
                .containsExactly(
                        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"eth_chainId\",\"params\":[]}",
                        "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"eth_subscribe\",\"params\":[\"newHeads\"]}");
    }

    @Test
    void tellsOfEachHead() {
        heads.hear("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":\"0x4d\"}");
        heads.hear("{\"jsonrpc\":\"2.0\",\"id\":2,\"result\":\"0x9ce59a13059e417087c02d3236a0b1cc\"}");

        Reaction reaction = heads.hear(HEAD);

        assertThat(reaction.useful()).isTrue();
        assertThat(heard).containsExactly(436L);
        assertThat(heads.heads()).isEqualTo(1);
        assertThat(heads.refusal()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-32601|the method eth_subscribe does not exist/is not available",
                "-32000|notifications not supported",
                "-32600|Unsupported method: eth_subscribe. See available methods"
            })
    void aNodeThatDoesNotKnowSubscriptionsIsNotAskedAgain(int code, String words) {
        Reaction reaction = heads.hear(error(code, words));

        assertThat(reaction.startOver()).isEmpty();
        assertThat(heads.refusal()).hasValueSatisfying(why -> assertThat(why).contains(words));
    }

    @Test
    void aNodeThatIsAskedTooOftenIsAskedAgain() {
        Reaction reaction = heads.hear(error(-32005, "too many requests for " + ADDRESS));

        assertThat(reaction.startOver())
                .contains("it does not subscribe: error -32005 too many requests for wss://node.example/…");
        assertThat(heads.refusal()).isEmpty();
    }

    private static String error(int code, String words) {
        return "{\"jsonrpc\":\"2.0\",\"id\":2,\"error\":{\"code\":" + code + ",\"message\":\"" + words + "\"}}";
    }

    @Test
    void aNodeOfAnotherChainIsNotListenedTo() {
        heads.hear("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":\"0x1\"}");

        assertThat(heads.refusal()).contains("it is a node of chain 1, not 77");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "[]",
                "{\"method\":\"eth_subscription\"}",
                "{\"method\":\"eth_subscription\",\"params\":{\"result\":{\"number\":7}}}",
                "{\"method\":\"eth_subscription\",\"params\":{\"result\":{\"number\":\"0x\"}}}"
            })
    void whatIsNoHeadIsOfNoUse(String message) {
        assertThat(heads.hear(message)).isEqualTo(new Reaction(false, List.of(), java.util.Optional.empty()));
        assertThat(heard).isEmpty();
    }
}
