/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.sink;

/** A sink whose first blocks were committed by an earlier run. */
public final class PartlyCommittedSink extends ForwardingSink {

    private int committed;

    /** @param committed  so many blocks */
    public PartlyCommittedSink(int committed, RecordSink rest) {
        super(rest);
        this.committed = committed;
    }

    @Override
    public int write(RecordBlock block) {
        return committed-- > 0 ? 0 : super.write(block);
    }
}
