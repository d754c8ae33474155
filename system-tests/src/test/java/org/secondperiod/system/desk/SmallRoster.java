package org.secondperiod.system.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A OneRoster zip of three students of one school, two of one name, and of a fourth who cannot be used. */
final class SmallRoster {

    private SmallRoster() {}

    static FilePayload of(String school) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, UTF_8)) {
            file(zip, "manifest.csv", """
                    propertyName,value
                    manifest.version,1.0
                    oneroster.version,1.1
                    file.orgs,bulk
                    file.users,bulk
                    """);
            file(zip, "orgs.csv", "sourcedId,name,type\n" + school + ",Maple School,school\n");
            file(zip, "users.csv", """
                    sourcedId,givenName,familyName,role,orgSourcedIds,grades
                    s-1,Ana,Reyes,student,%1$s,09
                    s-2,Luis,Reyes,student,%1$s,09
                    s-3,Luis,Reyes,student,%1$s,11
                    s-4,Eva,Soto,pupil,%1$s,10
                    """.formatted(school));
        }
        return new FilePayload("roster.zip", "application/zip", bytes.toByteArray());
    }

    private static void file(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(UTF_8));
    }
}
