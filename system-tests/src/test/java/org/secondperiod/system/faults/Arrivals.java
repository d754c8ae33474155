package org.secondperiod.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.secondperiod.events.AbsenceMark;
import org.secondperiod.events.EnrolmentsChanged;
import org.secondperiod.events.Event;
import org.secondperiod.events.EventJson;
import org.secondperiod.events.Scan;
import org.secondperiod.events.Topic;
import org.secondperiod.events.Topics;
import org.secondperiod.system.faults.Morning.Student;
import org.secondperiod.system.histories.Told;

/** What lies on the topics of the facts of one morning's students. */
final class Arrivals {

    private final Broker broker;
    private final Morning morning;
    private final Set<String> students;
    private final List<String> twoWordings = new ArrayList<>();

    Arrivals(Broker broker, Morning morning) {
        this.broker = broker;
        this.morning = morning;
        this.students = Set.copyOf(morning.students().stream().map(Student::id).toList());
    }

    /**
     * All that was acknowledged is there, each fact under one id and in one wording, and nothing is there that was not sent. The
     * same event may be there more than once: its id says so.
     */
    void assertAllOnce(Collection<String> acknowledged) {
        var sent = new TreeSet<>(morning.told()
                .map(Told::fact)
                .map(Facts::identity)
                .filter(identity -> !identity.isEmpty())
                .toList());
        var arrived = new TreeMap<String, Set<String>>();
        idsByIdentity(Topics.MARKS, AbsenceMark.class, AbsenceMark::studentId, arrived);
        idsByIdentity(Topics.SCANS, Scan.class, Scan::studentId, arrived);

        assertThat(twoWordings).isEmpty();
        assertThat(arrived.keySet()).as("what was acknowledged").containsAll(acknowledged);
        assertThat(arrived.keySet()).as("all of it was sent").isEqualTo(sent);
        assertThat(arrived)
                .allSatisfy((identity, ids) -> assertThat(ids).as(identity).hasSize(1));
    }

    /** Each student's enrolment was told in one event. */
    void assertEnrolledOnce() {
        var enrolled = new TreeMap<String, Set<String>>();
        idsByIdentity(Topics.ENROLMENTS, EnrolmentsChanged.class, EnrolmentsChanged::studentId, enrolled);
        assertThat(twoWordings).isEmpty();
        assertThat(enrolled.keySet()).isEqualTo(new TreeSet<>(students));
        assertThat(enrolled)
                .allSatisfy((student, ids) -> assertThat(ids).as(student).hasSize(1));
    }

    private <T extends Event> void idsByIdentity(
            Topic<T> topic, Class<T> type, Function<T, String> student, Map<String, Set<String>> found) {
        var byId = new HashMap<String, T>();
        for (var record : broker.readAll(topic.name())) {
            if (!students.contains(record.key())) {
                continue;
            }
            var event = EventJson.read(record.value(), type);
            var before = byId.putIfAbsent(event.eventId(), event);
            if (before != null && !before.equals(event)) {
                twoWordings.add("%s and %s".formatted(before, event));
            }
            var identity = Facts.identity(event);
            found.computeIfAbsent(identity.isEmpty() ? student.apply(event) : identity, key -> new TreeSet<>())
                    .add(event.eventId());
        }
    }
}
