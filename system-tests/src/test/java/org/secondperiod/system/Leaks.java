package org.secondperiod.system;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.secondperiod.local.district.District;
import org.secondperiod.local.stack.Layout;
import org.secondperiod.local.stack.Part;

/**
 * Where the names and numbers of a district's families, and what was written of them, are and must not be: in logs, in metrics,
 * and in the topics, dead letters and headers included. (The one topic that carries names has them encrypted.)
 */
final class Leaks {

    /** Shorter ones are part of many an id. */
    private static final int WHOLE_NUMBER = 10;

    private final Canaries canaries;
    private final TreeSet<String> found = new TreeSet<>();

    private Leaks(Canaries canaries) {
        this.canaries = canaries;
    }

    /** The names and numbers of a district. */
    static Canaries of(District district) {
        var students = district.students().stream().map(each -> each.givenName() + " " + each.familyName());
        var preferred = district.students().stream().map(each -> each.fullName());
        var guardians = district.guardians().stream().map(each -> each.givenName() + " " + each.familyName());
        var phones = district.guardians().stream()
                .map(each -> each.phone())
                .filter(Objects::nonNull)
                .filter(phone -> digits(phone).length() >= WHOLE_NUMBER)
                .toList();
        return new Canaries()
                .add(
                        "a name",
                        Stream.of(students, preferred, guardians)
                                .flatMap(each -> each)
                                .toList())
                .add(
                        "a number",
                        Stream.concat(phones.stream(), phones.stream().map(Leaks::digits))
                                .toList());
    }

    /** A line for each place where any of them is. */
    static List<String> of(Canaries canaries, Layout layout) throws IOException, InterruptedException {
        var leaks = new Leaks(canaries);
        leaks.inLogs(layout);
        leaks.inMetrics(layout);
        TopicSearch.read("localhost:" + layout.port(Part.KAFKA), leaks::look);
        return new ArrayList<>(leaks.found);
    }

    private void inLogs(Layout layout) throws IOException {
        for (var part : Part.values()) {
            if (Files.exists(layout.logFile(part))) {
                look("the log of " + part.label(), Files.readAllBytes(layout.logFile(part)));
            }
        }
    }

    private void inMetrics(Layout layout) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            for (var part : List.of(Part.INGEST, Part.ENTRY, Part.OUTREACH, Part.REPORTING)) {
                var answer = http.send(
                        HttpRequest.newBuilder(URI.create(
                                        "http://localhost:%d%s/q/metrics".formatted(layout.port(part), part.root())))
                                .build(),
                        BodyHandlers.ofByteArray());
                if (answer.statusCode() != 200) {
                    throw new IllegalStateException("metrics of " + part.label() + ": " + answer.statusCode());
                }
                look("the metrics of " + part.label(), answer.body());
            }
        }
    }

    private void look(String where, byte[] bytes) {
        canaries.in(bytes).forEach(what -> found.add(what + " in " + where));
    }

    private static String digits(String phone) {
        return phone.replaceAll("\\D", "");
    }
}
