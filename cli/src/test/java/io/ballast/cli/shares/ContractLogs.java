/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.shares;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.web3j.abi.EventEncoder;
import org.web3j.abi.FunctionEncoder;
import org.web3j.abi.TypeEncoder;
import org.web3j.abi.datatypes.Type;

/** Logs as contracts write them, by the contracts' own ABI; each in a block of its own. */
@SuppressWarnings("rawtypes")
final class ContractLogs {
    private static final long GENESIS_S = 1_700_000_000L;

    private final List<String> lines = new ArrayList<>();

    /**
     * Adds one.
     *
     * @param name  of the event
     * @param indexed  its indexed fields, which have to come first in the declaration
     * @param data  the others
     */
    void add(String contract, String name, List<Type> indexed, Type... data) {
        List<Type> all = new ArrayList<>(indexed);
        all.addAll(Arrays.asList(data));
        write(contract, signature(name, all), indexed, data);
    }

    private static String signature(String name, List<Type> fields) {
        return fields.stream().map(Type::getTypeAsString).collect(Collectors.joining(",", name + "(", ")"));
    }

    private void write(String contract, String signature, List<Type> indexed, Type... data) {
        long block = lines.size() + 1;
        ObjectNode log = new ObjectMapper().createObjectNode().put("address", contract);
        ArrayNode topics = log.putArray("topics").add(EventEncoder.buildEventSignature(signature));
        indexed.forEach(value -> topics.add("0x" + TypeEncoder.encode(value)));
        log.put("data", "0x" + FunctionEncoder.encodeConstructor(List.of(data)))
                .put("blockNumber", block)
                .put("blockHash", hash(block))
                .put("blockTimestamp", GENESIS_S + 12 * block)
                .put("transactionHash", hash(1_000 + block))
                .put("transactionIndex", 0)
                .put("logIndex", 0)
                .put("removed", false);
        lines.add(log.toString());
    }

    private static String hash(long value) {
        return String.format("0x%064x", value);
    }

    /** As JSON lines. */
    List<String> lines() {
        return lines;
    }
}
