package org.secondperiod.system.faults;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.secondperiod.system.Canaries;

/** A roster of two students with everything that is known of people, and others with names and numbers in wrong places. */
final class CanaryRoster {

    static final String SCHOOL = "S-CANARY";
    static final String STUDENT = "canary-1";
    static final String OTHER = "canary-2";

    private static final String USERS =
            "sourcedId,givenName,familyName,role,orgSourcedIds,grades,agentSourcedIds,preferredGivenName,phone,sms,"
                    + "metadata.secondperiod.pronunciation,metadata.secondperiod.language\n";
    private static final String CONTACTS =
            "studentSourcedId,guardianSourcedId,relation,order,restriction,doNotCall,phoneType,language,interpreter\n";

    private final Canaries canaries;

    CanaryRoster(Canaries canaries) {
        this.canaries = canaries;
    }

    /** As it should be. @param round changes a name, so that there is something to tell */
    byte[] good(int round) {
        return zip(
                USERS + student(STUDENT, round) + student(OTHER, round) + guardian(),
                CONTACTS + STUDENT + ",g-canary,mother,1,\"" + word("words of a court order")
                        + "\",true,mobile,es,true\n");
    }

    /** Rows in which names, numbers and notes stand where something else should. */
    byte[] bad() {
        var name = word("name in a wrong column");
        var number = canaries.number("number in a wrong column");
        return zip(
                USERS + student(STUDENT, 0)
                        + name + " x,a,b,student," + SCHOOL + ",9,,,,,,\n"
                        + "canary-3," + name + ",b," + name + "," + SCHOOL + ",9,,,,,,\n"
                        + "canary-4," + name + ",b,student," + SCHOOL + ",9," + number + ",,\"" + name + "\"," + number
                        + ",,xx-" + name + "\n"
                        + "canary-5,\"" + name + "\"x,b,student," + SCHOOL + ",9,,,,,,\n"
                        + "canary-6," + name + ",b,student," + SCHOOL + ",9,,,,,,," + name + "," + number + "\n",
                CONTACTS + name + " y,g-canary,mother,1,none,false,mobile,es,false\n"
                        + STUDENT + ",g-canary," + word("relation") + "," + name + ",none," + name + "," + name + ","
                        + name
                        + "," + number + "\n");
    }

    /** A file whose first row is a person and not what its columns are. */
    byte[] withoutHeader() {
        return zip(student(STUDENT, 0), STUDENT + ",g-canary," + word("relation") + ",1,none,false,mobile,es,false\n");
    }

    private String word(String what) {
        return canaries.word(what);
    }

    private String student(String id, int round) {
        return String.join(
                        ",",
                        id,
                        word("given name"),
                        word("family name") + "-" + round,
                        "student",
                        SCHOOL,
                        "9",
                        "g-canary",
                        word("preferred name"),
                        canaries.number("student's number"),
                        canaries.number("student's number for texts"),
                        word("pronunciation"),
                        "es")
                + "\n";
    }

    private String guardian() {
        return String.join(
                        ",",
                        "g-canary",
                        word("guardian's given name"),
                        word("guardian's family name"),
                        "guardian",
                        SCHOOL,
                        "",
                        "",
                        "",
                        canaries.number("guardian's number"),
                        "",
                        "",
                        "")
                + "\n";
    }

    private static byte[] zip(String users, String contacts) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("manifest.csv", """
                propertyName,value
                manifest.version,1.0
                oneroster.version,1.1
                file.orgs,bulk
                file.users,bulk
                """);
        files.put("orgs.csv", "sourcedId,name,type\n" + SCHOOL + ",A school,school\n");
        files.put("users.csv", users);
        files.put("secondperiod_contacts.csv", contacts);
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
