/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.config;

import io.ballast.schemas.catalogue.Topic;
import io.ballast.schemas.serde.RegistryClients;
import io.ballast.schemas.settings.NearestName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/** The settings of the application, checked. Immutable. */
public final class BallastConfig extends AbstractConfig {

    /** As given, where what was given is a reference to a secret. */
    private final Map<String, String> references;

    private BallastConfig(ConfigDef keys, Map<String, ?> settings, Map<String, String> references) {
        super(keys, settings, Map.of(), false);
        this.references = Map.copyOf(references);
    }

    /**
     * Checks settings.
     *
     * @param settings  by key: ours, {@code kafka.…}, and the schema registry client's
     * @throws ConfigException if a key is not known (the nearest one that is, is named), a value out of bounds, or a
     *     required one missing
     */
    public static BallastConfig of(Map<String, ?> settings) {
        return of(settings, new ConfigDef());
    }

    /** The same where somebody else's keys may be among them, such as a producer's in a shared file. */
    public static BallastConfig of(Map<String, ?> settings, ConfigDef othersKeys) {
        return of(settings, Map.of(), othersKeys);
    }

    /** The same of settings whose secrets came from elsewhere, which are never shown. */
    public static BallastConfig of(ResolvedSettings settings, ConfigDef othersKeys) {
        return of(settings.values(), settings.references(), othersKeys);
    }

    private static BallastConfig of(Map<String, ?> settings, Map<String, String> references, ConfigDef othersKeys) {
        ConfigDef keys = BallastKeys.definition();
        othersKeys.configKeys().values().forEach(keys::define);
        requireKnown(settings.keySet(), keys.names());
        return new BallastConfig(keys, settings, references);
    }

    /** From a file, the environment and flags, the later winning: see {@link ConfigSources#merge}. References are replaced. */
    public static BallastConfig load(Optional<Path> file, Map<String, String> environment, Map<String, String> flags) {
        return of(ResolvedSettings.of(ConfigSources.merge(file, environment, flags), environment), new ConfigDef());
    }

    private static void requireKnown(Set<String> given, Set<String> known) {
        for (String key : new TreeSet<>(given)) {
            if (!known.contains(key) && !PassThrough.covers(key)) {
                String hint = NearestName.of(key, known)
                        .map(nearest -> "; did you mean " + nearest + "?")
                        .orElse("; settings are ballast.…, kafka.… and the schema registry client's own");
                throw new ConfigException("unknown setting " + key + hint);
            }
        }
    }

    public String topic(Topic topic) {
        return topic.fullName(topicPrefix());
    }

    public String topicPrefix() {
        return getString(BallastKeys.TOPIC_PREFIX);
    }

    public String applicationId() {
        return getString(BallastKeys.APPLICATION_ID);
    }

    public Path stateDirectory() {
        return Path.of(getString(BallastKeys.STATE_DIR));
    }

    /** True: exactly once; false: at least once. */
    public boolean exactlyOnce() {
        return getString(BallastKeys.PROFILE).equals(BallastKeys.EXACT);
    }

    public boolean streamsGroupProtocol() {
        return getString(BallastKeys.GROUP_PROTOCOL).equals(BallastKeys.STREAMS);
    }

    /** A setting in milliseconds. */
    public Duration millis(String key) {
        return Duration.ofMillis(getLong(key));
    }

    public Optional<Path> ownersFile() {
        return Optional.of(getString(PublicationKeys.OWNERS_FILE))
                .filter(name -> !name.isBlank())
                .map(Path::of);
    }

    /** Settings for one kind of Kafka client: those for all kinds, over them those for this one. */
    public Map<String, Object> kafka(ClientKind kind) {
        Map<String, Object> settings = new TreeMap<>();
        originals().forEach((key, value) -> {
            if (key.startsWith(ClientKind.ALL) && !ClientKind.isForOneKind(key)) {
                settings.put(key.substring(ClientKind.ALL.length()), value);
            }
        });
        settings.putAll(originalsWithPrefix(kind.prefix()));
        return settings;
    }

    /** Settings for one kind of Kafka client alone. */
    Map<String, Object> kafkaOnly(ClientKind kind) {
        return originalsWithPrefix(kind.prefix());
    }

    /** What the schema registry client reads. */
    public Map<String, Object> registry() {
        return originals().entrySet().stream()
                .filter(setting -> PassThrough.isRegistryKey(setting.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** True: schemas that the registry does not have are registered at first use. */
    public boolean autoRegisterSchemas() {
        return RegistryClients.autoRegister(registry());
    }

    /** Every setting in force, by key; secrets masked, and references as they were given. */
    public SortedMap<String, String> effective() {
        SortedMap<String, String> shown = new TreeMap<>();
        values().forEach((key, value) -> shown.put(key, shown(key, value)));
        originals().forEach((key, value) -> {
            if (PassThrough.covers(key)) {
                shown.put(key, shown(key, value));
            }
        });
        return shown;
    }

    private String shown(String key, Object value) {
        String reference = references.get(key);
        return Secrets.masked(key, reference == null ? value : reference);
    }

    @Override
    public String toString() {
        return effective().entrySet().stream()
                .map(setting -> setting.getKey() + " = " + setting.getValue())
                .collect(Collectors.joining(System.lineSeparator()));
    }
}
