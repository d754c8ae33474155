package org.secondperiod.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each arrow of the architecture is open, and no other. */
class NetworkTest {

    /** A row of docs/deploy.md: from whom to whom at which port, each of them several where they are alike. */
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (`[^|]+) \\| (`[^|]+) \\| ([\\d, ]+) \\|");

    private static final Pattern NAME = Pattern.compile("`([^`]+)`");

    static List<District> districts() {
        return District.all();
    }

    @Test
    void whatIsOpenIsWhatThePageSays() {
        Set<String> said = ROW.matcher(Project.read("docs/deploy.md"))
                .results()
                .flatMap(NetworkTest::arrows)
                .collect(Collectors.toCollection(TreeSet::new));

        Set<String> open = new Arrows(District.named("maple-hollow").manifests())
                .open().stream().map(Arrows.Arrow::toString).collect(Collectors.toCollection(TreeSet::new));

        assertThat(open).isEqualTo(said);
    }

    @ParameterizedTest
    @MethodSource("districts")
    void whatIsNotSaidIsClosedAndEveryPodHasAPolicyOfItsOwn(District district) {
        Arrows arrows = new Arrows(district.manifests());

        assertThat(arrows.isClosedByDefault()).isTrue();
        assertThat(arrows.pods())
                .allSatisfy(pod ->
                        assertThat(arrows.policiesOf(pod)).describedAs(pod).isPositive());
    }

    @ParameterizedTest
    @MethodSource("districts")
    void nothingIsOpenToEverybody(District district) {
        assertThat(new Arrows(district.manifests()).open()).allSatisfy(arrow -> {
            assertThat(List.of(arrow.from(), arrow.to())).doesNotContain("everybody", "0.0.0.0/0", "namespace ");
            assertThat(arrow.port()).isPositive();
        });
    }

    @ParameterizedTest
    @MethodSource("districts")
    void noServiceTalksWithAnotherButTheDeskWithTheFour(District district) {
        Set<String> services = Set.copyOf(Project.SERVICES);

        assertThat(new Arrows(district.manifests())
                        .open().stream()
                                .filter(arrow -> services.contains(arrow.from()) && services.contains(arrow.to())))
                .hasSize(4)
                .allMatch(arrow -> arrow.from().equals("desk"));
    }

    private static Stream<String> arrows(MatchResult row) {
        return names(row.group(1)).stream()
                .flatMap(from -> names(row.group(2)).stream()
                        .flatMap(to -> Stream.of(row.group(3).split(","))
                                .map(port -> new Arrows.Arrow(from, to, Integer.parseInt(port.strip())).toString())));
    }

    private static List<String> names(String cell) {
        return NAME.matcher(cell).results().map(name -> name.group(1)).toList();
    }
}
