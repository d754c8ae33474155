package org.secondperiod.bench.baseline;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.secondperiod.events.AttendanceCategory;
import org.secondperiod.events.EventJson;

/** How the stream baseline keeps its state: in few bytes, since each change is written to a changelog as well. */
final class Compact {

    static final Serde<DayScans> SCANS = of(
            (scans, out) -> {
                out.writeLong(scans.day());
                out.writeUTF(scans.building());
                out.writeLong(scans.firstIn());
                out.writeLong(scans.lastIn());
                out.writeLong(scans.lastOut());
            },
            in -> new DayScans(in.readLong(), in.readUTF(), in.readLong(), in.readLong(), in.readLong()));

    static final Serde<DayMark> MARK = of(
            (mark, out) -> {
                out.writeLong(mark.day());
                out.writeUTF(mark.school());
                out.writeByte(mark.category().ordinal());
                out.writeLong(mark.version());
                out.writeLong(mark.takenAt());
                out.writeBoolean(mark.deleted());
            },
            in -> new DayMark(
                    in.readLong(),
                    in.readUTF(),
                    AttendanceCategory.values()[in.readByte()],
                    in.readLong(),
                    in.readLong(),
                    in.readBoolean()));

    private Compact() {}

    /** Writes a value. */
    private interface Writer<T> {
        void write(T value, DataOutputStream out) throws IOException;
    }

    /** Reads a value. */
    private interface Reader<T> {
        T read(DataInputStream in) throws IOException;
    }

    private static <T> Serde<T> of(Writer<T> writer, Reader<T> reader) {
        return Serdes.serdeFrom(
                (topic, value) -> value == null ? null : bytes(value, writer),
                (topic, bytes) -> bytes == null ? null : value(bytes, reader));
    }

    private static <T> byte[] bytes(T value, Writer<T> writer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(64);
        try {
            writer.write(value, new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static <T> T value(byte[] bytes, Reader<T> reader) {
        try {
            return reader.read(new DataInputStream(new ByteArrayInputStream(bytes)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Events and conclusions travel as JSON, as they do in the services. */
    static <T> Serde<T> json(Class<T> type) {
        return Serdes.serdeFrom(
                (topic, value) -> value == null ? null : EventJson.write(value),
                (topic, bytes) -> bytes == null ? null : EventJson.read(bytes, type));
    }
}
