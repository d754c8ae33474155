package org.secondperiod.reporting.edfacts;

import java.util.List;

/**
 * Students of a school who are in the same groups.
 *
 * @param enrolled of whom enough days count
 * @param chronic those of them who were absent on a tenth of their days or more; half a day is a day absent
 * @param byReports who is chronic or severely chronic in reports, where half a day is half and the district may have another minimum
 */
public record SchoolGroups(String schoolId, List<String> groups, long enrolled, long chronic, long byReports) {}
