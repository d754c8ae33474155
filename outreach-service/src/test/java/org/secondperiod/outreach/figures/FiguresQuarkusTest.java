package org.secondperiod.outreach.figures;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.secondperiod.outreach.join.Told.at;
import static org.secondperiod.outreach.join.Told.fresh;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestClock;
import org.secondperiod.outreach.join.Concluded;
import org.secondperiod.outreach.join.Told;

/** Who runs the district sees the morning in numbers, and nobody in it. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class FiguresQuarkusTest {

    @Inject
    Told told;

    @Inject
    Concluded concluded;

    @Inject
    TestClock clock;

    @Inject
    FiguresSweep sweep;

    private final String school = fresh("school");
    private final String ana = fresh("ana");

    @Test
    void aCallThatNobodyHasMadeIsCountedWithItsAge() {
        clock.set(at("08:50"));
        told.schoolHeardAt(school, "08:50");
        told.enrolled(ana, school);
        told.absent(ana, school);
        concluded.awaitTask(ana, school, "OPEN");
        sweep.count();
        double open = value("secondperiod_call_tasks{state=\"OPEN\"}");

        clock.set(at("09:00"));
        sweep.count();

        assertThat(open).isPositive();
        assertThat(value("secondperiod_schools_open")).isPositive();
        assertThat(value("secondperiod_call_tasks_uncalled")).isPositive();
        assertThat(value("secondperiod_call_tasks_oldest_uncalled_seconds")).isGreaterThanOrEqualTo(600);
        assertThat(value("secondperiod_task_delay_seconds{quantile=\"0.99\"}")).isNotNegative();
        assertThat(value("secondperiod_evidence_age_seconds{of=\"MARKS\",school=\"" + school + "\"}"))
                .isNotNegative();
        assertThat(metrics()).doesNotContain(ana);
    }

    private static double value(String series) {
        var line = Pattern.compile("(?m)^" + Pattern.quote(series) + " (\\S+)$").matcher(metrics());
        assertThat(line.find()).describedAs(series).isTrue();
        return Double.parseDouble(line.group(1));
    }

    private static String metrics() {
        return given().get("/q/metrics").asString();
    }
}
