/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

/**
 * Is told what a {@link Timeline} does, in the order in which it does it. Called from within {@link Timeline#accept}: the
 * book is in the state after that very entry. Of what it does not care for it need not say anything.
 */
public interface TimelineListener<S> {

    /** An entry was applied, for the first time or again after an earlier one was put in or taken out. */
    default void applied(Entry<S> entry, Touched touched) {}

    /** An entry's changes were taken back; it is applied again soon, unless it is {@link #dropped}. */
    default void undone(Entry<S> entry) {}

    /** An entry was refused; it may yet be accepted when a record that belongs before it arrives. */
    default void refused(Entry<S> entry) {}

    /** A refused entry was given up on: it is to be reported now. */
    default void settled(Entry<S> entry) {}

    /** An entry is no longer part of the history: a reorganisation took it back. It was undone before. */
    default void dropped(Entry<S> entry) {}

    /** An entry is too old to be undone any more and its changes are forgotten. */
    default void forgotten(Entry<S> entry) {}
}
