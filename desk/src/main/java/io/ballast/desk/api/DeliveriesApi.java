/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ballast.desk.delivery.ReceiverStatus;
import io.ballast.desk.store.DeskStore;
import io.ballast.schema.AlertDelivery;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Who was told of which alert by whichever desk, and how the receivers of this one do. */
public final class DeliveriesApi {
    private final TableApi table;
    private final Supplier<List<ReceiverStatus>> receivers;

    public DeliveriesApi(DeskStore store, Supplier<List<ReceiverStatus>> receivers) {
        this.table = new TableApi("alert-deliveries", store.deliveries(), AlertDelivery.getClassSchema());
        this.receivers = receivers;
    }

    /** Adds its routes. */
    public void route(RoutesConfig routes) {
        table.route(routes);
        routes.get("/api/v1/receivers", this::receivers);
    }

    private void receivers(Context request) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode rows = body.putArray("receivers");
        receivers.get().forEach(status -> rows.add(json(status)));
        Answer.json(request, body);
    }

    static ObjectNode json(ReceiverStatus status) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", status.name())
                .put("kind", status.kind().word())
                .put("alive", status.alive())
                .put("accepted", status.accepted())
                .put("refused", status.refused())
                .put("given_up", status.givenUp())
                .put("failed", status.failed())
                .put("behind", status.behind() < 0 ? null : (Long) status.behind())
                .put("failing_since", time(status.failingSince()))
                .put("next_try", time(status.nextTry()))
                .put("problem", status.problem());
    }

    private static String time(Optional<Instant> time) {
        return time.map(Instant::toString).orElse(null);
    }
}
