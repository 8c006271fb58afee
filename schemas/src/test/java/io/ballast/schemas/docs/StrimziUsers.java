/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.schemas.docs;

import io.ballast.schemas.access.AccessNames;
import io.ballast.schemas.access.AccessRight;
import io.ballast.schemas.access.Role;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.common.utils.SecurityUtils;

/** The roles as users of Strimzi's user operator, with least rights. */
final class StrimziUsers {
    static final CommittedFile FILE = new CommittedFile(Path.of("../deploy/strimzi/users.yaml"), "AccessPagesTest");

    private static final String HEAD =
            """
            # A user for each role, for Strimzi's user operator, allowed what the role needs and no more. Generated from the list of rights; a
            # test holds it current, another runs every role with exactly these. Before use: the cluster's name, and the names of topics, group
            # and producers where yours are others (docs/reference/acls.md). The listener needs `authentication: {type: scram-sha-512}` and
            # the cluster `authorization: {type: simple}`. Write it anew with
            # %s
            """
                    .formatted(FILE.howToWrite());

    private StrimziUsers() {}

    static String text() {
        return HEAD + StrimziResource.yaml(Arrays.stream(Role.values()).map(StrimziUsers::user));
    }

    private static StrimziResource user(Role role) {
        Map<String, Object> authorization = new LinkedHashMap<>();
        authorization.put("type", "simple");
        authorization.put(
                "acls",
                role.rights(AccessNames.USUAL).stream().map(StrimziUsers::acl).toList());
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("authentication", Map.of("type", "scram-sha-512"));
        spec.put("authorization", authorization);
        return new StrimziResource("KafkaUser", role.usualUser(), spec);
    }

    private static Map<String, Object> acl(AccessRight right) {
        String type = SecurityUtils.resourceTypeName(right.resource().resourceType());
        Map<String, Object> resource = new LinkedHashMap<>();
        resource.put("type", type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1));
        resource.put("name", right.resource().name());
        resource.put("patternType", right.resource().patternType().name().toLowerCase(Locale.ROOT));
        Map<String, Object> acl = new LinkedHashMap<>();
        acl.put("resource", resource);
        acl.put("operations", operations(right));
        return acl;
    }

    private static List<String> operations(AccessRight right) {
        return right.operations().stream().map(SecurityUtils::operationName).toList();
    }
}
