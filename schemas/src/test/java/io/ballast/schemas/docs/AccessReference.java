/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.schemas.docs;

import io.ballast.schemas.access.AccessNames;
import io.ballast.schemas.access.AccessRight;
import io.ballast.schemas.access.Role;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.utils.SecurityUtils;

/** The page of rights: what users of a broker have to be allowed. */
final class AccessReference {
    static final CommittedFile FILE = new CommittedFile(Path.of("../docs/reference/acls.md"), "AccessPagesTest");

    private static final String HEAD =
            """
            # Rights on the cluster

            What each process has to be allowed by the broker's ACLs, and nothing more. A test runs every role with exactly these on a broker
            with Kafka's `StandardAuthorizer`, and finds that none is missing and each is made use of, but for writing to topics that its input
            has nothing for. As `ballast-chain` it replays a file and reads the journal, for it has no chain.

            - Names are those that Ballast has unless it is told otherwise: `ballast.topic.prefix=%s`, `ballast.application.id=%s`, and
              the producers' ids. Where yours are others, so are the names here. A name with `*` stands for all that begin so.
            - Who may read or write a topic may describe it too; that is Kafka's rule and not listed.
            - Nobody needs rights on the cluster itself: producers are idempotent, which no longer needs one, and the topology's changelogs
              are made with the right on their names.
            - Nobody but producers may write inputs. Whoever may write inputs can make the book wrong.
            - `ballast watch TOPIC` needs `Read` on the topic. `ballast snapshot` needs `Read` on `%spools` and the topics of pools, and
              `Write` on `%spool-events`. The demo and `ballast replay` bring a broker of their own, without ACLs.
            - [users.yaml](../../deploy/strimzi/users.yaml) has the same for Strimzi.

            With Kafka's own command, for each line, with `--resource-pattern-type prefixed` where there is a `*`:

                kafka-acls.sh --bootstrap-server HOST:PORT --command-config admin.properties --add --allow-principal User:ballast-desk --operation Read --topic ballast.position-risk
            """;

    private AccessReference() {}

    static String text() {
        AccessNames names = AccessNames.USUAL;
        StringBuilder page = new StringBuilder(
                HEAD.formatted(names.topicPrefix(), names.applicationId(), names.topicPrefix(), names.topicPrefix()));
        for (Role role : Role.values()) {
            page.append("\n## ").append(role.usualUser()).append("\n\n");
            page.append(role.purpose()).append(".\n\n| resource | name | operations |\n|---|---|---|\n");
            role.rights(names).forEach(right -> page.append(row(right)));
        }
        page.append("\n---\nThis page is checked in the build; write it anew with `")
                .append(FILE.howToWrite())
                .append("`.\n");
        return page.toString();
    }

    private static String row(AccessRight right) {
        String all = right.resource().patternType() == PatternType.PREFIXED ? "*" : "";
        return "| " + SecurityUtils.resourceTypeName(right.resource().resourceType()) + " | `"
                + right.resource().name() + all + "` | "
                + right.operations().stream().map(SecurityUtils::operationName).collect(Collectors.joining(", "))
                + " |\n";
    }
}
