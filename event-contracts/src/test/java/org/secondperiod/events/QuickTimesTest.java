package org.secondperiod.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuickTimesTest {

    private static final ObjectMapper QUICK = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new QuickTimes())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    private static final ObjectMapper USUAL = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    @Test
    void anyTimeIsWrittenAndReadAsUsual() throws JsonProcessingException {
        var random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            var second = random.nextLong(-65_000_000_000L, 260_000_000_000L);
            var nanos = i % 3 == 0 ? 0 : i % 3 == 1 ? random.nextInt(1_000) * 1_000_000 : random.nextInt(1_000_000_000);
            var time = Instant.ofEpochSecond(second, nanos);
            var json = USUAL.writeValueAsString(time);
            assertThat(QUICK.writeValueAsString(time)).isEqualTo(json);
            assertThat(QUICK.readValue(json, Instant.class)).isEqualTo(time);
        }
    }

    @Test
    void everyDateOfSomeYearsIsReadAsUsual() throws JsonProcessingException {
        for (var date = LocalDate.of(1999, 1, 1); date.getYear() < 2009; date = date.plusDays(1)) {
            assertThat(QUICK.readValue(USUAL.writeValueAsString(date), LocalDate.class))
                    .isEqualTo(date);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-10-14T12:01:30Z",
                "2026-10-14T12:01:30.2Z",
                "2026-10-14T12:01:30.250Z",
                "2026-10-14T12:01:30.250999Z",
                "2026-10-14T08:01:30-04:00",
                "2026-10-14T12:01Z",
                "2026-02-29T12:01:30Z",
                "2026-13-14T12:01:30Z",
                "2026-10-14T24:00:00Z",
                "2026-10-14T12:60:00Z",
                "2026-10-14T12:01:60Z",
                "2026-10-14 12:01:30Z",
                "2026-10-14t12:01:30z",
                "2026-10-14T12:01:30",
                "2026-1o-14T12:01:30Z",
                "2026-10-14T12:01:30.25aZ",
                "",
                " "
            })
    void whatIsUnusualOrWrongIsReadAsUsual(String text) {
        assertThat(read(QUICK, text, Instant.class)).isEqualTo(read(USUAL, text, Instant.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-10-14",
                "2028-02-29",
                "2026-02-29",
                "2026-04-31",
                "2026-00-10",
                "2026-10-00",
                "26-10-14",
                "x",
                ""
            })
    void dateOfAnyFormIsReadAsUsual(String text) {
        assertThat(read(QUICK, text, LocalDate.class)).isEqualTo(read(USUAL, text, LocalDate.class));
    }

    private static String read(ObjectMapper mapper, String text, Class<?> type) {
        try {
            return String.valueOf(mapper.readValue('"' + text + '"', type));
        } catch (JsonProcessingException e) {
            return "refused";
        }
    }
}
