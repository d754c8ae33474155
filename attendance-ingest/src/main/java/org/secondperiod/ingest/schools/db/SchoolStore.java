package org.secondperiod.ingest.schools.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.secondperiod.ingest.schools.School;
import org.secondperiod.ingest.schools.WholeSchool;
import org.secondperiod.kit.ids.SchoolId;

/** Schools' settings and versions. */
@ApplicationScoped
public class SchoolStore {

    private static final RowMapper<School> SCHOOL = (row, context) -> new School(
            new SchoolId(row.getString("school_id")),
            row.getString("name"),
            ZoneId.of(row.getString("zone")),
            List.of((String[]) row.getArray("buildings").getArray()),
            row.getString("trigger_period"),
            row.getInt("grace_minutes"),
            row.getInt("late_limit_minutes"),
            row.getBoolean("sends_attendance_taken"),
            row.getInt("mass_absence_percent"),
            row.getInt("hold_minutes"),
            row.getString("principal"));

    private final Jdbi jdbi;
    private final BellScheduleStore bells;
    private final CalendarStore calendar;

    SchoolStore(Jdbi jdbi, BellScheduleStore bells, CalendarStore calendar) {
        this.jdbi = jdbi;
        this.bells = bells;
        this.calendar = calendar;
    }

    /** How many schools are set up. */
    public long count() {
        return jdbi.withHandle(tx ->
                tx.createQuery("SELECT count(*) FROM school").mapTo(long.class).one());
    }

    /** The ids of the schools that are set up. */
    public Set<String> ids() {
        return Set.copyOf(jdbi.withHandle(tx -> tx.createQuery("SELECT school_id FROM school")
                .mapTo(String.class)
                .list()));
    }

    /** All settings, by id. */
    public List<School> all() {
        return jdbi.withHandle(tx -> tx.createQuery("SELECT * FROM school ORDER BY school_id")
                .map(SCHOOL)
                .list());
    }

    /** Keeps every other change of the school out until this transaction ends, also where the school is not there yet. */
    public void lock(Handle tx, SchoolId id) {
        tx.createQuery("SELECT pg_advisory_xact_lock(hashtextextended('school:' || :id, 0))")
                .bind("id", id.value())
                .mapTo(String.class)
                .list();
    }

    /** The school with its bells and its calendar. */
    public Optional<WholeSchool> find(Handle tx, SchoolId id) {
        return tx.createQuery("SELECT * FROM school WHERE school_id = :id")
                .bind("id", id.value())
                .map((row, context) -> new WholeSchool(
                        SCHOOL.map(row, context), bells.of(tx, id), calendar.of(tx, id), row.getLong("version")))
                .findOne();
    }

    /** Writes the settings; a new school begins at version 0. */
    public void put(Handle tx, School school) {
        tx.createUpdate("""
                        INSERT INTO school (school_id, name, zone, buildings, trigger_period, grace_minutes,
                            late_limit_minutes, sends_attendance_taken, mass_absence_percent, hold_minutes, principal,
                            version)
                        VALUES (:id, :name, :zone, :buildings, :triggerPeriod, :graceMinutes, :lateLimitMinutes,
                            :sendsAttendanceTaken, :massAbsencePercent, :holdMinutes, :principal, 0)
                        ON CONFLICT (school_id) DO UPDATE SET
                            name = EXCLUDED.name, zone = EXCLUDED.zone, buildings = EXCLUDED.buildings,
                            trigger_period = EXCLUDED.trigger_period, grace_minutes = EXCLUDED.grace_minutes,
                            late_limit_minutes = EXCLUDED.late_limit_minutes,
                            sends_attendance_taken = EXCLUDED.sends_attendance_taken,
                            mass_absence_percent = EXCLUDED.mass_absence_percent,
                            hold_minutes = EXCLUDED.hold_minutes, principal = EXCLUDED.principal
                        """)
                .bind("id", school.id().value())
                .bind("name", school.name())
                .bind("zone", school.zone().getId())
                .bindArray("buildings", String.class, school.buildings())
                .bind("triggerPeriod", school.triggerPeriod())
                .bind("graceMinutes", school.graceMinutes())
                .bind("lateLimitMinutes", school.lateLimitMinutes())
                .bind("sendsAttendanceTaken", school.sendsAttendanceTaken())
                .bind("massAbsencePercent", school.massAbsencePercent())
                .bind("holdMinutes", school.holdMinutes())
                .bind("principal", school.principal())
                .execute();
    }

    /** Counts a change. */
    public void setVersion(Handle tx, SchoolId id, long version) {
        tx.createUpdate("UPDATE school SET version = :version WHERE school_id = :id")
                .bind("version", version)
                .bind("id", id.value())
                .execute();
    }
}
