/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.schemas.serde;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.avro.Conversion;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * Avro's model of the generated records. It trusts the classes of {@value #NAMESPACE} and asks Avro's global list about
 * all others: Avro 1.12.2 instantiates no class that is not declared trusted, and a JVM-wide setting is not a library's
 * to make.
 */
public final class RecordModel extends SpecificData {
    /** Namespace of our contracts, and package of the classes made from them. */
    public static final String NAMESPACE = "io.ballast.schema";

    private final ConcurrentMap<String, Class<?>> classes = new ConcurrentHashMap<>();

    /** What generated classes are made with. */
    public RecordModel() {
        super(RecordModel.class.getClassLoader());
    }

    /** For reading and writing one class: generated coders where Avro made them, its fast reader otherwise. */
    static RecordModel of(Class<? extends SpecificRecord> type) {
        RecordModel model = new RecordModel();
        for (Conversion<?> conversion : SpecificData.getForClass(type).getConversions()) {
            model.addLogicalTypeConversion(conversion);
        }
        model.setCustomCoders(true);
        model.setFastReaderEnabled(true);
        return model;
    }

    @Override
    public Class<?> getClass(Schema schema) {
        return isOurs(schema) ? classes.computeIfAbsent(schema.getFullName(), this::load) : super.getClass(schema);
    }

    private static boolean isOurs(Schema schema) {
        return switch (schema.getType()) {
            case RECORD, ENUM, FIXED -> NAMESPACE.equals(schema.getNamespace());
            default -> false;
        };
    }

    private Class<?> load(String name) {
        try {
            return Class.forName(name, true, getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("No class was generated for the schema " + name, e);
        }
    }
}
