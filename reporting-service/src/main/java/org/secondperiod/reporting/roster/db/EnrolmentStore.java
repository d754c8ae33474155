package org.secondperiod.reporting.roster.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.secondperiod.reporting.arithmetic.Span;
import org.secondperiod.reporting.facts.db.Columns;
import org.secondperiod.reporting.roster.Enrolled;
import org.secondperiod.reporting.roster.Enrolment;
import org.secondperiod.reporting.roster.Enrolment.InYear;
import org.secondperiod.reporting.roster.PlaceTold;

/** When students were enrolled where. */
@ApplicationScoped
public class EnrolmentStore {

    /** A student's enrolments, sorted by school and entry. */
    public record OfStudent(String studentId, List<Enrolment> enrolments) {

        /** Those at the school in a school year, as they were then. @param days from the year's first day of school to its last */
        public List<InYear> at(String schoolId, Span days) {
            return enrolments.stream()
                    .filter(one -> one.schoolId().equals(schoolId))
                    .flatMap(one -> one.in(days).stream())
                    .toList();
        }

        /** The same, as far as places had been told by the end of this date. */
        public OfStudent toldBy(LocalDate date) {
            return new OfStudent(
                    studentId,
                    enrolments.stream()
                            .flatMap(one -> one.toldBy(date).stream())
                            .toList());
        }
    }

    private record Row(String studentId, Enrolment enrolment) {

        Enrolled enrolled() {
            return enrolment.enrolled();
        }

        List<String> groups() {
            return enrolment.places().getLast().groups();
        }
    }

    /** These students have these enrolments, and no others. */
    public void replace(Handle tx, Collection<OfStudent> students) {
        List<Row> rows = new ArrayList<>();
        for (OfStudent student : students) {
            student.enrolments().forEach(one -> rows.add(new Row(student.studentId(), one)));
        }
        tx.createUpdate("DELETE FROM enrolment WHERE student_id = ANY(:students)")
                .bindArray(
                        "students",
                        String.class,
                        students.stream().map(OfStudent::studentId).toList())
                .execute();
        var insert = tx.createUpdate("""
                INSERT INTO enrolment (student_id, school_id, entry_day, exit_day, grade, homeroom, first_period, groups,
                    places)
                SELECT * FROM unnest(:students, :schools, CAST(:entries AS date[]), CAST(:exits AS date[]), :grades, :homerooms,
                    :periods, CAST(:groups AS jsonb[]), CAST(:places AS jsonb[]))""");
        Columns.bind(insert, "students", rows, Row::studentId);
        Columns.bind(insert, "schools", rows, row -> row.enrolled().schoolId());
        Columns.bind(insert, "entries", rows, row -> row.enrolled().span().entry());
        Columns.bind(insert, "exits", rows, row -> row.enrolled().span().exit());
        Columns.bind(insert, "grades", rows, row -> row.enrolled().grade());
        Columns.bind(insert, "homerooms", rows, row -> row.enrolled().homeroom());
        Columns.bind(insert, "periods", rows, row -> row.enrolled().firstPeriod());
        Columns.bind(insert, "groups", rows, row -> StoredRoster.write(row.groups()));
        Columns.bind(
                insert,
                "places",
                rows,
                row -> StoredRoster.writePlaces(row.enrolment().places()));
        insert.execute();
    }

    /** The enrolments of these students; a student without any is not in it. */
    public Map<String, OfStudent> of(Handle tx, Collection<String> students) {
        Map<String, OfStudent> found = new HashMap<>();
        tx.createQuery(
                        "SELECT * FROM enrolment WHERE student_id = ANY(:students) ORDER BY student_id, school_id, entry_day")
                .bindArray("students", String.class, List.copyOf(students))
                .map((row, context) -> new Row(row.getString("student_id"), enrolment(row)))
                .forEach(row -> found.computeIfAbsent(
                                row.studentId(), student -> new OfStudent(student, new ArrayList<>()))
                        .enrolments()
                        .add(row.enrolment()));
        return found;
    }

    private static Enrolment enrolment(ResultSet row) throws SQLException {
        Enrolled told = enrolled(row);
        List<PlaceTold> places = StoredRoster.places(row.getString("places"));
        return new Enrolment(
                told,
                places.isEmpty()
                        ? List.of(new PlaceTold(
                                Span.ALWAYS,
                                told.grade(),
                                told.homeroom(),
                                told.firstPeriod(),
                                StoredRoster.texts(row.getString("groups"))))
                        : places);
    }

    private static Enrolled enrolled(ResultSet row) throws SQLException {
        return new Enrolled(
                row.getString("school_id"),
                new Span(row.getObject("entry_day", LocalDate.class), row.getObject("exit_day", LocalDate.class)),
                row.getString("grade"),
                row.getString("homeroom"),
                row.getString("first_period"));
    }
}
