package org.secondperiod.kit.bulk;

import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.problems.Sizes;
import org.secondperiod.kit.traces.Traces;

/**
 * A bulk body as lines. Blank lines are skipped but counted; the memory it needs does not grow with the body. A body that is
 * too large, empty, of another encoding, or with a header that does not fit ends with a problem; anything else that is wrong
 * is the matter of one line.
 */
public final class BulkReader {

    private final ByteLines lines;
    private final BulkFormat format;
    private final Columns columns;
    private final int maxLine;
    private final int chunkLines;
    private @Nullable CsvHeader header;
    private boolean begun;

    private BulkReader(InputStream body, BulkFormat format, Columns columns, BulkConfig limits) {
        this.maxLine = Math.toIntExact(limits.maxLineBytes().asLongValue());
        this.lines = new ByteLines(body, limits.maxBytes().asLongValue(), maxLine);
        this.format = format;
        this.columns = columns;
        this.chunkLines = limits.chunkLines();
    }

    /** A reader of the body; a content type other than the two is a 415. */
    public static BulkReader of(InputStream body, @Nullable MediaType type, Columns columns, BulkConfig limits) {
        return new BulkReader(body, BulkFormat.of(type), columns, limits);
    }

    /**
     * Reads the whole body in chunks: each good line as what {@code read} makes of it, each bad one into the report.
     *
     * @param read makes something of a line, or throws the line's {@link BadLine}
     * @param work takes a chunk of at most {@link BulkConfig#chunkLines()} good lines, never an empty one
     * @throws IOException when the body breaks off; chunks that were taken before that stay taken
     */
    public <T> void inChunks(Function<BulkLine, T> read, BulkReport report, Consumer<List<T>> work) throws IOException {
        List<T> chunk = new ArrayList<>(chunkLines);
        for (BulkLine line = next(); line != null; line = next()) {
            try {
                chunk.add(read.apply(line));
            } catch (BadLine e) {
                report.reject(line.number(), e);
            }
            if (chunk.size() == chunkLines) {
                take(chunk, work);
                chunk = new ArrayList<>(chunkLines);
            }
        }
        if (!chunk.isEmpty()) {
            take(chunk, work);
        }
    }

    private static <T> void take(List<T> chunk, Consumer<List<T>> work) {
        Traces.apart(() -> work.accept(chunk));
    }

    /** The next line that is not blank, none at the end. Valid until the next call. */
    public @Nullable BulkLine next() throws IOException {
        if (format == BulkFormat.CSV && header == null) {
            header = readHeader();
        }
        while (lines.next()) {
            if (!lines.blank()) {
                begun = true;
                return read();
            }
        }
        if (!begun && header == null) {
            throw BulkProblems.empty();
        }
        return null;
    }

    private CsvHeader readHeader() throws IOException {
        if (!lines.next() || lines.blank()) {
            throw BulkProblems.empty();
        }
        try {
            return CsvHeader.of(text(), columns);
        } catch (BadLine e) {
            throw BulkProblems.header(e.reason() + ".");
        }
    }

    private BulkLine read() {
        BulkLine line = new BulkLine(lines.number(), columns, lines.buffer(), lines.offset(), lines.length());
        try {
            if (header == null) {
                check();
                JsonLine.read(lines.buffer(), lines.offset(), lines.length(), line);
            } else {
                readCsv(header, CsvFields.of(text()), line);
            }
        } catch (BadLine e) {
            line.fail(e);
        }
        return line;
    }

    private static void readCsv(CsvHeader header, CsvFields fields, BulkLine line) {
        if (fields.size() != header.size()) {
            throw BadLine.because("The line has " + fields.size() + " fields and the header " + header.size());
        }
        for (int i = 0; i < fields.size(); i++) {
            line.set(header.target(i), fields.value(i), fields.column(i));
        }
    }

    private String text() {
        check();
        return new String(lines.buffer(), lines.offset(), lines.length(), StandardCharsets.UTF_8);
    }

    private void check() {
        if (lines.tooLong()) {
            throw BadLine.because("The line is longer than " + Sizes.inWords(maxLine));
        }
        if (!lines.plain()) {
            LineEncoding.check(lines.buffer(), lines.offset(), lines.length());
        }
    }
}
