package org.secondperiod.reporting.years;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Map;
import org.secondperiod.reporting.arithmetic.SchoolYear;
import org.secondperiod.reporting.arithmetic.StatusRule;

/**
 * How attendance is counted here.
 *
 * @param minimumDays fewer leave a student out of bands
 * @param usual by what a day is judged where a school has no rule of its own
 * @param yearEnds the last day of each school year
 * @param zone the district's
 */
public record Policy(
        int minimumDays, StatusRule usual, Map<String, StatusRule> ofSchools, MonthDay yearEnds, ZoneId zone) {

    public StatusRule ruleOf(String schoolId) {
        return ofSchools.getOrDefault(schoolId, usual);
    }

    /** The school year of a date. */
    public SchoolYear yearOf(LocalDate day) {
        return SchoolYear.of(day, yearEnds);
    }

    /** The school year that is kept under this number. */
    public SchoolYear yearBeginning(int year) {
        return SchoolYear.beginning(year, yearEnds);
    }
}
