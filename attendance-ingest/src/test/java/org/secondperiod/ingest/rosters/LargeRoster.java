package org.secondperiod.ingest.rosters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a OneRoster 1.1 archive of any size without holding it: for every ten users four students, five guardians and one
 * teacher; schools of 500 students; seven classes a student.
 */
final class LargeRoster {

    private static final int SCHOOL = 500;
    private static final int CLASSES_A_STUDENT = 7;
    private static final int CLASS = 25;

    private final int students;

    LargeRoster(int users) {
        this.students = users * 4 / 10;
    }

    int students() {
        return students;
    }

    void write(Path file) {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file));
                Writer out = new java.io.OutputStreamWriter(zip, StandardCharsets.UTF_8)) {
            entry(
                    zip,
                    out,
                    "manifest.csv",
                    "propertyName,value\noneroster.version,1.1\nfile.orgs,bulk\nfile.users,bulk\n"
                            + "file.classes,bulk\nfile.enrollments,bulk\n");
            entry(zip, out, "orgs.csv", "sourcedId,name,type\n");
            for (int school = 0; school * SCHOOL < students; school++) {
                out.write("S%d,School %d,school\n".formatted(school, school));
            }
            entry(
                    zip,
                    out,
                    "users.csv",
                    "sourcedId,role,orgSourcedIds,givenName,familyName,agentSourcedIds,grades,phone\n");
            for (int i = 0; i < students; i++) {
                student(out, i);
            }
            entry(zip, out, "classes.csv", "sourcedId,title,schoolSourcedId,periods\n");
            for (int i = 0; i < students; i += CLASS) {
                classes(out, i);
            }
            entry(zip, out, "enrollments.csv", "sourcedId,classSourcedId,schoolSourcedId,userSourcedId,role,primary\n");
            for (int i = 0; i < students; i++) {
                seats(out, i);
            }
            out.flush();
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void student(Writer out, int i) throws IOException {
        int school = i / SCHOOL;
        out.write("A%d,student,S%d,Given%d,Family%d,\"P%d,Q%d\",%02d,718%07d\n"
                .formatted(i, school, i, i / 3, i, i, 9 + i % 4, i));
        out.write("P%d,parent,,Parent%d,Family%d,,,212%07d\n".formatted(i, i, i / 3, i));
        if (i % 4 == 0) {
            out.write("Q%d,relative,,Relative%d,Family%d,,,347%07d\n".formatted(i, i, i / 3, i));
            out.write("T%d,teacher,S%d,Teacher%d,Staff%d,,,\n".formatted(i, school, i, i));
        }
    }

    private static void classes(Writer out, int i) throws IOException {
        for (int period = 1; period <= CLASSES_A_STUDENT; period++) {
            out.write("C%d-%d,Class %d,S%d,%d\n".formatted(i, period, period, i / SCHOOL, period));
        }
    }

    private static void seats(Writer out, int i) throws IOException {
        int first = i / CLASS * CLASS;
        for (int period = 1; period <= CLASSES_A_STUDENT; period++) {
            out.write("E%d-%d,C%d-%d,S%d,A%d,student,\n".formatted(i, period, first, period, i / SCHOOL, i));
            if (i == first) {
                out.write("L%d-%d,C%d-%d,S%d,T%d,teacher,true\n"
                        .formatted(i, period, first, period, i / SCHOOL, i / 4 * 4));
            }
        }
    }

    private static void entry(ZipOutputStream zip, Writer out, String name, String start) throws IOException {
        out.flush();
        zip.putNextEntry(new ZipEntry(name));
        out.write(start);
    }
}
