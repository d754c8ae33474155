package org.secondperiod.system.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.secondperiod.events.Topics;
import org.secondperiod.system.Canaries;

/** Events that nobody can read, with a name in them: in the clear, as no service of ours would ever send one. */
final class CanaryPoison {

    /** What it is called where it is found: it lies on topics and in dead letters because a test has put it there. */
    static final String WHAT = "name in poison";

    private static final List<String> TOPICS = List.of(
            Topics.MARKS.name(),
            Topics.SCANS.name(),
            Topics.PEOPLE.name(),
            Topics.ENROLMENTS.name(),
            Topics.KNOWN_ABSENCES.name(),
            Topics.SCHOOLS.name(),
            Topics.GRANTS.name());

    private CanaryPoison() {}

    static void send(Broker broker, Canaries canaries, int round) {
        var word = canaries.word(WHAT);
        for (var topic : TOPICS) {
            for (var value : List.of(
                    "{ no json, " + word,
                    "{\"eventId\":\"poison\",\"studentId\":{\"" + word + "\":1},\"givenName\":\"" + word + "\"}",
                    "{\"eventId\":\"poison\",\"studentId\":\"" + word + " x\",\"schoolDay\":\"" + word
                            + "\",\"version\":\"" + word + "\"}",
                    "{\"eventId\":\"poison\",\"studentId\":\"canary-1\",\"category\":\"" + word + "\",\"reason\":\""
                            + word + "\"}")) {
                Broker.await(broker.send(topic, "poison-" + round, value.getBytes(UTF_8)));
            }
        }
        // A person under the right key and with a cipher that does not open.
        Broker.await(broker.send(Topics.PEOPLE.name(), "canary-9", ("""
                {"eventId":"poison","studentId":"canary-9","keyId":"k1","nonce":"AAAAAAAAAAAAAAAA","ciphertext":"%s",\
                "version":9999999999999,"recordedAt":"2026-10-14T12:00:00Z"}""".formatted(word)).getBytes(UTF_8)));
    }
}
