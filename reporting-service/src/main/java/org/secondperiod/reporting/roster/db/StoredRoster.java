package org.secondperiod.reporting.roster.db;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.secondperiod.reporting.arithmetic.Span;
import org.secondperiod.reporting.roster.Enrolled;
import org.secondperiod.reporting.roster.PlaceTold;

/** How a version of a roster lies in its column. */
final class StoredRoster {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    private StoredRoster() {}

    record Told(List<One> enrolments, List<String> groups) {}

    record One(
            String school,
            @Nullable String entry,
            @Nullable String exit,
            @Nullable String grade,
            @Nullable String homeroom,
            @Nullable String firstPeriod) {

        static One of(Enrolled enrolled) {
            Span span = enrolled.span();
            return new One(
                    enrolled.schoolId(),
                    span.entry().equals(Span.ALWAYS) ? null : span.entry().toString(),
                    span.exit().equals(Span.OPEN) ? null : span.exit().toString(),
                    enrolled.grade(),
                    enrolled.homeroom(),
                    enrolled.firstPeriod());
        }

        Enrolled enrolled() {
            return new Enrolled(
                    school,
                    new Span(
                            entry == null ? Span.ALWAYS : LocalDate.parse(entry),
                            exit == null ? Span.OPEN : LocalDate.parse(exit)),
                    grade,
                    homeroom,
                    firstPeriod);
        }
    }

    private static final TypeReference<List<Place>> PLACES = new TypeReference<>() {};

    /** A place as it was told. */
    record Place(
            String since,
            @Nullable String grade,
            @Nullable String homeroom,
            @Nullable String firstPeriod,
            List<String> groups) {

        static Place of(PlaceTold told) {
            return new Place(told.since().toString(), told.grade(), told.homeroom(), told.firstPeriod(), told.groups());
        }

        PlaceTold told() {
            return new PlaceTold(LocalDate.parse(since), grade, homeroom, firstPeriod, groups);
        }
    }

    static String writePlaces(List<PlaceTold> places) {
        return write(places.stream().map(Place::of).toList());
    }

    static List<PlaceTold> places(String json) {
        try {
            return MAPPER.readValue(json, PLACES).stream().map(Place::told).toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored places could not be read", e);
        }
    }

    static String write(List<Enrolled> enrolments, List<String> groups) {
        return write(new Told(enrolments.stream().map(One::of).toList(), groups));
    }

    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a roster could not be written", e);
        }
    }

    static Told read(String json) {
        try {
            return MAPPER.readValue(json, Told.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored roster could not be read", e);
        }
    }

    static List<String> texts(String json) {
        if (json.equals("[]")) {
            return List.of();
        }
        try {
            return MAPPER.readValue(json, TEXTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored groups could not be read", e);
        }
    }
}
