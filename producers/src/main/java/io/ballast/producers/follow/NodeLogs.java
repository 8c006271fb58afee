/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.follow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ballast.producers.evm.EvmLog;
import io.ballast.producers.evm.EvmLogParser;
import io.ballast.producers.evm.MalformedLogException;
import io.ballast.producers.follow.ChainBlock.WatchedLog;
import io.ballast.producers.rpc.RpcException;

/** Reads logs as nodes give them and as the journal keeps them. */
final class NodeLogs {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final EvmLogParser parser = new EvmLogParser();

    /**
     * A log of a node's answer.
     *
     * @throws RpcException if it is none that stands: such an answer is to be had from another node
     */
    WatchedLog ofNode(JsonNode json) {
        WatchedLog read = read(json);
        if (read.log().removed()) {
            throw new RpcException(RpcException.Kind.MALFORMED, "the node gives a removed log as one that stands");
        }
        return read;
    }

    /** A log of the journal. */
    WatchedLog ofJournal(String json) {
        try {
            return read(JSON.readTree(json));
        } catch (JsonProcessingException | RpcException broken) {
            throw new FollowException("the journal holds a log that cannot be read: " + broken.getMessage());
        }
    }

    private WatchedLog read(JsonNode json) {
        try {
            EvmLog log = parser.parse(json);
            return new WatchedLog(log, json.toString());
        } catch (MalformedLogException malformed) {
            throw new RpcException(RpcException.Kind.MALFORMED, "the node gives no log: " + malformed.getMessage());
        }
    }
}
