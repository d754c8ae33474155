package org.secondperiod.local.exports;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.secondperiod.local.api.Api;
import org.secondperiod.local.api.Json;
import org.secondperiod.local.stack.Part;
import org.secondperiod.local.stack.StackException;

/**
 * All that every service holds of one student.
 *
 * @param parts what each service holds, by its name
 */
public record StudentExport(String studentId, Map<String, JsonNode> parts) {

    /** Asks every service that has a database. */
    public static StudentExport of(String student, Api admin) {
        Map<String, JsonNode> parts = new LinkedHashMap<>();
        Part.services().stream()
                .filter(service -> service.database().isPresent())
                .forEach(service ->
                        parts.put(service.label(), admin.get(service, "/v1/students/" + student + "/export")));
        return new StudentExport(student, parts);
    }

    /** Writes it into a file that only its owner reads; never over one that is there. */
    public void write(Path file) {
        String json = Json.pretty(Map.of("studentId", studentId, "services", parts));
        try (var channel = Files.newByteChannel(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            channel.write(StandardCharsets.UTF_8.encode(json));
        } catch (FileAlreadyExistsException e) {
            throw new StackException("There is a file " + file + " already; name another one with --to.");
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be written", e);
        }
    }
}
