package org.secondperiod.system.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A OneRoster zip of students of one school, each with a family of their own. Of the n-th student s-n there are the mother m-n, with
 * whom one speaks Spanish, through an interpreter; the father f-n, whom nobody may call; and the grandmother g-n, with whom one speaks
 * English, through an interpreter too.
 */
final class FamilyRoster {

    private FamilyRoster() {}

    static String student(int n) {
        return "s-" + n;
    }

    static String mother(int n) {
        return "m-" + n;
    }

    /** The mother's number, as it is shown. */
    static String mothersNumber(int n) {
        return "(718) 555-01%02d".formatted(n);
    }

    /** The mother's number, as it is dialled (E.164). */
    static String mothersDialled(int n) {
        return "+171855501%02d".formatted(n);
    }

    /**
     * Writes it into a new file.
     *
     * @param families how many, up to 99
     */
    static Path write(String school, int families) throws IOException {
        var file = Files.createTempFile("families", ".zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file), UTF_8)) {
            entry(zip, "manifest.csv", """
                    propertyName,value
                    manifest.version,1.0
                    oneroster.version,1.1
                    file.orgs,bulk
                    file.users,bulk
                    """);
            entry(zip, "orgs.csv", "sourcedId,name,type\n" + school + ",Maple School,school\n");
            entry(
                    zip,
                    "users.csv",
                    "sourcedId,givenName,familyName,role,orgSourcedIds,grades,agentSourcedIds,phone,"
                            + "metadata.secondperiod.pronunciation,metadata.secondperiod.language\n"
                            + each(families, n -> users(school, n)));
            entry(
                    zip,
                    "secondperiod_contacts.csv",
                    "studentSourcedId,guardianSourcedId,relation,order,restriction,doNotCall,phoneType,language,interpreter\n"
                            + each(families, FamilyRoster::contacts));
        }
        return file;
    }

    private static String each(int families, IntFunction<String> rows) {
        return IntStream.rangeClosed(1, families).mapToObj(rows).collect(Collectors.joining());
    }

    private static String users(String school, int n) {
        return """
                s-%1$d,Xóchitl,Ramos-%1$d,student,%2$s,10,"m-%1$d,f-%1$d,g-%1$d",,SO-cheel,es
                m-%1$d,Rosa,Ramos,guardian,%2$s,,,%3$s,,
                f-%1$d,Luis,Ramos,guardian,%2$s,,,(718) 555-03%1$02d,,
                g-%1$d,Elena,Ramos,guardian,%2$s,,,(718) 555-02%1$02d,,
                """.formatted(n, school, mothersNumber(n));
    }

    private static String contacts(int n) {
        return """
                s-%1$d,m-%1$d,mother,1,none,false,mobile,es,true
                s-%1$d,f-%1$d,father,2,no-contact,false,mobile,,false
                s-%1$d,g-%1$d,grandmother,3,none,false,home,en,true
                """.formatted(n);
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(UTF_8));
    }
}
