/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.state;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;

/**
 * Avro's model of the stored rows. It trusts the classes of this package, where Avro's own asks a list that is global to the
 * JVM and not ours to change.
 */
final class StateModel extends SpecificData {

    private static final String NAMESPACE = StateModel.class.getPackageName();

    private final ConcurrentMap<String, Class<?>> classes = new ConcurrentHashMap<>();

    StateModel() {
        super(StateModel.class.getClassLoader());
        addLogicalTypeConversion(new org.apache.avro.data.TimeConversions.TimestampMicrosConversion());
        setCustomCoders(true);
    }

    @Override
    public Class<?> getClass(Schema schema) {
        boolean ours = schema.getType() == Schema.Type.RECORD && NAMESPACE.equals(schema.getNamespace());
        return ours ? classes.computeIfAbsent(schema.getFullName(), this::load) : super.getClass(schema);
    }

    private Class<?> load(String name) {
        try {
            return Class.forName(name, true, getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("no class was generated for the schema " + name, e);
        }
    }
}
