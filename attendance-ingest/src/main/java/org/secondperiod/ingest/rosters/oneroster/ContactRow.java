package org.secondperiod.ingest.rosters.oneroster;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of our side file secondperiod_contacts.csv: what OneRoster can not say of a guardian.
 *
 * @param order 1 is called first
 * @param restriction {@code no-contact}, {@code no-information} or a court order's words; none means none
 * @param phoneType of the guardian's {@code phone}: mobile, home, work, fax or other
 * @param consent a student who is of age has agreed in writing that this guardian is called and told, or is their dependent
 */
public record ContactRow(
        long line,
        String studentId,
        String guardianId,
        @Nullable String relation,
        @Nullable Integer order,
        @Nullable String restriction,
        @Nullable String language,
        @Nullable String phoneType,
        boolean doNotCall,
        boolean interpreter,
        boolean consent) {

    static final List<String> COLUMNS = List.of("studentSourcedId", "guardianSourcedId");

    public static ContactRow read(Row row) {
        String restriction = row.textOrNone("restriction");
        return new ContactRow(
                row.line(),
                row.id("studentSourcedId"),
                row.id("guardianSourcedId"),
                row.textOrNone("relation"),
                row.number("order"),
                "none".equalsIgnoreCase(restriction) ? null : restriction,
                row.textOrNone("language"),
                row.textOrNone("phoneType"),
                row.flag("doNotCall"),
                row.flag("interpreter"),
                row.flag("consent"));
    }
}
