package org.secondperiod.outreach.roster.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.secondperiod.kit.cipher.PeopleCipher;
import org.secondperiod.kit.cipher.SealedColumn;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.outreach.facts.db.Columns;

/** People, encrypted as they came. */
@ApplicationScoped
public class PersonStore {

    /** As the values of {@code roster.people.v1} are bound. */
    public static final SealedColumn PERSON = SealedColumn.of("person", "encrypted", "jsonb", "student_id")
            .boundTo(PeopleCipher.CONTEXT, "student_id");

    private static final String UPSERT = """
            INSERT INTO person (student_id, version, encrypted)
            SELECT * FROM unnest(CAST(:students AS text[]), CAST(:versions AS bigint[]), CAST(:encrypted AS jsonb[]))
                AS n(id) ORDER BY n.id
            ON CONFLICT (student_id) DO UPDATE SET version = excluded.version, encrypted = excluded.encrypted
            WHERE person.version < excluded.version
                OR person.version = 0 AND excluded.version = 0
            """;

    /** A person's ciphertext as JSON, and its version; 0 where the value does not say it, and then the later one counts. */
    public record Sealed(StudentId student, long version, String encrypted) {}

    /** Keeps what is newer than what is known; one per student. */
    public void put(Handle tx, Collection<Sealed> people) {
        if (!people.isEmpty()) {
            var upsert = tx.createUpdate(UPSERT);
            Columns.bind(upsert, "students", people, Sealed::student);
            Columns.bind(upsert, "versions", people, Sealed::version);
            Columns.bind(upsert, "encrypted", people, Sealed::encrypted);
            upsert.execute();
        }
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
