package org.secondperiod.reporting.csv;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;

/** Writes answers of one type as CSV. */
public abstract class CsvWriter<T> implements MessageBodyWriter<T> {

    private final Class<T> of;

    protected CsvWriter(Class<T> of) {
        this.of = of;
    }

    /** The header line and all others. */
    protected abstract String text(T answer);

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type == of;
    }

    @Override
    public void writeTo(
            T answer,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        out.write(text(answer).getBytes(StandardCharsets.UTF_8));
    }
}
