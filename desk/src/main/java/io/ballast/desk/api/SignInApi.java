/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.ballast.desk.oidc.Oidc;
import io.ballast.desk.security.SignIn;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Optional;

/** How one signs in here; open to everybody, for whoever asks is not signed in yet. */
public final class SignInApi {
    private final SignIn signIn;
    private final Optional<Oidc> oidc;

    public SignInApi(SignIn signIn, Optional<Oidc> oidc) {
        this.signIn = signIn;
        this.oidc = oidc;
    }

    public void route(RoutesConfig routes) {
        routes.get("/api/v1/sign-in", this::ways);
        oidc.ifPresent(provider -> provider.route(routes));
    }

    private void ways(Context request) {
        Answer.json(
                request,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("token", signIn.byToken())
                        .put("provider", signIn.byProvider()));
    }
}
