package org.secondperiod.outreach.groupnotes.db;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.secondperiod.kit.cipher.SealedColumn;
import org.secondperiod.kit.cipher.SealedText;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.outreach.facts.db.Columns;
import org.secondperiod.outreach.groupnotes.GroupNote;
import org.secondperiod.outreach.groupnotes.GroupReason;
import org.secondperiod.outreach.schooldays.SchoolOnDay;
import org.secondperiod.outreach.visibility.SchoolScope;
import org.secondperiod.outreach.whereabouts.StudentAtSchool;

/** Group notes. */
@ApplicationScoped
public class GroupNoteStore {

    public static final SealedColumn TEXT = SealedColumn.of("group_note", "text_sealed", "jsonb", "note_id");

    private final SealedText texts;

    GroupNoteStore(SealedText texts) {
        this.texts = texts;
    }

    /** Adds a note about these students. */
    public void add(Handle tx, GroupNote note, Collection<StudentId> students) {
        tx.createUpdate("""
                        INSERT INTO group_note (note_id, school_id, school_day, reason, text_sealed, written_by, written_at, version)
                        VALUES (:id, :school, CAST(:day AS date), :reason, CAST(:text AS jsonb), :by, :at, 1)
                        """)
                .bind("id", note.noteId())
                .bind("school", note.of().school().value())
                .bind("day", note.of().day().toString())
                .bind("reason", note.reason().name())
                .bind("text", texts.seal(TEXT.row(note.noteId()), note.text()))
                .bind("by", note.writtenBy())
                .bind("at", note.writtenAt().atOffset(ZoneOffset.UTC))
                .execute();
        var insert = tx.createUpdate("""
                INSERT INTO group_note_student (note_id, student_id, school_id, school_day)
                SELECT :id, s.id, :school, CAST(:day AS date) FROM unnest(CAST(:students AS text[])) AS s(id)
                """);
        Columns.bind(insert, "students", students)
                .bind("id", note.noteId())
                .bind("school", note.of().school().value())
                .bind("day", note.of().day().toString())
                .execute();
    }

    /** One note. */
    public Optional<GroupNote> byId(Handle tx, String noteId) {
        return tx.createQuery("SELECT * FROM group_note WHERE note_id = :id FOR UPDATE")
                .bind("id", noteId)
                .map((row, context) -> note(row))
                .findOne();
    }

    /** Takes one back. */
    public void takeBack(Handle tx, String noteId, String by, Instant at) {
        tx.createUpdate("""
                        UPDATE group_note SET taken_back_by = :by, taken_back_at = :at, version = version + 1
                        WHERE note_id = :id AND taken_back_at IS NULL
                        """)
                .bind("id", noteId)
                .bind("by", by)
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** Those of a day that stand. */
    public List<GroupNote> of(Handle handle, SchoolScope scope, SchoolDay day) {
        var query = handle.createQuery("""
                SELECT * FROM group_note WHERE (:all OR school_id = ANY (:schools)) AND school_day = CAST(:day AS date)
                    AND taken_back_at IS NULL ORDER BY written_at, note_id
                """);
        Columns.bind(query, "schools", scope.schools());
        return query.bind("all", scope.all())
                .bind("day", day.toString())
                .map((row, context) -> note(row))
                .list();
    }

    /** Those about a student that stand. */
    public List<GroupNote> of(Handle handle, StudentAtSchool of) {
        return handle.createQuery("""
                        SELECT n.* FROM group_note_student s JOIN group_note n ON n.note_id = s.note_id
                        WHERE s.student_id = :student AND s.school_id = :school AND s.school_day = CAST(:day AS date)
                            AND n.taken_back_at IS NULL ORDER BY n.written_at, n.note_id
                        """)
                .bind("student", of.student().value())
                .bind("school", of.school().value())
                .bind("day", of.day().toString())
                .map((row, context) -> note(row))
                .list();
    }

    /** Whom these notes are about. */
    public Map<String, List<StudentId>> about(Handle handle, Collection<String> notes) {
        var query = handle.createQuery(
                "SELECT note_id, student_id FROM group_note_student WHERE note_id = ANY (:ids) ORDER BY student_id");
        Columns.bind(query, "ids", notes);
        return query.map((row, context) -> Map.entry(row.getString(1), new StudentId(row.getString(2)))).stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    /** How many students each of these notes is about. */
    public Map<String, Integer> students(Handle handle, Collection<String> notes) {
        var query = handle.createQuery(
                "SELECT note_id, count(*) FROM group_note_student WHERE note_id = ANY (:ids) GROUP BY note_id");
        Columns.bind(query, "ids", notes);
        return query.map((row, context) -> Map.entry(row.getString(1), row.getInt(2))).stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The students of these tasks, of those that are of that school and day. */
    public List<StudentId> studentsOf(Handle handle, SchoolOnDay of, Collection<String> tasks) {
        var query = handle.createQuery("""
                SELECT DISTINCT student_id FROM call_task WHERE task_id = ANY (:tasks) AND school_id = :school
                    AND school_day = CAST(:day AS date)
                """);
        return Columns.bind(query, "tasks", tasks)
                .bind("school", of.school().value())
                .bind("day", of.day().toString())
                .map((row, context) -> new StudentId(row.getString(1)))
                .list();
    }

    private GroupNote note(ResultSet row) throws SQLException {
        String id = row.getString("note_id");
        OffsetDateTime takenBack = row.getObject("taken_back_at", OffsetDateTime.class);
        return new GroupNote(
                id,
                new SchoolOnDay(
                        new SchoolId(row.getString("school_id")),
                        SchoolDay.of(row.getObject("school_day", LocalDate.class))),
                GroupReason.valueOf(row.getString("reason")),
                Objects.requireNonNull(texts.open(TEXT.row(id), row.getString("text_sealed"), null)),
                row.getString("written_by"),
                row.getObject("written_at", OffsetDateTime.class).toInstant(),
                takenBack == null ? null : takenBack.toInstant(),
                row.getLong("version"));
    }
}
