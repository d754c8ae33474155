package org.secondperiod.local.district;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Month;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes a roster as a OneRoster 1.2 CSV zip, bulk, with this product's extension columns and side file. Rows are
 * written as they come: memory stays flat. Equal content makes equal bytes.
 */
public final class RosterZip {

    private static final String COURSE = "general";

    private final SchoolYear year;

    /** @param day any day of the school year that the roster is for */
    public RosterZip(LocalDate day) {
        this.year = SchoolYear.of(day);
    }

    /** The year runs from September to June, for a day of the summer to August; the roster's end date is exclusive. */
    private record SchoolYear(int endsIn, LocalDate start, LocalDate end) {

        static SchoolYear of(LocalDate day) {
            int endsIn = day.getMonth().compareTo(Month.SEPTEMBER) >= 0 ? day.getYear() + 1 : day.getYear();
            LocalDate summer = LocalDate.of(endsIn, Month.JULY, 1);
            return new SchoolYear(
                    endsIn,
                    LocalDate.of(endsIn - 1, Month.SEPTEMBER, 1),
                    day.isBefore(summer) ? summer : summer.plusMonths(2));
        }
    }

    public Path write(RosterContent content, Path file) {
        try (OutputStream out = Files.newOutputStream(file)) {
            write(content, out);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(RosterContent content, OutputStream out) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            file(zip, "manifest.csv", "propertyName,value", manifest());
            file(
                    zip,
                    "academicSessions.csv",
                    "sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear",
                    Stream.of(row("year", "", "", "School year", "schoolYear", year.start, year.end, "", year.endsIn)));
            file(
                    zip,
                    "orgs.csv",
                    "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId",
                    content.orgs().map(org -> row(org.id(), "", "", org.name(), org.type(), org.id(), org.parentId())));
            file(
                    zip,
                    "courses.csv",
                    "sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,grades,orgSourcedId,subjects,subjectCodes",
                    content.orgs()
                            .filter(org -> !"school".equals(org.type()))
                            .map(org -> row(COURSE, "", "", "year", "Course", "C", "", org.id(), "", "")));
            file(
                    zip,
                    "classes.csv",
                    "sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods",
                    content.classes()
                            .map(one -> row(
                                    one.id(),
                                    "",
                                    "",
                                    one.title(),
                                    "",
                                    COURSE,
                                    one.code(),
                                    "scheduled",
                                    "",
                                    one.schoolId(),
                                    "year",
                                    "",
                                    "",
                                    one.period())));
            users(content, zip);
            file(
                    zip,
                    "roles.csv",
                    "sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId",
                    content.roles()
                            .map(role -> row(
                                    "role-" + role.userId(),
                                    "",
                                    "",
                                    role.userId(),
                                    "primary",
                                    role.role(),
                                    year.start,
                                    "",
                                    role.orgId(),
                                    "")));
            file(
                    zip,
                    "enrollments.csv",
                    "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate",
                    content.enrollments()
                            .map(one -> row(
                                    "e-" + one.classId() + "-" + one.userId(),
                                    "",
                                    "",
                                    one.classId(),
                                    one.schoolId(),
                                    one.userId(),
                                    one.role(),
                                    "teacher".equals(one.role()) ? "true" : "",
                                    year.start,
                                    "")));
            file(
                    zip,
                    "secondperiod_contacts.csv",
                    "studentSourcedId,guardianSourcedId,relation,order,restriction,language,phoneType,doNotCall,interpreter,consent",
                    content.contacts()
                            .map(contact -> row(
                                    contact.studentId(),
                                    contact.link().guardianId(),
                                    contact.link().relation(),
                                    contact.link().order(),
                                    contact.link().restriction(),
                                    contact.link().language(),
                                    contact.link().phoneType(),
                                    contact.link().doNotCall(),
                                    contact.link().interpreter(),
                                    contact.link().consent() ? "true" : "")));
        }
    }

    private void users(RosterContent content, ZipOutputStream zip) throws IOException {
        file(
                zip,
                "users.csv",
                "sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password,userMasterIdentifier,preferredGivenName,preferredMiddleName,preferredFamilyName,primaryOrgSourcedId,pronouns,"
                        + "metadata.secondperiod.badges,metadata.secondperiod.language,metadata.secondperiod.firstPeriod,metadata.secondperiod.pronunciation,metadata.secondperiod.homeroom,metadata.secondperiod.groups,metadata.secondperiod.ofAge",
                content.users()
                        .map(user -> row(
                                user.id(),
                                "",
                                "",
                                "true",
                                user.id(),
                                "",
                                user.givenName(),
                                user.familyName(),
                                "",
                                user.id(),
                                "",
                                "",
                                user.phone(),
                                String.join(",", user.agentIds()),
                                user.grade(),
                                "",
                                "",
                                user.preferredGivenName(),
                                "",
                                "",
                                user.primaryOrgId(),
                                "",
                                user.badge(),
                                user.language(),
                                user.firstPeriod(),
                                user.pronunciation(),
                                user.homeroom(),
                                String.join(";", user.groups()),
                                user.isOfAge() ? "true" : "")));
    }

    private Stream<List<String>> manifest() {
        Stream<List<String>> head = Stream.of(
                row("manifest.version", "1.0"),
                row("oneroster.version", "1.2"),
                row("source.systemName", "Second Period demo"),
                row("source.systemCode", "second-period-demo"));
        Stream<List<String>> bulk = Stream.of(
                        "academicSessions", "classes", "courses", "enrollments", "orgs", "roles", "users")
                .map(name -> row("file." + name, "bulk"));
        Stream<List<String>> absent = Stream.of(
                        "categories",
                        "classResources",
                        "courseResources",
                        "demographics",
                        "lineItemLearningObjectiveIds",
                        "lineItems",
                        "lineItemScoreScales",
                        "resources",
                        "resultLearningObjectiveIds",
                        "results",
                        "resultScoreScales",
                        "scoreScales",
                        "userProfiles",
                        "userResources")
                .map(name -> row("file." + name, "absent"));
        return Stream.of(head, bulk, absent).flatMap(rows -> rows);
    }

    private static List<String> row(@Nullable Object... values) {
        return Arrays.stream(values)
                .map(value -> value == null ? "" : value.toString())
                .toList();
    }

    private static void file(ZipOutputStream zip, String name, String header, Stream<List<String>> rows)
            throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0);
        zip.putNextEntry(entry);
        Writer writer = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
        CsvWriter csv = CsvWriter.builder().build(writer);
        csv.writeRecord(header.split(",", -1));
        rows.forEach(csv::writeRecord);
        csv.flush();
        zip.closeEntry();
    }
}
