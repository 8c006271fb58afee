/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.security;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.metadata.authorizer.StandardAuthorizer;
import org.apache.kafka.server.authorizer.Action;
import org.apache.kafka.server.authorizer.AuthorizableRequestContext;
import org.apache.kafka.server.authorizer.AuthorizationResult;

/**
 * Kafka's own authorizer, which keeps what it was asked. The broker makes it, by its name among the settings; so what it keeps is
 * there for the whole process.
 */
public final class RecordingAuthorizer extends StandardAuthorizer {
    private static final Set<Asked> ASKED = ConcurrentHashMap.newKeySet();

    /** What a user wanted to do, and whether that was allowed. */
    record Asked(String user, AclOperation operation, ResourcePattern resource, boolean allowed) {}

    static Set<Asked> allowed() {
        return asked(true);
    }

    static Set<Asked> denied() {
        return asked(false);
    }

    private static Set<Asked> asked(boolean allowed) {
        return ASKED.stream().filter(asked -> asked.allowed() == allowed).collect(Collectors.toSet());
    }

    static void forgetDenied() {
        ASKED.removeIf(asked -> !asked.allowed());
    }

    @Override
    public List<AuthorizationResult> authorize(AuthorizableRequestContext context, List<Action> actions) {
        List<AuthorizationResult> answers = super.authorize(context, actions);
        for (int i = 0; i < actions.size(); i++) {
            Action action = actions.get(i);
            boolean allowed = answers.get(i) == AuthorizationResult.ALLOWED;
            // Else somebody only wanted to see what is there.
            if (allowed || action.logIfDenied()) {
                ASKED.add(new Asked(
                        context.principal().getName(), action.operation(), action.resourcePattern(), allowed));
            }
        }
        return answers;
    }
}
