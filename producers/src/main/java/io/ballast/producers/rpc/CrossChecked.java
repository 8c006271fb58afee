/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Believes logs only if two endpoints give the same ones. All else goes to one of them: what a block is, its hash says. Mutable,
 * single-threaded.
 */
public final class CrossChecked implements Rpc {

    /** What two nodes must say of a log; some tell more. */
    private static final List<String> COMPARED =
            List.of("blockHash", "logIndex", "transactionHash", "address", "topics", "data");

    private final Endpoints endpoints;
    private final Rpc first;

    /** @param first  how the one is asked whose answer is compared: the endpoints themselves, or a view of them */
    public CrossChecked(Endpoints endpoints, Rpc first) {
        this.endpoints = endpoints;
        this.first = first;
    }

    /** @throws RpcException also if both do not say the same, or there is no other that answers */
    @Override
    public JsonNode call(String method, JsonNode parameters) {
        JsonNode answer = first.call(method, parameters);
        if (method.equals("eth_getLogs")) {
            requireSame(answer, endpoints.callAnother(method, parameters));
        }
        return answer;
    }

    private static void requireSame(JsonNode answer, JsonNode other) {
        Set<String> logs = logs(answer);
        Set<String> others = logs(other);
        if (!logs.equals(others)) {
            Set<String> alone = new HashSet<>(logs);
            alone.removeAll(others);
            Set<String> missing = new HashSet<>(others);
            missing.removeAll(logs);
            throw new RpcException(
                    RpcException.Kind.MALFORMED,
                    "two nodes do not give the same logs: of " + logs.size() + " the other has not " + alone.size()
                            + ", and has " + missing.size() + " more");
        }
    }

    private static Set<String> logs(JsonNode answer) {
        Set<String> logs = new HashSet<>();
        for (JsonNode log : answer) {
            StringBuilder compared = new StringBuilder();
            COMPARED.forEach(field -> compared.append(log.path(field)).append(' '));
            logs.add(compared.toString().toLowerCase(Locale.ROOT));
        }
        return logs;
    }
}
