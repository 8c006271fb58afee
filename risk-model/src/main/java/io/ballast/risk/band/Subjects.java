/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.band;

/** What a {@link BandIndex} knows of each subject, by column. Mutable and single-threaded. */
final class Subjects {

    private static final int NOT_RESTING = IndexedHeap.ABSENT;
    private static final int NO_ID = -1;
    private static final SubjectState[] STATES = SubjectState.values();

    final IntColumn hiPlace = new IntColumn();
    final IntColumn loPlace = new IntColumn();
    /** Below {@link #NOT_RESTING} it says which state but QUIET the subject is in. */
    final IntColumn feePlace = new IntColumn();

    private final DoubleColumn value = new DoubleColumn();
    private final DoubleColumn delta = new DoubleColumn();
    private final FigureColumn il;
    private final FigureColumn fees;
    private int everCreated;
    private int size;
    private int firstFree = NO_ID;

    Subjects(Tolerances tolerances) {
        il = new FigureColumn(tolerances.il());
        fees = new FigureColumn(tolerances.fees());
    }

    int size() {
        return size;
    }

    /** No number is as great as this. */
    int everCreated() {
        return everCreated;
    }

    boolean isSubject(int id) {
        return stateOf(id) != SubjectState.FREE;
    }

    int create() {
        int id = firstFree;
        if (id == NO_ID) {
            id = everCreated++;
            ensure(everCreated);
        } else {
            firstFree = hiPlace.get(id);
        }
        size++;
        value.set(id, Double.NaN);
        return id;
    }

    /** Free numbers are linked through a column that they need no more. */
    void free(int id) {
        setState(id, SubjectState.FREE);
        hiPlace.set(id, firstFree);
        firstFree = id;
        size--;
    }

    int require(int id) {
        state(id);
        return id;
    }

    /** Never FREE. */
    SubjectState state(int id) {
        if (id >= 0 && id < everCreated) {
            SubjectState state = stateOf(id);
            if (state != SubjectState.FREE) {
                return state;
            }
        }
        throw new IllegalArgumentException("There is no subject " + id + " in the band index");
    }

    private SubjectState stateOf(int id) {
        int code = feePlace.get(id);
        return code >= NOT_RESTING ? SubjectState.QUIET : STATES[NOT_RESTING - 1 - code];
    }

    void setState(int id, SubjectState state) {
        feePlace.set(id, state == SubjectState.QUIET ? NOT_RESTING : code(state));
    }

    private static int code(SubjectState state) {
        return NOT_RESTING - 1 - state.ordinal();
    }

    boolean isPublished(int id) {
        return !Double.isNaN(value.get(require(id)));
    }

    void setPublished(int id, Figures figures) {
        value.set(require(id), figures.value());
        delta.set(id, figures.delta());
        il.set(id, figures.ilFraction());
        fees.set(id, figures.fees());
    }

    Figures published(int id) {
        return new Figures(value.get(require(id)), il.get(id), delta.get(id), fees.get(id));
    }

    double ilError(int id) {
        return il.error(id);
    }

    double feesError(int id) {
        return fees.error(id);
    }

    private void ensure(int count) {
        hiPlace.ensure(count);
        loPlace.ensure(count);
        feePlace.ensure(count);
        value.ensure(count);
        delta.ensure(count);
        il.ensure(count);
        fees.ensure(count);
    }
}
