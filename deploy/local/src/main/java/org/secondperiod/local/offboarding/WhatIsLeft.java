package org.secondperiod.local.offboarding;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.secondperiod.events.Topic;
import org.secondperiod.events.Topics;
import org.secondperiod.local.offboarding.Certificate.KeptOnTopic;

/** What a district leaves behind once its keys are destroyed. */
final class WhatIsLeft {

    /** Kafka deletes by whole segments, and closes one a week after it was begun at the latest. */
    private static final int SEGMENT_DAYS = 7;

    private WhatIsLeft() {}

    /** What stands in the clear in databases and on topics. */
    static List<String> inTheClear() {
        return List.of(
                "opaque ids of students, staff, schools, classes, doors and badges; names of schools, classes and doors",
                "codes and times: marks, scans, known absences without their details, whereabouts, call tasks",
                "facts in quarantine by ids, codes and times; who of the staff saw a student, as it was entered",
                "grants, and the audit: who did what to which ids, from which address",
                "keyed hashes of phone numbers, which nobody can make again without the index key");
    }

    /** Until when topics keep what they have. */
    static List<KeptOnTopic> onTopics(Instant now) {
        return Stream.concat(
                        Topics.ALL.stream().map(topic -> new KeptOnTopic(topic.name(), until(topic, now))),
                        Stream.of(new KeptOnTopic(
                                "all dead letters (*.dead-letters.v1)",
                                day(now, Topics.MARKS.retention().toDays()))))
                .toList();
    }

    private static String until(Topic<?> topic, Instant now) {
        return topic.cleanup() == Topic.Cleanup.COMPACT
                ? "the topic is removed: it keeps the latest value of each key"
                : day(now, topic.retention().toDays());
    }

    private static String day(Instant now, long days) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC)
                .plusDays(days + SEGMENT_DAYS)
                .toString();
    }

    /** What nobody here can do. */
    static List<String> toDo() {
        return List.of(
                "drop the four databases (ingest, entry, outreach, reporting) and their backups, as the district's records law allows",
                "remove the topics, dead letters and consumer groups",
                "destroy every other copy of these keys, by their fingerprints: versions in a secrets manager or key management service,"
                        + " backups of it, of etcd and of this folder, deployment repositories, CI variables, notes of people",
                "destroy rosters and exports that lie elsewhere, in the clear: SFTP, ./sp export, the student information system's",
                "withdraw the clients and people of the district at the identity provider, and readers' private keys at the doors",
                "keep this certificate: what is removed with the state folder takes its copy along");
    }
}
