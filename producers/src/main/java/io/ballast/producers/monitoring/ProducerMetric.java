/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.monitoring;

import io.ballast.monitoring.Metric;
import java.util.List;

/** All that producers tell. Counters begin at 0 with the process. */
public enum ProducerMetric implements Metric {
    RECORDS("ballast_producer_records_total", Kind.COUNTER, List.of("topic"), "Records committed."),
    COMMITS("ballast_producer_commits_total", Kind.COUNTER, List.of(), "Kafka transactions committed."),
    DEAD_LETTERS(
            "ballast_producer_dead_letters_total",
            Kind.COUNTER,
            List.of(),
            "Dead letters committed: what could not be read or makes no sense."),
    LAST_COMMIT(
            "ballast_producer_last_commit_timestamp_seconds",
            Kind.GAUGE,
            List.of(),
            "When something was committed last, by our clock; missing until then."),
    LAST_COMMIT_BLOCK(
            "ballast_producer_last_commit_block",
            Kind.GAUGE,
            List.of(),
            "Number of the last block committed; the exchange feeds number their writes."),
    LAST_EVENT(
            "ballast_producer_last_event_timestamp_seconds",
            Kind.GAUGE,
            List.of(),
            "Event time of the last record committed."),
    LAST_STEP(
            "ballast_producer_last_step_timestamp_seconds",
            Kind.GAUGE,
            List.of(),
            "When a step went well last, by our clock, be there something to commit or not."),

    CHAIN_HEAD("ballast_chain_head_block", Kind.GAUGE, List.of(), "The node's highest block."),
    CHAIN_FINAL("ballast_chain_final_block", Kind.GAUGE, List.of(), "The highest block that is final."),
    CHAIN_BLOCK("ballast_chain_block", Kind.GAUGE, List.of(), "The last block read."),
    CHAIN_LAG("ballast_chain_lag_blocks", Kind.GAUGE, List.of(), "Blocks from the last one read to the head."),
    CHAIN_BLOCKS(
            "ballast_chain_blocks_total",
            Kind.COUNTER,
            List.of(),
            "Blocks read, those of the journal too; up to the final block only those with logs."),
    CHAIN_LOGS("ballast_chain_logs_total", Kind.COUNTER, List.of(), "Watched logs read, those of the journal too."),
    CHAIN_REORGS("ballast_chain_reorgs_total", Kind.COUNTER, List.of(), "Reorganisations met."),
    CHAIN_REORG_DEPTH(
            "ballast_chain_reorg_depth_max_blocks",
            Kind.GAUGE,
            List.of(),
            "Blocks that the deepest reorganisation since the start took back."),
    CHAIN_RETRACTED_LOGS(
            "ballast_chain_retracted_logs_total", Kind.COUNTER, List.of(), "Logs written again as removed."),
    CHAIN_LATENCY(
            "ballast_chain_block_to_commit_seconds",
            Kind.HISTOGRAM,
            List.of(),
            "From when we first knew of a block, by a look or by a websocket, to when its records were committed; of blocks"
                    + " with watched logs that came after the start."),
    RPC_REQUESTS("ballast_chain_rpc_requests_total", Kind.COUNTER, List.of("endpoint"), "Calls, tries again counted."),
    RPC_FAILURES(
            "ballast_chain_rpc_failures_total",
            Kind.COUNTER,
            List.of("endpoint", "reason"),
            "Calls that failed. Reasons: unreachable (TLS errors too), timeout, rate_limited (HTTP 429), too_much,"
                    + " unavailable, refused, malformed, wrong_chain."),
    RPC_DISAGREEMENTS(
            "ballast_chain_rpc_disagreements_total",
            Kind.COUNTER,
            List.of("endpoint"),
            "Answers that were not believed: they contradict themselves, the block's header, or what was agreed on."),
    RPC_EXCLUDED(
            "ballast_chain_rpc_excluded",
            Kind.GAUGE,
            List.of("endpoint"),
            "1: not used any more, since it is of another chain or has another final block; else 0."),
    RPC_FAILOVERS(
            "ballast_chain_rpc_failovers_total", Kind.COUNTER, List.of(), "How often another endpoint's turn came."),

    HEADS_CONNECTED(
            "ballast_chain_heads_connected",
            Kind.GAUGE,
            List.of("endpoint"),
            "1: the websocket that tells of new heads is open; else 0, and blocks are only looked for."),
    HEADS("ballast_chain_heads_total", Kind.COUNTER, List.of("endpoint"), "New heads told of."),
    HEADS_RECONNECTS(
            "ballast_chain_heads_reconnects_total",
            Kind.COUNTER,
            List.of("endpoint"),
            "Websockets for heads that were lost, or could not be had."),

    EXCHANGE_CONNECTED(
            "ballast_exchange_connected", Kind.GAUGE, List.of("venue"), "1: its connection is open; else 0."),
    EXCHANGE_LAG(
            "ballast_exchange_lag_seconds",
            Kind.GAUGE,
            List.of("venue"),
            "Our clock less the exchange's time of the newest observation; below 0, its clock is ahead."),
    EXCHANGE_MESSAGES("ballast_exchange_messages_total", Kind.COUNTER, List.of("venue"), "Messages heard."),
    EXCHANGE_RECONNECTS(
            "ballast_exchange_reconnects_total",
            Kind.COUNTER,
            List.of("venue"),
            "Connections that were lost, or could not be had."),
    EXCHANGE_RENEWALS(
            "ballast_exchange_renewals_total",
            Kind.COUNTER,
            List.of("venue"),
            "Connections that were replaced in order, at the end of their time."),
    EXCHANGE_OBSERVATIONS(
            "ballast_exchange_observations_total",
            Kind.COUNTER,
            List.of("venue", "outcome"),
            "What was heard of markets. Outcomes: written, conflated (a newer one was written in its place), old, repeat,"
                    + " no_room (too many instruments)."),
    EXCHANGE_GAPS(
            "ballast_exchange_gaps_total",
            Kind.COUNTER,
            List.of("venue"),
            "Times that numbers were left out, where the exchange numbers without gaps."),
    EXCHANGE_MISSED("ballast_exchange_missed_total", Kind.COUNTER, List.of("venue"), "Numbers left out in these gaps."),
    EXCHANGE_DEAD_LETTERS(
            "ballast_exchange_dead_letters_total",
            Kind.COUNTER,
            List.of("venue", "kept"),
            "Messages, or parts of them, that could not be read. kept=false: there were too many to write them."),
    EXCHANGE_COMPLAINTS(
            "ballast_exchange_complaints_total",
            Kind.COUNTER,
            List.of("venue"),
            "Refusals and warnings of the exchange."),
    EXCHANGE_UNKNOWN(
            "ballast_exchange_unknown_messages_total",
            Kind.COUNTER,
            List.of("venue"),
            "Messages of types, or about instruments, that we do not know."),

    REPLAY_LINES("ballast_replay_lines_total", Kind.COUNTER, List.of(), "Lines of the input read."),
    REPLAY_BYTES_READ("ballast_replay_read_bytes_total", Kind.COUNTER, List.of(), "Bytes of the input read."),
    REPLAY_BYTES("ballast_replay_input_bytes", Kind.GAUGE, List.of(), "Bytes of the input in all.");

    private final Terms terms;

    ProducerMetric(String metricName, Kind kind, List<String> labels, String meaning) {
        this.terms = new Terms(metricName, kind, labels, meaning);
    }

    @Override
    public Terms terms() {
        return terms;
    }
}
