package org.secondperiod.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.secondperiod.events.EventJson;
import org.secondperiod.events.Topic;
import org.secondperiod.events.Topics;

/** What holds after any fault, whatever the morning was. */
final class Invariants {

    private final Broker broker;
    private final Connection outreach;

    Invariants(Broker broker, Connection outreach) {
        this.broker = broker;
        this.outreach = outreach;
    }

    /** All that lies on a topic, once per event id, in the order of its versions for each subject. */
    private record Said(Map<String, TreeSet<Long>> versions, List<String> contradictions) {}

    /** Whatever outreach said outside is what it has written down, each step once, none left out, none in two wordings. */
    void nothingSaidTwiceOrNever() {
        var whereabouts = said(Topics.WHEREABOUTS.name(), "studentId", "schoolId", "schoolDay");
        var tasks = said(Topics.CALL_TASKS.name(), "taskId");

        assertThat(whereabouts.contradictions()).isEmpty();
        assertThat(tasks.contradictions()).isEmpty();
        assertThat(whereabouts.versions())
                .isEqualTo(written("SELECT concat_ws(' ', student_id, school_id, school_day), version"
                        + " FROM whereabouts_step"));
        assertThat(tasks.versions()).isEqualTo(written("SELECT task_id, version FROM call_task_step"));
        assertThat(written("SELECT concat_ws(' ', student_id, school_id, school_day), version FROM whereabouts"
                        + " WHERE version > 0"))
                .as("the last step is what is in force")
                .isEqualTo(last(whereabouts.versions()));
    }

    private static Map<String, TreeSet<Long>> last(Map<String, TreeSet<Long>> versions) {
        var last = new TreeMap<String, TreeSet<Long>>();
        versions.forEach((subject, all) -> last.put(subject, new TreeSet<>(List.of(all.last()))));
        return last;
    }

    private Said said(String topic, String... subject) {
        var said = new Said(new TreeMap<>(), new ArrayList<>());
        var byId = new HashMap<String, JsonNode>();
        for (var record : broker.readAll(topic)) {
            var event = json(record.value());
            var before = byId.putIfAbsent(event.path("eventId").asText(), event);
            if (before != null && !before.equals(event)) {
                said.contradictions().add("%s and %s".formatted(before, event));
            }
            var words = new ArrayList<String>();
            for (var field : subject) {
                words.add(event.path(field).asText());
            }
            var known = said.versions().computeIfAbsent(String.join(" ", words), key -> new TreeSet<>());
            if (!known.add(event.path("version").asLong()) && before == null) {
                said.contradictions().add("one version under two ids: " + event);
            }
        }
        return said;
    }

    private static JsonNode json(byte[] value) {
        try {
            return EventJson.MAPPER.readTree(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, TreeSet<Long>> written(String sql) {
        var versions = new TreeMap<String, TreeSet<Long>>();
        try (var query = outreach.createStatement();
                var row = query.executeQuery(sql)) {
            while (row.next()) {
                versions.computeIfAbsent(row.getString(1), key -> new TreeSet<>())
                        .add(row.getLong(2));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return versions;
    }

    /** The outbox is empty, and every topic has been read to its end. */
    boolean isQuiet() {
        try (var query = outreach.createStatement();
                var row = query.executeQuery("SELECT count(*) FROM outbox")) {
            row.next();
            return row.getLong(1) == 0 && readToTheEnd();
        } catch (SQLException e) {
            return false;
        }
    }

    private boolean readToTheEnd() throws SQLException {
        var stands = new HashMap<String, Long>();
        try (var query = outreach.createStatement();
                var row = query.executeQuery(
                        "SELECT topic, partition, next_offset FROM consumer_offset WHERE consumer = 'outreach'")) {
            while (row.next()) {
                stands.put(row.getString(1) + " " + row.getInt(2), row.getLong(3));
            }
        }
        var topics = Stream.of(Topics.MARKS, Topics.SCANS, Topics.READERS, Topics.SCHOOLS, Topics.ENROLMENTS)
                .map(Topic::name)
                .toList();
        return broker.ends(topics).entrySet().stream()
                .allMatch(end -> end.getValue()
                        .equals(stands.getOrDefault(
                                end.getKey().topic() + " " + end.getKey().partition(), 0L)));
    }
}
