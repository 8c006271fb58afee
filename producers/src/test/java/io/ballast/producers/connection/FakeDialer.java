/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.connection;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Links that do what a test says. */
public final class FakeDialer implements Dialer {

    /** One of them. */
    public static final class FakeLink implements Link {

        private final LinkListener listener;
        private final List<String> sent = new ArrayList<>();
        private int pings;
        private boolean closed;
        private boolean aborted;

        FakeLink(LinkListener listener) {
            this.listener = listener;
        }

        /** Whom to tell what happens on the link. */
        public LinkListener other() {
            return listener;
        }

        public List<String> sent() {
            return sent;
        }

        int pings() {
            return pings;
        }

        boolean closed() {
            return closed;
        }

        boolean aborted() {
            return aborted;
        }

        @Override
        public void send(String text) {
            sent.add(text);
        }

        @Override
        public void ping() {
            pings++;
        }

        @Override
        public void close() {
            closed = true;
        }

        @Override
        public void abort() {
            aborted = true;
        }
    }

    private final List<FakeLink> links = new ArrayList<>();

    @Override
    public Link dial(URI address, LinkListener listener) {
        links.add(new FakeLink(listener));
        return latest();
    }

    public int dials() {
        return links.size();
    }

    public FakeLink latest() {
        return links.get(links.size() - 1);
    }

    FakeLink link(int index) {
        return links.get(index);
    }
}
