/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Closeable;
import java.io.IOException;

/** Rows on their way out, one after the other. */
interface RowTable extends Closeable {

    /** @throws IOException if whoever reads has gone */
    void write(ObjectNode row) throws IOException;
}
