/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.band;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** What a million subjects take, and that a quiet tick takes nothing. */
class BandMemoryTest {

    private static final int MILLION = 1_000_000;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    void indexTakesAtMost90BytesASubject() {
        BandIndex index = new BandIndex(Tolerances.DEFAULT, 3_600_000);
        Figures figures = new Figures(1, 0, 1, 0);
        QuietBand band = new QuietBand(0.5, 2, 1);
        index.move(1, 0, 0);
        for (int i = 0; i < MILLION; i++) {
            int id = index.add();
            index.published(id, figures);
            index.quiet(id, band);
        }
        long with = usedHeap();
        assertEquals(MILLION, index.size());
        index = null;
        double bytes = (double) (with - usedHeap()) / MILLION;
        assertTrue(bytes > 80 && bytes <= 90, "bytes a subject: " + bytes);
    }

    @Test
    void allTogetherTakeAtMost150BytesAPosition() {
        BandIndex index = new BandIndex(Tolerances.DEFAULT, 3_600_000);
        SubjectTable table = new SubjectTable();
        Figures figures = new Figures(1, 0, 1, 0);
        QuietBand band = new QuietBand(0.5, 2, 1);
        index.move(1, 0, 0);
        long before = usedHeap();
        for (int i = 0; i < MILLION; i++) {
            int id = index.add();
            index.published(id, figures);
            index.quiet(id, band);
            table.put("nft:" + (400_000 + i), id);
        }
        double bytes = (double) (usedHeap() - before) / MILLION;
        assertTrue(bytes <= 150, "bytes a position: " + bytes);
        assertEquals("nft:1399999", table.name(index.size() - 1));
        System.out.println("Heap: " + bytes + " bytes a position");
    }

    @Test
    void tableTakesAtMost60BytesAName() {
        SubjectTable table = new SubjectTable();
        long before = usedHeap();
        for (int i = 0; i < MILLION; i++) {
            table.put("nft:" + (400_000 + i), i);
        }
        double bytes = (double) (usedHeap() - before) / MILLION;
        assertTrue(bytes <= 60, "bytes a name: " + bytes);
        assertEquals(5, table.id("nft:400005"));
    }

    @Test
    void quietTickAllocatesNothing() {
        MeasuredBook book = new MeasuredBook(1_000);
        int due = ticks(book, 20_000);
        long before = threads.getCurrentThreadAllocatedBytes();
        due += ticks(book, 100_000);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertEquals(0, due);
        // The counter itself allocates a little.
        assertTrue(allocated < 1_000, "allocated by 100 000 quiet ticks: " + allocated);
    }

    private static int ticks(MeasuredBook book, int count) {
        int due = 0;
        for (int i = 0; i < count; i++) {
            due += book.tickInside();
        }
        return due;
    }

    private static long usedHeap() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }
}
