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
import org.secondperiod.ingest.rosters.people.Told;

/** What was last told of each student, and the version it was told as. The version outlives whatever is forgotten. */
@ApplicationScoped
public class ToldStudents {

    /** The key and version of the person that was told last. */
    public record LastPerson(String keyId, long version) {}

    /**
     * What was told of one.
     *
     * @param person none if nobody knows, or none was told
     */
    public record Versioned(
            String studentId,
            Told told,
            long version,
            @Nullable LastPerson person) {

        /** The same content, at that version. */
        public Versioned as(long newVersion, LastPerson newPerson) {
            return new Versioned(studentId, told, newVersion, newPerson);
        }
    }

    record ToldRecord(
            String studentId,
            String enrolments,
            @Nullable String personMark,
            boolean erased,
            long version,
            @Nullable String personKey,
            @Nullable Long personVersion) {

        Versioned versioned() {
            Enrolments told = EventJson.read(enrolments.getBytes(StandardCharsets.UTF_8), Enrolments.class);
            return new Versioned(studentId, new Told(told, personMark, erased), version, person());
        }

        private @Nullable LastPerson person() {
            return personKey == null || personVersion == null ? null : new LastPerson(personKey, personVersion);
        }
    }

    private static @Nullable String key(Versioned told) {
        return told.person() == null ? null : told.person().keyId();
    }

    private static @Nullable Long personVersion(Versioned told) {
        return told.person() == null ? null : told.person().version();
    }

    /** By student id; locked until the transaction ends, so that versions only grow. */
    public Map<String, Versioned> lock(Handle tx, List<String> ids) {
        return tx
                .createQuery("""
                        SELECT student_id, enrolments, person_mark, erased, version, person_key,
                            person_version
                        FROM roster_student
                        WHERE student_id = ANY (:ids) ORDER BY student_id FOR UPDATE""")
                .bindArray("ids", String.class, ids)
                .map(ConstructorMapper.of(ToldRecord.class))
                .list()
                .stream()
                .collect(toMap(ToldRecord::studentId, ToldRecord::versioned));
    }

    public void save(Handle tx, List<Versioned> told, Instant now) {
        tx.createUpdate("""
                        INSERT INTO roster_student AS t (student_id, enrolments, person_mark, erased, version, person_key,
                            person_version, recorded_at)
                        SELECT *, CAST(:now AS timestamptz)
                        FROM unnest(:ids, :enrolments, :marks, :erased, :versions, :keys, :personVersions)
                        ON CONFLICT (student_id) DO UPDATE SET enrolments = excluded.enrolments,
                            person_mark = excluded.person_mark, erased = excluded.erased, version = excluded.version,
                            person_key = excluded.person_key, person_version = excluded.person_version,
                            recorded_at = excluded.recorded_at""")
                .bindArray(
                        "ids",
                        String.class,
                        told.stream().map(Versioned::studentId).toList())
                .bindArray(
                        "enrolments",
                        String.class,
                        told.stream().map(ToldStudents::enrolments).toList())
                .bindArray(
                        "marks",
                        String.class,
                        told.stream().map(each -> each.told().personMark()).toArray())
                .bindArray(
                        "erased",
                        Boolean.class,
                        told.stream().map(each -> each.told().erased()).toList())
                .bindArray(
                        "versions",
                        Long.class,
                        told.stream().map(Versioned::version).toList())
                .bindArray(
                        "keys",
                        String.class,
                        told.stream().map(ToldStudents::key).toArray())
                .bindArray(
                        "personVersions",
                        Long.class,
                        told.stream().map(ToldStudents::personVersion).toArray())
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    private static String enrolments(Versioned told) {
        return new String(EventJson.write(told.told().enrolments()), StandardCharsets.UTF_8);
    }
}
