/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.api;

import io.ballast.desk.query.Page;
import io.ballast.desk.security.Gate;
import io.ballast.desk.store.PositionBook;
import io.ballast.desk.store.TextField;
import io.javalin.http.Context;

/** The position that a path names. */
final class PositionAccess {
    private PositionAccess() {}

    /** @throws ProblemException if there is none, or it may not be seen */
    static Page.Row visible(Context request, PositionBook positions) {
        String id = request.pathParam("id");
        Page.Row found = positions.read(rows -> {
            int row = rows.find(id);
            boolean visible = row >= 0 && Gate.user(request).entitlement().allows(rows.text(TextField.PORTFOLIO, row));
            return visible ? new Page.Row(id, rows.version(row), rows.value(row)) : null;
        });
        if (found == null) {
            throw ProblemException.notFound("no position " + id);
        }
        return found;
    }
}
