package org.secondperiod.local.offboarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.secondperiod.local.api.Json;
import org.secondperiod.local.offboarding.Certificate.Afterwards;
import org.secondperiod.local.offboarding.Certificate.Key;
import org.secondperiod.local.offboarding.Certificate.Ordered;
import org.secondperiod.local.offboarding.Certificate.Sealed;

/** What a certificate says, and when it holds. */
class CertificateTest {

    private static final Instant BEGUN = Instant.parse("2026-10-14T12:00:00Z");
    private static final Instant DESTROYED = Instant.parse("2026-10-14T12:01:00Z");
    private static final Instant FINISHED = Instant.parse("2026-10-14T12:02:00Z");
    private static final String PERSON = "database outreach: person.encrypted";

    private static final Certificate BEFORE = new Certificate(
            "demo",
            List.of(new Ordered("outreach-service", "moreau", BEGUN)),
            "operator",
            BEGUN,
            null,
            List.of(new Key("k1", "aa11", "data", null), new Key("index", "bb22", "marks", null)),
            List.of(new Sealed(PERSON, "k1", 1200, 1200, null), new Sealed("topic x", "k0", 3, 0, null)),
            List.of(),
            List.of(),
            WhatIsLeft.inTheClear(),
            WhatIsLeft.onTopics(BEGUN),
            WhatIsLeft.toDo());

    private static Certificate after(Set<String> keysLeft, List<Tried> tried, List<String> copies) {
        return BEFORE.finished(DESTROYED, FINISHED, new Afterwards(keysLeft, tried, List.of(), copies));
    }

    @Test
    void it_holds_when_the_keys_are_gone_and_nothing_opens() {
        Certificate done =
                after(Set.of(), List.of(new Tried(PERSON, "k1", 1200, 0), new Tried("topic x", "k0", 3, 0)), List.of());

        assertThat(done.holds()).isTrue();
        assertThat(done.keys()).allMatch(key -> DESTROYED.equals(key.destroyedAt()));
        assertThat(done.sealed())
                .containsExactly(new Sealed(PERSON, "k1", 1200, 1200, 0L), new Sealed("topic x", "k0", 3, 0, 0L));
        assertThat(CertificateText.of(done)).contains("0 of 1,203 open.");
    }

    @Test
    void it_does_not_before() {
        assertThat(BEFORE.holds()).isFalse();
        assertThat(String.join("\n", CertificateText.of(BEFORE))).contains("NOT YET");
    }

    @Test
    void it_does_not_where_anything_opens_or_a_key_is_left() {
        List<Tried> closed = List.of(new Tried(PERSON, "k1", 1200, 0));

        assertThat(after(Set.of(), List.of(new Tried(PERSON, "k1", 1200, 1)), List.of())
                        .holds())
                .isFalse();
        assertThat(after(Set.of(), List.of(new Tried("topic y", "k1", 5, 5)), List.of())
                        .holds())
                .isFalse();
        assertThat(after(Set.of("aa11"), closed, List.of()).holds()).isFalse();
        assertThat(after(Set.of(), closed, List.of("/somewhere/people.key.bak")).holds())
                .isFalse();
    }

    @Test
    void it_says_until_when_topics_keep_what_they_have() {
        String text = String.join("\n", CertificateText.of(after(Set.of(), List.of(), List.of())));

        assertThat(text)
                .contains("2027-02-18: ")
                .contains("attendance.marks.v1")
                .contains("the topic is removed: it keeps the latest value of each key: ")
                .contains("roster.people.v1");
    }

    @Test
    void it_is_written_and_read_again() {
        assertThat(Json.read(Json.pretty(BEFORE), Certificate.class)).isEqualTo(BEFORE);
    }
}
