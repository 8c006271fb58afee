/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RpcErrorsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-32005|query returned more than 10000 results|TOO_MUCH",
                "-32602|query exceeds max results 20000, retry with the range 1-2|TOO_MUCH",
                "-32602|Log response size exceeded. You can make eth_getLogs requests with up to a 2K block range|TOO_MUCH",
                "-32600|block range is too wide|TOO_MUCH",
                "-32614|eth_getLogs is limited to a 10,000 range|TOO_MUCH",
                "-32000|query timeout exceeded|TOO_MUCH",
                "-32005|daily request count exceeded, request rate limited|RATE_LIMITED",
                "429|Your app has exceeded its compute units per second capacity|RATE_LIMITED",
                "-32005|limit exceeded|RATE_LIMITED",
                "-32000|unknown block|UNAVAILABLE",
                "-32000|header not found|UNAVAILABLE",
                "-32000|missing trie node 3a5d (path ) state 0x3a5d is not available|UNAVAILABLE",
                "-32602|Archive requests are not available on your current plan|UNAVAILABLE",
                "-32603|internal error|UNAVAILABLE",
                "-32601|the method eth_foo does not exist|REFUSED",
                "-32601|the method eth_foo does not exist/is not available|REFUSED",
                "3|execution reverted|REFUSED",
                "-32000|execution reverted: no such|REFUSED"
            })
    void theWordsTellWhatCanBeDone(int code, String message, RpcException.Kind kind) {
        assertThat(RpcErrors.kind(code, message)).isEqualTo(kind);
    }
}
