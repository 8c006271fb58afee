/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

/** Is told of every change to what a book's rows say of a position, be it made or taken back, one row at a time. */
public interface AccountObserver {

    /**
     * @param before  null: there was none
     * @param now  null: there is none
     */
    void changed(PositionAccount before, PositionAccount now);
}
