package org.secondperiod.ingest.rosters.oneroster;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;
import org.secondperiod.kit.problems.Sizes;

/** Stops a file that unpacks to more than it may, whatever the zip's table of contents claimed. */
final class LimitedEntry extends FilterInputStream {

    private final String name;
    private final ArchiveLimits limits;
    private final long packedBytes;
    private long unpackedBytes;

    LimitedEntry(String name, InputStream unpacked, ArchiveLimits limits, long packedBytes) {
        super(unpacked);
        this.name = name;
        this.limits = limits;
        this.packedBytes = packedBytes;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read;
        try {
            read = super.read(buffer, offset, length);
        } catch (ZipException | java.io.EOFException e) {
            throw new UnusableRoster(name + " can not be unpacked: the zip is damaged or truncated");
        }
        unpackedBytes += Math.max(0, read);
        if (unpackedBytes > limits.unpackedBytes()) {
            throw new UnusableRoster(name + " unpacks to more than " + Sizes.inWords(limits.unpackedBytes()));
        }
        if (unpackedBytes > limits.ratioFromBytes() && unpackedBytes / packedBytes > limits.ratio()) {
            throw new UnusableRoster(name + " unpacks to more than " + limits.ratio()
                    + " times its packed size: it looks like a zip bomb");
        }
        return read;
    }
}
