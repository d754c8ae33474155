package org.secondperiod.outreach.erasures.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.secondperiod.events.Topic;
import org.secondperiod.events.Topics;
import org.secondperiod.outreach.erasures.Traces;
import org.secondperiod.outreach.erasures.Traces.Kept;

/** Where on topics a student leaves traces: those whose key is the student, and the dead letters of who reads them. */
@ApplicationScoped
public class TopicsOfStudents {

    static final List<Topic<?>> ALL = List.of(
            Topics.MARKS,
            Topics.KNOWN_ABSENCES,
            Topics.SCANS,
            Topics.ENROLMENTS,
            Topics.PEOPLE,
            Topics.WHEREABOUTS,
            Topics.CALL_TASKS,
            Topics.CALLS,
            Topics.STANDING);

    private static final List<String> READERS = List.of("building-entry", "outreach", "reporting");
    private static final Duration DEAD_LETTERS = Topics.MARKS.retention();

    /** What is left, and how long. */
    public Traces traces() {
        return new Traces(
                ALL.stream().map(TopicsOfStudents::kept).toList(),
                READERS.stream()
                        .map(reader -> new Kept(Topic.deadLetters(reader), DEAD_LETTERS, "deleted by age"))
                        .toList());
    }

    private static Kept kept(Topic<?> topic) {
        return new Kept(
                topic.name(),
                topic.retention(),
                topic.cleanup() == Topic.Cleanup.COMPACT
                        ? "a tombstone takes the value out when the topic is compacted, and is then kept so long itself"
                        : "deleted by age");
    }
}
