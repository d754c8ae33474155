package org.secondperiod.bench.ingest;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.secondperiod.bench.stack.District;
import org.secondperiod.events.Topic;
import org.secondperiod.events.Topics;
import org.secondperiod.local.stack.Part;

/** What is sent in bulk: to which service, as whom, and how a line looks. No two lines of a round are the same. */
public enum Load {
    MARKS(Part.INGEST, "/v1/absence-marks/batch", "sis", Topics.MARKS, "marks"),
    MARKS_WITH_IDS(Part.INGEST, "/v1/absence-marks/batch", "sis", Topics.MARKS, "marks with ids of the sender's own"),
    SCANS(Part.ENTRY, "/v1/scans/batch", "doors", Topics.SCANS, "scans of badges"),
    SCANS_WITH_IDS(
            Part.ENTRY, "/v1/scans/batch", "doors", Topics.SCANS, "scans of badges with ids of the sender's own");

    private static final LocalDate DAY = District.FIRST_DAY;

    private final Part service;
    private final String path;
    private final String sender;
    private final Topic<?> topic;
    private final String words;

    Load(Part service, String path, String sender, Topic<?> topic, String words) {
        this.service = service;
        this.path = path;
        this.sender = sender;
        this.topic = topic;
        this.words = words;
    }

    Part service() {
        return service;
    }

    String path() {
        return path;
    }

    String sender() {
        return sender;
    }

    Topic<?> topic() {
        return topic;
    }

    String words() {
        return words;
    }

    /** A round's lines, in as many bodies. */
    List<byte[]> bodies(District district, int round, int events, int bodies) {
        List<byte[]> made = new ArrayList<>(bodies);
        for (int body = 0; body < bodies; body++) {
            StringBuilder lines = new StringBuilder(200 * (events / bodies + 1));
            for (int n = body; n < events; n += bodies) {
                line(district, round, n, lines);
            }
            made.add(lines.toString().getBytes(StandardCharsets.UTF_8));
        }
        return made;
    }

    private void line(District district, int round, int n, StringBuilder lines) {
        int student = n % district.students();
        OffsetDateTime at = District.at(DAY, LocalTime.of(7, 30)).plusSeconds(n / district.students() + round * 60L);
        switch (this) {
            case MARKS, MARKS_WITH_IDS ->
                lines.append(String.format(
                        Locale.ROOT,
                        "{%s\"studentId\":\"%s\",\"schoolId\":\"%s\",\"schoolDay\":\"%s\",\"period\":\"1\",\"code\":\"A\",\"takenAt\":\"%s\"}\n",
                        this == MARKS ? "" : "\"markId\":\"m-%d-%d\",".formatted(round, n),
                        district.student(student),
                        district.school(student),
                        DAY,
                        withSeconds(at)));
            case SCANS, SCANS_WITH_IDS ->
                lines.append(String.format(
                        Locale.ROOT,
                        "{%s\"readerId\":\"%s\",\"badge\":\"%s\",\"scannedAt\":\"%s\",\"direction\":\"in\"}\n",
                        this == SCANS ? "" : "\"scanId\":\"s-%d-%d\",".formatted(round, n),
                        district.reader(student),
                        district.badge(student),
                        withSeconds(at)));
        }
    }

    private static String withSeconds(OffsetDateTime at) {
        return at.format(java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }
}
