package org.secondperiod.kit.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.secondperiod.kit.testing.StackTestResource;

/** What is bound as an array comes back as it was, element by element. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class TypedArraysQuarkusTest {

    @Inject
    Jdbi jdbi;

    @Test
    void textsComeBackWhateverIsInThem() {
        List<@Nullable String> texts =
                Arrays.asList("a", "", null, "NULL", "{\"x\": \"y\\\\z\"}", "Zoë, 漢字 🚪", "a\nb\t'");

        assertThat(back(texts)).isEqualTo(texts);
        assertThat(back(List.of())).isEmpty();
    }

    @Test
    void numbersComeBack() {
        List<@Nullable Long> numbers = Arrays.asList(0L, -1L, null, Long.MAX_VALUE);

        List<@Nullable Long> back = jdbi.withHandle(
                handle -> handle.createQuery("SELECT n FROM unnest(:numbers) WITH ORDINALITY AS u(n, i) ORDER BY i")
                        .bindArray("numbers", Long.class, numbers)
                        .map((row, context) -> row.getObject(1, Long.class))
                        .list());

        assertThat(back).isEqualTo(numbers);
    }

    @Test
    void arraysAndSetsDoAsListsDo() {
        boolean found = jdbi.withHandle(handle -> handle.createQuery("SELECT 'b' = ANY (:set) AND 7 = ANY (:array)")
                .bindArray("set", String.class, Set.of("a", "b"))
                .bindArray("array", Integer.class, 3, 7)
                .mapTo(Boolean.class)
                .one());

        assertThat(found).isTrue();
    }

    private List<@Nullable String> back(List<@Nullable String> texts) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT t FROM unnest(:texts) WITH ORDINALITY AS u(t, i) ORDER BY i")
                        .bindArray("texts", String.class, texts)
                        .map((row, context) -> row.getString(1))
                        .list());
    }
}
