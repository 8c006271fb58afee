/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.follow;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;

/**
 * The end of the chain as we have it: what may still be taken back, and the newest block that may not. Blocks of which
 * nothing was written may be missing. Mutable, single-threaded.
 */
final class RecentChain {

    /**
     * A block of the chain.
     *
     * @param block  what was written of it; empty if nothing was, or it is final
     */
    record Link(long number, String hash, Optional<ChainBlock> block) {}

    private final Deque<Link> links = new ArrayDeque<>();
    private Optional<Long> finalNumber = Optional.empty();

    Optional<Link> newest() {
        return Optional.ofNullable(links.peekLast());
    }

    Iterator<Link> newestFirst() {
        return links.descendingIterator();
    }

    /** The newest one up to a number. */
    Optional<Link> upTo(long number) {
        Iterator<Link> newestFirst = newestFirst();
        while (newestFirst.hasNext()) {
            Link link = newestFirst.next();
            if (link.number() <= number) {
                return Optional.of(link);
            }
        }
        return Optional.empty();
    }

    /** Highest block that is final for sure; empty if none is known to be. */
    Optional<Long> finalNumber() {
        return finalNumber;
    }

    /** The next block; those of its number or above, which nobody took back because nothing was written of them, go. */
    void add(ChainBlock block) {
        while (!links.isEmpty() && links.getLast().number() >= block.number()) {
            links.removeLast();
        }
        Optional<ChainBlock> written =
                Optional.of(block).filter(some -> !some.logs().isEmpty());
        links.addLast(new Link(block.number(), block.hash(), written));
    }

    void removeNewest() {
        links.removeLast();
    }

    /** Nothing up to that block will be taken back any more. To be said only when our newest block is of the chain. */
    void finalUpTo(long number) {
        if (finalNumber.filter(before -> before >= number).isPresent()) {
            return;
        }
        finalNumber = Optional.of(number);
        Link last = null;
        while (!links.isEmpty() && links.getFirst().number() <= number) {
            last = links.removeFirst();
        }
        if (last != null) {
            links.addFirst(new Link(last.number(), last.hash(), Optional.empty()));
        }
    }

    boolean isFinal(Link link) {
        return finalNumber.filter(number -> link.number() <= number).isPresent();
    }

    int size() {
        return links.size();
    }
}
