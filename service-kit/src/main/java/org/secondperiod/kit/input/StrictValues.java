package org.secondperiod.kit.input;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.LocalDateDeserializer;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How values of a JSON body are read: text by {@link Texts}, dates and times by {@link Calendars}, and none from a number. */
public final class StrictValues extends SimpleModule {

    private static final long serialVersionUID = 1L;

    public StrictValues() {
        super("strict-values");
        addDeserializer(String.class, checked(String.class, StringDeserializer.instance, Texts::fault));
        addDeserializer(
                LocalDate.class,
                fromText(checked(LocalDate.class, LocalDateDeserializer.INSTANCE, Calendars::fault), LocalDate.class));
        addDeserializer(
                Instant.class,
                fromText(checked(Instant.class, InstantDeserializer.INSTANT, Calendars::fault), Instant.class));
        addDeserializer(
                OffsetDateTime.class,
                fromText(
                        checked(
                                OffsetDateTime.class,
                                InstantDeserializer.OFFSET_DATE_TIME,
                                at -> Calendars.fault(at.toInstant())),
                        OffsetDateTime.class));
        addKeyDeserializer(String.class, new KeyDeserializer() {
            @Override
            public Object deserializeKey(String key, DeserializationContext context) throws IOException {
                refuse(context.getParser(), Texts.fault(key));
                return key;
            }
        });
    }

    private static <T> JsonDeserializer<T> checked(
            Class<T> type, JsonDeserializer<T> reader, Function<T, @Nullable String> fault) {
        return new StdScalarDeserializer<T>(type) {
            @Override
            public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
                T value = reader.deserialize(parser, context);
                if (value != null) {
                    refuse(parser, fault.apply(value));
                }
                return value;
            }
        };
    }

    /** An epoch number or an array may mean many things; only what is written out is taken. */
    private static <T> JsonDeserializer<T> fromText(JsonDeserializer<T> reader, Class<T> type) {
        return new StdScalarDeserializer<T>(type) {
            @Override
            public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
                if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                    throw context.weirdNumberException(0, type, "not text");
                }
                return reader.deserialize(parser, context);
            }
        };
    }

    /** The fault travels as the cause, which is where {@code UnreadableJson} looks for words of ours. */
    private static void refuse(JsonParser parser, @Nullable String fault) throws JsonMappingException {
        if (fault != null) {
            throw JsonMappingException.from(parser, fault, new IllegalArgumentException(fault));
        }
    }
}
