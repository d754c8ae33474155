package org.secondperiod.outreach.roster.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.cipher.PeopleCipher;
import org.secondperiod.kit.cipher.SealedColumn;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.outreach.facts.db.Columns;

/** People, encrypted as they came. */
@ApplicationScoped
public class PersonStore {

    /** As the values of {@code roster.people.v1} are bound. */
    public static final SealedColumn PERSON =
            SealedColumn.of("person", "encrypted", "jsonb", "student_id").boundTo(PeopleCipher.CONTEXT, "student_id");

    private static final String UPSERT = """
            INSERT INTO person (student_id, version, encrypted, numbers_under, student_first)
            SELECT * FROM unnest(CAST(:students AS text[]), CAST(:versions AS bigint[]), CAST(:encrypted AS jsonb[]),
                CAST(:under AS text[]), CAST(:first AS boolean[])) AS n(id) ORDER BY n.id
            ON CONFLICT (student_id) DO UPDATE
            SET version = excluded.version, encrypted = excluded.encrypted, numbers_under = excluded.numbers_under,
                student_first = excluded.student_first
            WHERE person.version < excluded.version
                OR person.version = 0 AND excluded.version = 0
            RETURNING student_id
            """;

    /** A person's ciphertext as JSON, and its version; 0 where the value does not say it, and then the later one counts. */
    public record Sealed(StudentId student, long version, String encrypted) {}

    /**
     * What is kept of an opened person beside the ciphertext.
     *
     * @param under with which index key the entries of the numbers are made; null where they cannot be
     * @param studentFirst the district calls the student, who is of age
     */
    public record Indexed(@Nullable String under, boolean studentFirst) {}

    /**
     * Keeps what is newer than what is known; one per student.
     *
     * @return the students who were newer
     */
    public Set<StudentId> put(Handle tx, Collection<Sealed> people, Function<StudentId, Indexed> indexed) {
        if (people.isEmpty()) {
            return Set.of();
        }
        var upsert = tx.createQuery(UPSERT);
        Columns.bind(upsert, "students", people, Sealed::student);
        Columns.bind(upsert, "versions", people, Sealed::version);
        Columns.bind(upsert, "encrypted", people, Sealed::encrypted);
        Columns.bind(
                upsert,
                "under",
                people,
                person -> indexed.apply(person.student()).under());
        Columns.bind(
                upsert,
                "first",
                people,
                person -> indexed.apply(person.student()).studentFirst());
        return upsert.map((row, context) -> new StudentId(row.getString(1))).set();
    }

    /** Some people whose numbers are not under this index key, in order, locked; those that somebody else holds are left out. */
    public Map<StudentId, String> notIndexedUnder(Handle tx, String under, String after, int most) {
        Map<StudentId, String> people = new LinkedHashMap<>();
        tx.createQuery("""
                        SELECT student_id, encrypted FROM person
                        WHERE numbers_under IS DISTINCT FROM :under AND student_id > :after
                        ORDER BY student_id LIMIT :most FOR UPDATE SKIP LOCKED
                        """)
                .bind("under", under)
                .bind("after", after)
                .bind("most", most)
                .map((row, context) -> Map.entry(new StudentId(row.getString(1)), row.getString(2)))
                .forEach(entry -> people.put(entry.getKey(), entry.getValue()));
        return people;
    }

    /** The entries of these people's numbers are made now. */
    public void indexed(Handle tx, Map<StudentId, Indexed> indexed) {
        if (indexed.isEmpty()) {
            return;
        }
        var update = tx.createUpdate("""
                UPDATE person p SET numbers_under = n.under, student_first = n.first
                FROM unnest(CAST(:students AS text[]), CAST(:under AS text[]), CAST(:first AS boolean[]))
                    AS n(id, under, first)
                WHERE p.student_id = n.id
                """);
        Columns.bind(update, "students", indexed.keySet());
        Columns.bind(update, "under", indexed.values(), Indexed::under);
        Columns.bind(update, "first", indexed.values(), Indexed::studentFirst).execute();
    }

    /** Erases these people. */
    public void forget(Handle tx, Collection<StudentId> students) {
        if (!students.isEmpty()) {
            var delete = tx.createUpdate("DELETE FROM person WHERE student_id = ANY (:students)");
            Columns.bind(delete, "students", students).execute();
        }
    }

    /** The ciphertexts of these students, as JSON. */
    public Map<StudentId, String> load(Handle tx, Collection<StudentId> students) {
        var query = tx.createQuery("SELECT student_id, encrypted FROM person WHERE student_id = ANY (:students)");
        Columns.bind(query, "students", students);
        Map<StudentId, String> people = new HashMap<>();
        query.map((row, context) -> Map.entry(new StudentId(row.getString(1)), row.getString(2)))
                .forEach(entry -> people.put(entry.getKey(), entry.getValue()));
        return people;
    }
}
