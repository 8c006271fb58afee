/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The one file in a zip archive. That there is another shows at the end of the first. */
final class OnlyZipEntry extends FilterInputStream {

    private final ZipInputStream zip;
    private boolean ended;

    private OnlyZipEntry(ZipInputStream zip) {
        super(zip);
        this.zip = zip;
    }

    /** @throws IOException if it is no archive or there is no file in it */
    static OnlyZipEntry of(InputStream archive) throws IOException {
        ZipInputStream zip = new ZipInputStream(archive);
        if (nextFile(zip) == null) {
            throw new IOException("there is no file in this zip archive");
        }
        return new OnlyZipEntry(zip);
    }

    private static ZipEntry nextFile(ZipInputStream zip) throws IOException {
        ZipEntry entry = zip.getNextEntry();
        while (entry != null && entry.isDirectory()) {
            entry = zip.getNextEntry();
        }
        return entry;
    }

    @Override
    public int read() throws IOException {
        int read = ended ? -1 : zip.read();
        requireAlone(read);
        return read;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = ended ? -1 : zip.read(target, offset, length);
        requireAlone(read);
        return read;
    }

    private void requireAlone(int read) throws IOException {
        if (read >= 0 || ended) {
            return;
        }
        ended = true;
        ZipEntry other = nextFile(zip);
        if (other != null) {
            throw new IOException("there is more than one file in this zip archive, such as " + other.getName());
        }
    }
}
