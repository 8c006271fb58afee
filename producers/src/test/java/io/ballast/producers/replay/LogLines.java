/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

/** Writes lines of logs by hand: Sync logs of one pair, which are the shortest. */
final class LogLines {

    static final String FACTORY = "0x" + "f2".repeat(20);
    static final String PAIR = "0x" + "b1".repeat(20);
    static final String TOKEN0 = "0x" + "10".repeat(20);
    static final String TOKEN1 = "0x" + "11".repeat(20);

    private static final String PAIR_CREATED = "0x0d3648bd0f6ba80134a33ba9275ac585d9d315f0ad8355cddefde31afa28d0e9";
    private static final String SYNC = "0x1c411e9a96e071241c2f21f7726b17ae89e3cab4c78be50e062b03a9fffbbad1";

    private LogLines() {}

    static String blockHash(long block, int branch) {
        return String.format("0x%062x%02x", block, branch);
    }

    static long timestamp(long block) {
        return 1_700_000_000L + 12 * block;
    }

    static String pairCreated(long block) {
        String topics = "[\"" + PAIR_CREATED + "\",\"" + word(TOKEN0) + "\",\"" + word(TOKEN1) + "\"]";
        return line(FACTORY, topics, word(PAIR) + "0".repeat(63) + "1", block, 1, 0, false);
    }

    static String sync(long block, int logIndex) {
        return sync(block, 1, logIndex, false);
    }

    static String sync(long block, int branch, int logIndex, boolean removed) {
        String data = String.format("0x%064x%064x", 1000 + block, 2000 + logIndex);
        return line(PAIR, "[\"" + SYNC + "\"]", data, block, branch, logIndex, removed);
    }

    private static String line(
            String address, String topics, String data, long block, int branch, int logIndex, boolean removed) {
        return "{\"address\":\"" + address + "\",\"topics\":" + topics + ",\"data\":\"" + data + "\",\"blockNumber\":"
                + block + ",\"blockHash\":\"" + blockHash(block, branch) + "\",\"blockTimestamp\":" + timestamp(block)
                + ",\"transactionHash\":\"" + blockHash(block, 0xee) + "\",\"transactionIndex\":0,\"logIndex\":"
                + logIndex + ",\"removed\":" + removed + "}";
    }

    static String block(long block, int branch) {
        return "{\"op\":\"block\",\"number\":" + block + ",\"hash\":\"" + blockHash(block, branch) + "\",\"timestamp\":"
                + timestamp(block) + "}";
    }

    private static String word(String address) {
        return "0x" + "0".repeat(24) + address.substring(2);
    }
}
