package org.secondperiod.events;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.LocalDateDeserializer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes times and dates as {@code JavaTimeModule} does, to be registered after it. What events mostly hold, UTC
 * with at most milliseconds and plain dates, is taken apart by hand, because each event holds several; all else, and all that
 * is wrong, is left to that module.
 */
public final class QuickTimes extends SimpleModule {

    private static final long serialVersionUID = 1L;

    private static final int SECONDS_OF_A_DAY = 86_400;
    private static final int NANOS_OF_A_MILLI = 1_000_000;
    private static final long FIRST_SECOND = -62_167_219_200L; // of the year 0
    private static final long LAST_SECOND = 253_402_300_799L; // of the year 9999

    /** A module for one mapper. */
    public QuickTimes() {
        super("quick-times");
        addSerializer(Instant.class, new InstantWriter());
        addDeserializer(Instant.class, new Reader<>(Instant.class, QuickTimes::instant, InstantDeserializer.INSTANT));
        addDeserializer(
                LocalDate.class, new Reader<>(LocalDate.class, QuickTimes::date, LocalDateDeserializer.INSTANCE));
    }

    /** As {@link Instant#toString} writes it. */
    public static String text(Instant time) {
        long second = time.getEpochSecond();
        int nanos = time.getNano();
        if (second < FIRST_SECOND || second > LAST_SECOND || nanos % NANOS_OF_A_MILLI != 0) {
            return time.toString();
        }
        LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(second, SECONDS_OF_A_DAY));
        int ofDay = Math.floorMod(second, SECONDS_OF_A_DAY);
        byte[] text = new byte[nanos == 0 ? 20 : 24];
        digits(text, 0, 4, date.getYear());
        text[4] = '-';
        digits(text, 5, 2, date.getMonthValue());
        text[7] = '-';
        digits(text, 8, 2, date.getDayOfMonth());
        text[10] = 'T';
        digits(text, 11, 2, ofDay / 3_600);
        text[13] = ':';
        digits(text, 14, 2, ofDay / 60 % 60);
        text[16] = ':';
        digits(text, 17, 2, ofDay % 60);
        if (nanos != 0) {
            text[19] = '.';
            digits(text, 20, 3, nanos / NANOS_OF_A_MILLI);
        }
        text[text.length - 1] = 'Z';
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    private static void digits(byte[] text, int from, int count, int value) {
        int left = value;
        for (int i = from + count - 1; i >= from; i--) {
            text[i] = (byte) ('0' + left % 10);
            left /= 10;
        }
    }

    /** A time of the form {@code 2026-10-14T12:01:30Z} or {@code ...30.250Z}; none if it is of another form. */
    static @Nullable Instant instant(String text) {
        int length = text.length();
        boolean withMillis = length == 24 && text.charAt(19) == '.';
        if (!withMillis && length != 20
                || text.charAt(10) != 'T'
                || text.charAt(13) != ':'
                || text.charAt(16) != ':'
                || text.charAt(length - 1) != 'Z') {
            return null;
        }
        LocalDate date = date(text.substring(0, 10));
        int hour = number(text, 11, 13, 23);
        int minute = number(text, 14, 16, 59);
        int second = number(text, 17, 19, 59);
        int millis = withMillis ? number(text, 20, 23, 999) : 0;
        if (date == null || hour < 0 || minute < 0 || second < 0 || millis < 0) {
            return null;
        }
        return Instant.ofEpochSecond(
                date.toEpochDay() * 86_400L + hour * 3_600L + minute * 60L + second, millis * 1_000_000L);
    }

    /** A date of the form {@code 2026-10-14}; none if it is of another form, or no date. */
    public static @Nullable LocalDate date(String text) {
        if (text.length() != 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return null;
        }
        int year = number(text, 0, 4, 9999);
        int month = number(text, 5, 7, 12);
        int day = number(text, 8, 10, 31);
        if (year < 0 || month < 1 || day < 1 || day > Month.of(month).length(Year.isLeap(year))) {
            return null;
        }
        return LocalDate.of(year, month, day);
    }

    /** The number that these digits are; -1 if one is none, or it is greater than {@code most}. */
    private static int number(String text, int from, int to, int most) {
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value > most ? -1 : value;
    }

    private static final class InstantWriter extends StdSerializer<Instant> {

        private static final long serialVersionUID = 1L;

        InstantWriter() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(text(value));
        }
    }

    private static final class Reader<T> extends StdDeserializer<T> {

        private static final long serialVersionUID = 1L;

        private final transient Function<String, @Nullable T> quick;
        private final JsonDeserializer<T> careful;

        Reader(Class<T> type, Function<String, @Nullable T> quick, JsonDeserializer<T> careful) {
            super(type);
            this.quick = quick;
            this.careful = careful;
        }

        @Override
        public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (json.hasToken(JsonToken.VALUE_STRING)) {
                T value = quick.apply(json.getText());
                if (value != null) {
                    return value;
                }
            }
            return careful.deserialize(json, context);
        }
    }
}
