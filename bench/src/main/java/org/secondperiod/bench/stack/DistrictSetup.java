package org.secondperiod.bench.stack;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.secondperiod.events.EnrolmentsChanged;
import org.secondperiod.events.Topics;
import org.secondperiod.local.api.Api;
import org.secondperiod.local.api.ApiException;
import org.secondperiod.local.stack.Part;

/** Tells the services of the district: schools, bells, calendars and readers over the APIs, the roster as its events. */
public final class DistrictSetup {

    private static final int AT_ONCE = 4;
    private static final String DAY_TYPE = "regular";

    private final District district;
    private final BenchStack stack;

    public DistrictSetup(District district, BenchStack stack) {
        this.district = district;
        this.stack = stack;
    }

    /** Schools with bells and calendar, through attendance-ingest. */
    public void schools() {
        Api roster = stack.as("roster-sync");
        each(school -> {
            String path = "/v1/schools/" + school;
            roster.put(
                    Part.INGEST,
                    path,
                    Map.of(
                            "name",
                            school,
                            "zone",
                            District.ZONE.getId(),
                            "buildings",
                            List.of(District.building(school)),
                            "triggerPeriod",
                            "1",
                            "sendsAttendanceTaken",
                            true));
            roster.put(Part.INGEST, path + "/bell-schedules/" + DAY_TYPE, bells());
            roster.put(Part.INGEST, path + "/calendar", Map.of("days", calendar()));
        });
    }

    /** A reader at each school's door, through building-entry. */
    public void readers() {
        Api doors = stack.as("doors");
        each(school -> doors.put(
                Part.ENTRY,
                "/v1/readers/" + District.reader(school),
                Map.of(
                        "buildingId",
                        District.building(school),
                        "name",
                        "Main door",
                        "inService",
                        true,
                        "allowedSilenceMinutes",
                        10)));
    }

    /** Every student's enrolment and badge, as the roster's events tell it. */
    public void roster(EventSender sender) {
        Instant now = District.moment(District.FIRST_DAY, 5, 0);
        district.numbers().forEach(n -> sender.send(Topics.ENROLMENTS, enrolment(n, now)));
        sender.await();
    }

    private EnrolmentsChanged enrolment(int n, Instant now) {
        return new EnrolmentsChanged(
                "enrolment-" + n,
                district.student(n),
                List.of(new EnrolmentsChanged.Enrolment(district.school(n), null, null, "09", null, null, List.of())),
                List.of(new EnrolmentsChanged.Badge(district.badge(n), null, null)),
                List.of(),
                1,
                now);
    }

    private void each(Consumer<String> tell) {
        try (ExecutorService executor = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<?>> told = district.schoolIds()
                    .<Future<?>>map(school -> executor.submit(() -> tell.accept(school)))
                    .toList();
            for (Future<?> one : told) {
                one.get();
            }
        } catch (java.util.concurrent.ExecutionException e) {
            throw e.getCause() instanceof ApiException fault ? fault : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiException("Interrupted.", e);
        }
    }

    private static Map<String, Object> bells() {
        return Map.of(
                "effectiveFrom",
                District.FIRST_DAY.toString(),
                "remote",
                false,
                "periods",
                List.of(
                        Map.of("period", "1", "start", "08:00", "end", "08:41"),
                        Map.of("period", "2", "start", "08:45", "end", "14:20")));
    }

    private static List<Map<String, @Nullable Object>> calendar() {
        return IntStream.range(0, District.DAYS)
                .mapToObj(District::day)
                .map(DistrictSetup::calendarDay)
                .toList();
    }

    private static Map<String, @Nullable Object> calendarDay(LocalDate date) {
        Map<String, @Nullable Object> day = new HashMap<>();
        day.put("date", date.toString());
        day.put("dayType", DAY_TYPE);
        return day;
    }
}
