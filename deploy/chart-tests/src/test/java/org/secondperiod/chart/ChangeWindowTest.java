package org.secondperiod.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nothing is upgraded while families are called. Only an upgrade asks, and Helm as a library can only render an installation: so a copy of
 * the chart asks once more, as if it were one.
 */
class ChangeWindowTest {

    private static final District DISTRICT = District.named("maple-hollow");

    /** A zone where it is around noon, so that no midnight comes between the question and the answer. */
    private static final String NOON = zoneOfNoon();

    @TempDir
    private Path upgraded;

    @BeforeEach
    void aChartThatIsAlwaysAnUpgrade() throws IOException {
        Chart.copy(upgraded);
        Files.writeString(
                upgraded.resolve("templates/upgrade.yaml"),
                "{{- include \"second-period.change-window\" (dict \"Values\" .Values \"Release\" (dict \"IsUpgrade\""
                        + " true)) }}\n");
    }

    @Test
    void anUpgradeWithinItIsRefusedOnASchoolDay() {
        Map<String, Object> allDay =
                Map.of("district.zone", NOON, "changeWindow.from", "00:00", "changeWindow.to", "23:59");

        if (isSchoolDay()) {
            assertThatThrownBy(() -> Chart.render(upgraded, DISTRICT, allDay))
                    .hasMessageContaining("families are being called");
        } else {
            assertThat(Chart.render(upgraded, DISTRICT, allDay)).contains("kind: Deployment");
        }
    }

    @Test
    void anUpgradeOutsideOfItGoesOn() {
        assertThat(Chart.render(
                        upgraded,
                        DISTRICT,
                        Map.of("district.zone", NOON, "changeWindow.from", "00:00", "changeWindow.to", "00:01")))
                .contains("kind: Deployment");
    }

    @Test
    void anUpgradeThatCannotWaitGoesOn() {
        assertThat(Chart.render(
                        upgraded,
                        DISTRICT,
                        Map.of(
                                "district.zone", NOON,
                                "changeWindow.from", "00:00",
                                "changeWindow.to", "23:59",
                                "changeWindow.override", "true")))
                .contains("kind: Deployment");
    }

    @Test
    void anInstallationGoesOnAtAnyTime() {
        assertThat(Chart.render(
                        DISTRICT,
                        Map.<String, Object>of(
                                "district.zone", NOON, "changeWindow.from", "00:00", "changeWindow.to", "23:59")))
                .contains("kind: Deployment");
    }

    private static boolean isSchoolDay() {
        return !Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY)
                .contains(ZonedDateTime.now(ZoneId.of(NOON)).getDayOfWeek());
    }

    /** The names count the other way: Etc/GMT+5 is five hours behind. */
    private static String zoneOfNoon() {
        int behind = ZonedDateTime.now(ZoneOffset.UTC).getHour() - 12;
        return behind == 0 ? "Etc/UTC" : "Etc/GMT" + (behind > 0 ? "+" : "-") + Math.abs(behind);
    }
}
