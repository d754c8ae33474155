package org.secondperiod.system.rosters;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a OneRoster 1.1 archive of any size without holding it: students with two guardians each, a teacher for 25 students,
 * seven classes a student, schools of 500.
 */
record LargeRoster(int students) {

    private static final int SCHOOL = 500;
    private static final int CLASSES_A_STUDENT = 7;
    private static final int CLASS = 25;

    void write(Path file) {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file));
                Writer out = new OutputStreamWriter(zip, StandardCharsets.UTF_8)) {
            begin(
                    zip,
                    out,
                    "manifest.csv",
                    "propertyName,value\noneroster.version,1.1\nfile.orgs,bulk\nfile.users,bulk\n"
                            + "file.classes,bulk\nfile.enrollments,bulk\n");
            begin(zip, out, "orgs.csv", "sourcedId,name,type\n");
            for (int school = 0; school * SCHOOL < students; school++) {
                out.write("S" + school + ",School " + school + ",school\n");
            }
            begin(
                    zip,
                    out,
                    "users.csv",
                    "sourcedId,role,orgSourcedIds,givenName,familyName,agentSourcedIds,grades,phone\n");
            for (int i = 0; i < students; i++) {
                users(out, i);
            }
            begin(zip, out, "classes.csv", "sourcedId,title,schoolSourcedId,periods\n");
            for (int i = 0; i < students; i += CLASS) {
                classes(out, i);
            }
            begin(zip, out, "enrollments.csv", "sourcedId,classSourcedId,schoolSourcedId,userSourcedId,role,primary\n");
            for (int i = 0; i < students; i++) {
                enrollments(out, i);
            }
            out.flush();
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void users(Writer out, int i) throws IOException {
        int school = i / SCHOOL;
        String family = ",Family" + i / 3 + ",";
        out.write("A" + i + ",student,S" + school + ",Given" + i + family + "\"P" + i + ",Q" + i + "\",0" + (1 + i % 9)
                + "," + number("718", i) + "\n");
        out.write("P" + i + ",parent,,Parent" + i + family + ",," + number("212", i) + "\n");
        out.write("Q" + i + ",relative,,Relative" + i + family + ",," + number("347", i) + "\n");
        if (i % CLASS == 0) {
            out.write("T" + i + ",teacher,S" + school + ",Teacher" + i + ",Staff" + i + ",,,\n");
        }
    }

    private static void classes(Writer out, int i) throws IOException {
        for (int period = 1; period <= CLASSES_A_STUDENT; period++) {
            out.write("C" + i + "-" + period + ",Class " + period + ",S" + i / SCHOOL + "," + period + "\n");
        }
    }

    private static void enrollments(Writer out, int i) throws IOException {
        int first = i / CLASS * CLASS;
        for (int period = 1; period <= CLASSES_A_STUDENT; period++) {
            String at = "-" + period + ",C" + first + "-" + period + ",S" + i / SCHOOL;
            out.write("E" + i + at + ",A" + i + ",student,\n");
            if (i == first) {
                out.write("L" + i + at + ",T" + i + ",teacher,true\n");
            }
        }
    }

    private static String number(String area, int i) {
        return area + (2_000_000 + i % 8_000_000);
    }

    private static void begin(ZipOutputStream zip, Writer out, String name, String start) throws IOException {
        out.flush();
        zip.putNextEntry(new ZipEntry(name));
        out.write(start);
    }
}
