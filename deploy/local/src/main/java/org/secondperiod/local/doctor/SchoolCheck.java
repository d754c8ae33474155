package org.secondperiod.local.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Schools that cannot be decided for: without a calendar that reaches today and says what it is, without bells for its day types, or whose
 * bells lack the period that starts outreach; and schools whose clock is not the district's.
 */
final class SchoolCheck {

    private final Function<String, JsonNode> ingest;
    private final Instant now;
    private final ZoneId district;

    /** @param ingest what attendance-ingest answers at an address */
    SchoolCheck(Function<String, JsonNode> ingest, Instant now, ZoneId district) {
        this.ingest = ingest;
        this.now = now;
        this.district = district;
    }

    List<Finding> look() {
        JsonNode schools = ingest.apply("/v1/schools").path("items");
        if (schools.isEmpty()) {
            return List.of(
                    Finding.notice("schools", "none", "./sp demo loads three, or PUT /ingest/v1/schools/{schoolId}"));
        }
        List<Finding> findings = new ArrayList<>();
        schools.forEach(school -> findings.addAll(look(school)));
        return findings.isEmpty()
                ? List.of(Finding.good(
                        "schools",
                        schools.size() + " in the district's zone, with bells and calendars that reach today"))
                : findings;
    }

    private List<Finding> look(JsonNode school) {
        Findings findings = new Findings(school.path("schoolId").asText());
        ZoneId zone = zone(school.path("zone").asText(), findings);
        if (zone == null) {
            return findings.found;
        }
        LocalDate today = now.atZone(zone).toLocalDate();
        TreeMap<String, TreeMap<LocalDate, Set<String>>> bells = bells(findings.school);
        Set<String> rung = dayTypes(findings, bells.keySet(), today);
        for (String dayType : rung) {
            periods(
                    findings,
                    dayType,
                    bells.get(dayType),
                    school.path("triggerPeriod").asText(),
                    today);
        }
        return findings.found;
    }

    private @Nullable ZoneId zone(String named, Findings findings) {
        ZoneId zone;
        try {
            zone = ZoneId.of(named);
        } catch (DateTimeException e) {
            findings.fault("its zone " + named + " is none", "PUT /ingest/v1/schools/%s with zone America/New_York");
            return null;
        }
        if (!zone.getRules().getOffset(now).equals(district.getRules().getOffset(now))) {
            findings.notice(
                    "its bells are rung by the clock of %s, and the district's is %s".formatted(named, district),
                    "if it stands where the district does: PUT /ingest/v1/schools/%s with zone " + district);
        }
        return zone;
    }

    /** By day type, and from when on, the periods. */
    private TreeMap<String, TreeMap<LocalDate, Set<String>>> bells(String school) {
        TreeMap<String, TreeMap<LocalDate, Set<String>>> bells = new TreeMap<>();
        for (JsonNode each :
                ingest.apply("/v1/schools/" + school + "/bell-schedules").path("items")) {
            Set<String> periods = new HashSet<>();
            each.path("periods")
                    .forEach(period -> periods.add(period.path("period").asText()));
            bells.computeIfAbsent(each.path("dayType").asText(), any -> new TreeMap<>())
                    .put(LocalDate.parse(each.path("effectiveFrom").asText("1970-01-01")), periods);
        }
        return bells;
    }

    /** @return the day types from today on that have bells */
    private Set<String> dayTypes(Findings findings, Set<String> known, LocalDate today) {
        Set<String> rung = new TreeSet<>();
        Set<String> unknown = new TreeSet<>();
        Set<LocalDate> said = new HashSet<>();
        LocalDate last = LocalDate.MIN;
        for (JsonNode day :
                ingest.apply("/v1/schools/" + findings.school + "/calendar").path("days")) {
            LocalDate date = LocalDate.parse(day.path("date").asText());
            said.add(date);
            last = date.isAfter(last) ? date : last;
            if (day.hasNonNull("dayType")) {
                String dayType = day.path("dayType").asText();
                if (!known.contains(dayType)) {
                    unknown.add(dayType);
                } else if (!date.isBefore(today)) {
                    rung.add(dayType);
                }
            }
        }
        String mend = "PUT /ingest/v1/schools/%s/calendar";
        if (last.equals(LocalDate.MIN)) {
            findings.fault("it has no calendar", mend);
        } else if (last.isBefore(today)) {
            findings.fault("its calendar ends on %s, and by the stack's clock it is %s".formatted(last, today), mend);
        } else if (!said.contains(today) && today.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0) {
            findings.notice(
                    "its calendar does not say what today is, %s: nobody is called".formatted(today),
                    "if there is school: PUT /ingest/v1/schools/%s/calendar/" + today);
        }
        unknown.forEach(dayType -> findings.fault(
                "no bells for day type " + dayType, "PUT /ingest/v1/schools/%s/bell-schedules/" + dayType));
        return rung;
    }

    private static void periods(
            Findings findings, String dayType, TreeMap<LocalDate, Set<String>> bells, String trigger, LocalDate today) {
        var inForce = bells.floorEntry(today);
        String mend = "PUT /ingest/v1/schools/%s/bell-schedules/" + dayType;
        if (inForce == null) {
            findings.fault("its bells for day type %s begin only on %s".formatted(dayType, bells.firstKey()), mend);
        } else if (!inForce.getValue().contains(trigger)) {
            findings.fault(
                    "its bells for day type %s have no period %s, which starts its outreach: no call ever opens on such a day"
                            .formatted(dayType, trigger),
                    mend + ", or PUT /ingest/v1/schools/%s with another triggerPeriod");
        }
    }

    /** What was found at one school. In what mends it, {@code %s} is the school. */
    private static final class Findings {

        private final String school;
        private final List<Finding> found = new ArrayList<>();

        Findings(String school) {
            this.school = school;
        }

        void fault(String saw, String mend) {
            found.add(Finding.fault("school " + school, saw, mend.replace("%s", school)));
        }

        void notice(String saw, String mend) {
            found.add(Finding.notice("school " + school, saw, mend.replace("%s", school)));
        }
    }
}
