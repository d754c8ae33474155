package org.secondperiod.reporting;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;
import java.util.Optional;
import org.secondperiod.reporting.arithmetic.StatusRule;

/** How attendance is counted. What is changed here counts from a rebuild on: {@code ./sp reports rebuild}. */
@ConfigMapping(prefix = "secondperiod.reporting")
public interface ReportingConfig {

    /** A student of whom fewer days count is in no band, and named as left out. Days; default 10. */
    @WithDefault("10")
    int minimumEnrolment();

    /** By what a day is judged at schools that mark periods and not the day. Default {@code TRIGGER_PERIOD}. */
    @WithDefault("TRIGGER_PERIOD")
    StatusRule dailyStatus();

    /** The same for a school by its id, where it is another than the district's. */
    Map<String, StatusRule> dailyStatusOf();

    /** Students who are counted again in one transaction, where a whole school is. Default 1,000. */
    @WithDefault("1000")
    int chunk();

    /** How the district is called in an Ed-Fi API. */
    EdFi edFi();

    /** How the district is called in files for the federal EDFacts. */
    EdFacts edFacts();

    /** Nothing of it is guessed: what is not set is not in the extract. */
    interface EdFi {

        /** The Ed-Fi schoolId of a school, a whole number, by its id here. */
        Map<String, Long> schools();

        /** Sessions: of each name from which date to which, as {@code 2026-09-08/2027-01-29}. */
        Map<String, String> sessions();

        /** The namespace of the descriptor's codes. A district with codes of its own has another one. */
        @WithDefault("uri://ed-fi.org/AttendanceEventCategoryDescriptor")
        String descriptor();
    }

    /** Nothing of it is guessed: what is not set is empty in the file. */
    interface EdFacts {

        /** The state's two letters, which begin the file's name: {@code NY}. */
        Optional<String> state();

        /** The state's two digits (ANSI, formerly FIPS): {@code 36}. */
        Optional<String> stateCode();

        /** The state's identifier of the district. */
        Optional<String> lea();

        /** The state's identifier of a school, by its id here; a school that is not named is called by its id here. */
        Map<String, String> schools();

        /**
         * Which group of the roster says which permitted value of a category, by the group's name: {@code F}, {@code M}; {@code
         * AM7}, {@code AS7}, {@code BL7}, {@code HI7}, {@code MU7}, {@code PI7}, {@code WH7}; {@code WDIS}; {@code DISAB504STAT};
         * {@code LEP}; {@code HOMELSENRL}. A category of which no group says anything is not in the file.
         */
        Map<String, String> groups();
    }
}
