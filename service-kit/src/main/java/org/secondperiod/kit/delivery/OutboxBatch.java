package org.secondperiod.kit.delivery;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The events of a row of the outbox, as bytes: one byte that says whether the rest is plain (0) or deflated (1); then how many
 * events there are, and of each its topic, key, value and headers (how many; name and value of each). Counts and lengths are
 * 32 bits, big end first; a text or value is its length and its bytes, and length -1 is no value. Events of one batch
 * are alike, and so deflate to a tenth.
 */
final class OutboxBatch {

    private static final int PLAIN = 0;
    private static final int DEFLATED = 1;
    private static final int NONE = -1;

    private OutboxBatch() {}

    static byte[] write(List<OutgoingEvent> events) {
        var bytes = new ByteArrayOutputStream();
        bytes.write(DEFLATED);
        var deflater = new Deflater(Deflater.BEST_SPEED);
        try (OutputStream deflated = new DeflaterOutputStream(bytes, deflater, 16_384);
                var data = new DataOutputStream(deflated)) {
            data.writeInt(events.size());
            for (var event : events) {
                write(data, event);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream data, OutgoingEvent event) throws IOException {
        text(data, event.topic());
        text(data, event.key());
        bytes(data, event.value());
        data.writeInt(event.headers().size());
        for (var header : event.headers().entrySet()) {
            text(data, header.getKey());
            text(data, header.getValue());
        }
    }

    private static void text(DataOutputStream data, String text) throws IOException {
        bytes(data, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void bytes(DataOutputStream data, byte @Nullable [] bytes) throws IOException {
        if (bytes == null) {
            data.writeInt(NONE);
        } else {
            data.writeInt(bytes.length);
            data.write(bytes);
        }
    }

    /**
     * The events of a row, in their order.
     *
     * @throws IllegalStateException if these bytes are no batch
     */
    static List<OutgoingEvent> read(byte[] batch) {
        var bytes = new ByteArrayInputStream(batch);
        try (var data = new DataInputStream(opened(bytes))) {
            int count = data.readInt();
            var events = new ArrayList<OutgoingEvent>(count);
            for (int i = 0; i < count; i++) {
                events.add(event(data));
            }
            return events;
        } catch (IOException e) {
            throw new IllegalStateException("A row of the outbox cannot be read", e);
        }
    }

    private static InputStream opened(ByteArrayInputStream bytes) {
        int encoding = bytes.read();
        return switch (encoding) {
            case PLAIN -> bytes;
            case DEFLATED -> new InflaterInputStream(bytes);
            default -> throw new IllegalStateException("A row of the outbox begins with " + encoding);
        };
    }

    private static OutgoingEvent event(DataInputStream data) throws IOException {
        var topic = text(data);
        var key = text(data);
        byte @Nullable [] value = bytes(data);
        int headers = data.readInt();
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < headers; i++) {
            named.put(text(data), text(data));
        }
        return new OutgoingEvent(topic, key, value, named);
    }

    private static String text(DataInputStream data) throws IOException {
        byte[] bytes = bytes(data);
        if (bytes == null) {
            throw new IOException("A text is missing");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte @Nullable [] bytes(DataInputStream data) throws IOException {
        int length = data.readInt();
        if (length == NONE) {
            return null;
        }
        byte[] bytes = data.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("A value ends too soon");
        }
        return bytes;
    }
}
