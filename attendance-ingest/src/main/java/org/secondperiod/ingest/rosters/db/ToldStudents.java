package org.secondperiod.ingest.rosters.db;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;
import org.secondperiod.events.EventJson;
import org.secondperiod.ingest.rosters.people.Enrolments;
import org.secondperiod.ingest.rosters.people.Person;
import org.secondperiod.ingest.rosters.people.StudentProfile;

/** What was last told of each student, and the version it was told as. */
@ApplicationScoped
public class ToldStudents {

    /** What was told. */
    public record Told(StudentProfile profile, long version) {}

    record ToldRecord(
            String studentId, String enrolments, @Nullable String person, long version) {}

    private final Sealed sealed;

    ToldStudents(Sealed sealed) {
        this.sealed = sealed;
    }

    /** By student id; locked until the transaction ends, so that versions only grow. */
    public Map<String, Told> lock(Handle tx, List<String> ids) {
        return tx
                .createQuery("""
                        SELECT student_id, enrolments, person, version FROM roster_student
                        WHERE student_id = ANY (:ids) ORDER BY student_id FOR UPDATE""")
                .bindArray("ids", String.class, ids)
                .map(ConstructorMapper.of(ToldRecord.class))
                .list()
                .stream()
                .collect(toMap(ToldRecord::studentId, this::told));
    }

    public void save(Handle tx, List<Told> told, Instant now) {
        tx.createUpdate("""
                        INSERT INTO roster_student AS t (student_id, enrolments, person, version, recorded_at)
                        SELECT *, CAST(:now AS timestamptz)
                        FROM unnest(:ids, :enrolments, :people, :versions)
                        ON CONFLICT (student_id) DO UPDATE SET enrolments = excluded.enrolments, person = excluded.person,
                            version = excluded.version, recorded_at = excluded.recorded_at""")
                .bindArray(
                        "ids",
                        String.class,
                        told.stream().map(row -> row.profile().studentId()).toList())
                .bindArray(
                        "enrolments",
                        String.class,
                        told.stream().map(ToldStudents::enrolments).toList())
                .bindArray(
                        "people", String.class, told.stream().map(this::person).toArray())
                .bindArray(
                        "versions", Long.class, told.stream().map(Told::version).toList())
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    private Told told(ToldRecord row) {
        Enrolments enrolments = EventJson.read(row.enrolments().getBytes(StandardCharsets.UTF_8), Enrolments.class);
        Person person = row.person() == null
                ? null
                : sealed.open(SealedRows.student(row.studentId()), row.person(), Person.class);
        return new Told(new StudentProfile(row.studentId(), enrolments, person), row.version());
    }

    private static String enrolments(Told told) {
        return new String(EventJson.write(told.profile().enrolments()), StandardCharsets.UTF_8);
    }

    private @Nullable String person(Told told) {
        Person person = told.profile().person();
        return person == null
                ? null
                : sealed.seal(SealedRows.student(told.profile().studentId()), person);
    }
}
