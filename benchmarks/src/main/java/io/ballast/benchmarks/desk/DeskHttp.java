/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.desk;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Asks a desk as a program would. Single-threaded. */
final class DeskHttp {

    private static final int OK = 200;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI desk;

    DeskHttp(URI desk) {
        this.desk = desk;
    }

    URI address() {
        return desk;
    }

    /** Whether the desk has read all that was there when it began. */
    boolean isReady() throws IOException, InterruptedException {
        return ask("api/v1/health").statusCode() == OK;
    }

    /**
     * Asks, and reads the whole answer.
     *
     * @return nanoseconds from the question to the last byte
     * @throws IOException if the answer is none that was wanted
     */
    long timeNanos(String path) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        HttpResponse<byte[]> answer = ask(path);
        long took = System.nanoTime() - begin;
        if (answer.statusCode() != OK || answer.body().length == 0) {
            throw new IOException(path + " was answered with " + answer.statusCode());
        }
        return took;
    }

    private HttpResponse<byte[]> ask(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(desk.resolve(path)).build(), HttpResponse.BodyHandlers.ofByteArray());
    }
}
