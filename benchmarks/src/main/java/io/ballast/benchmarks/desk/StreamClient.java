/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.desk;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One page that is open: it reads its stream and remembers what it has seen of each position. Single-threaded. */
final class StreamClient {

    private static final long NOTHING = -1;
    private static final String CHANNELS = "status,kpi,positions,alerts";
    private static final String ACCEPTED = "HTTP/1.1 200";

    private final RiskBook book;
    private final Receipts receipts;
    private final SocketChannel channel;
    private final NumberScanner scanner = new NumberScanner();
    /** By position. */
    private final long[] last;

    private final StringBuilder answer = new StringBuilder();
    private int known;
    private int complete;

    /** Opens it; the channel does not block afterwards. */
    StreamClient(URI desk, int view, RiskBook book, Receipts receipts) throws IOException {
        this.book = book;
        this.receipts = receipts;
        last = new long[book.watched()];
        Arrays.fill(last, NOTHING);
        channel = SocketChannel.open(new InetSocketAddress(desk.getHost(), desk.getPort()));
        ByteBuffer request = StandardCharsets.US_ASCII.encode(request(desk, view));
        while (request.hasRemaining()) {
            channel.write(request);
        }
        channel.configureBlocking(false);
    }

    /** In the old version of HTTP an answer of unknown length comes as it is, not cut into chunks. */
    private String request(URI desk, int view) {
        String query = URLEncoder.encode("portfolio:=" + RiskBook.portfolio(view), StandardCharsets.UTF_8);
        String sort = view % 2 == 0 ? "-value_usd" : "-abs:il_usd";
        return "GET /api/v1/stream?channels=" + CHANNELS + "&limit=" + book.rows() + "&sort=" + sort + "&q=" + query
                + " HTTP/1.0\r\nHost: " + desk.getAuthority() + "\r\nAccept: text/event-stream\r\n\r\n";
    }

    SocketChannel channel() {
        return channel;
    }

    /** @throws IOException if the desk refused it */
    void take(byte[] bytes, int length, long nowNanos) throws IOException {
        if (answer.length() < ACCEPTED.length()) {
            answer.append(new String(bytes, 0, Math.min(length, ACCEPTED.length()), StandardCharsets.US_ASCII));
            if (!ACCEPTED.startsWith(answer.substring(0, Math.min(answer.length(), ACCEPTED.length())))) {
                throw new IOException("the desk answered " + answer);
            }
        }
        scanner.scan(bytes, length, number -> row(number, nowNanos));
    }

    private void row(long number, long nowNanos) {
        int position = book.positionOf(number);
        long before = last[position];
        if (number <= before) {
            return;
        }
        known += before == NOTHING ? 1 : 0;
        last[position] = number;
        complete += receipts.seen(before, number, nowNanos) ? 1 : 0;
    }

    /** Whether it has all rows of its page. */
    boolean isFilled() {
        return known == book.rows();
    }

    /** Whether it has seen the last record of each. */
    boolean isComplete() {
        return complete == book.rows();
    }
}
