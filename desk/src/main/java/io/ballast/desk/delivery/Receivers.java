/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.delivery;

import io.ballast.schemas.settings.YamlFile;
import io.ballast.schemas.settings.YamlMap;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who is told of alerts. A file with anything wrong in it is refused as a whole: an alert that nobody hears of is worse. */
public final class Receivers {
    private static final String LIST = "receivers";
    private static final String DESK_URL = "desk_url";

    private final List<Receiver> list;

    private Receivers(List<Receiver> list) {
        this.list = List.copyOf(list);
    }

    /** Nobody. */
    public static Receivers none() {
        return new Receivers(List.of());
    }

    /**
     * Of a file; see docs/operations/alert-delivery.md.
     *
     * @param environment  where secrets may stand, by name
     * @throws org.apache.kafka.common.config.ConfigException if it cannot be read, or says something that makes no sense; with file
     *     and line
     */
    public static Receivers read(Path file, Map<String, String> environment) {
        return YamlFile.read(file).map(root -> read(root, environment)).orElseGet(Receivers::none);
    }

    private static Receivers read(YamlMap root, Map<String, String> environment) {
        root.requireKnown(Set.of(LIST, DESK_URL));
        Optional<String> desk = root.text(DESK_URL)
                .map(url -> Addresses.require(root, DESK_URL, url).toString().replaceFirst("/+$", ""));
        ReceiverReader reader = new ReceiverReader(new SecretSource(environment), desk);
        Set<String> names = new HashSet<>();
        List<Receiver> receivers = new ArrayList<>();
        for (YamlMap written : root.maps(LIST)) {
            Receiver receiver = reader.read(written);
            if (!names.add(receiver.name())) {
                throw written.wrong("name", "there are two receivers " + receiver.name());
            }
            receivers.add(receiver);
        }
        receivers.sort(Comparator.comparing(Receiver::name));
        return new Receivers(receivers);
    }

    List<Receiver> list() {
        return list;
    }
}
