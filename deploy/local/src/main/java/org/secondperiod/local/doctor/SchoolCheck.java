package org.secondperiod.local.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.secondperiod.local.api.Api;
import org.secondperiod.local.clock.ClockFile;
import org.secondperiod.local.stack.Layout;
import org.secondperiod.local.stack.Part;

/** Schools that cannot be decided for: without a calendar that reaches today, or without bells for its day types. */
final class SchoolCheck {

    private final Api api;
    private final ClockFile clock;

    SchoolCheck(Api api, Layout layout) {
        this.api = api;
        this.clock = new ClockFile(layout.clockFile());
    }

    List<Finding> look() {
        JsonNode schools = api.get(Part.INGEST, "/v1/schools").path("items");
        if (schools.isEmpty()) {
            return List.of(
                    Finding.notice("schools", "none", "./sp demo loads three, or PUT /ingest/v1/schools/{schoolId}"));
        }
        List<Finding> findings = new ArrayList<>();
        schools.forEach(school -> findings.addAll(look(school)));
        return findings.isEmpty()
                ? List.of(Finding.good("schools", schools.size() + " with bells, and calendars that reach today"))
                : findings;
    }

    private List<Finding> look(JsonNode school) {
        String id = school.path("schoolId").asText();
        LocalDate today =
                clock.now().atZone(ZoneId.of(school.path("zone").asText())).toLocalDate();
        Set<String> rung = new HashSet<>();
        api.get(Part.INGEST, "/v1/schools/" + id + "/bell-schedules")
                .path("items")
                .forEach(bells -> rung.add(bells.path("dayType").asText()));
        Set<String> unknown = new HashSet<>();
        LocalDate last = LocalDate.MIN;
        for (JsonNode day :
                api.get(Part.INGEST, "/v1/schools/" + id + "/calendar").path("days")) {
            LocalDate date = LocalDate.parse(day.path("date").asText());
            last = date.isAfter(last) ? date : last;
            if (day.hasNonNull("dayType") && !rung.contains(day.path("dayType").asText())) {
                unknown.add(day.path("dayType").asText());
            }
        }
        List<Finding> findings = new ArrayList<>();
        if (last.isBefore(today)) {
            findings.add(Finding.fault(
                    "school " + id,
                    last.equals(LocalDate.MIN)
                            ? "it has no calendar"
                            : "its calendar ends on %s, and by the stack's clock it is %s".formatted(last, today),
                    "PUT /ingest/v1/schools/" + id + "/calendar"));
        }
        for (String dayType : unknown) {
            findings.add(Finding.fault(
                    "school " + id,
                    "no bells for day type " + dayType,
                    "PUT /ingest/v1/schools/" + id + "/bell-schedules/" + dayType));
        }
        return findings;
    }
}
