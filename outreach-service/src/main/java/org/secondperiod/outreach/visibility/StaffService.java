package org.secondperiod.outreach.visibility;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.grants.Granted;
import org.secondperiod.kit.grants.Schools;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.kit.problems.Problems;

/** Who works at a school: whoever calls, leads or answers for it. */
@ApplicationScoped
public class StaffService {

    private static final List<String> STAFF = List.of("caller", "attendance-lead", "principal");
    private static final int LONGEST_ID = 200;

    private final Granted granted;

    StaffService(Granted granted) {
        this.granted = granted;
    }

    /**
     * The staff id of somebody to whom something is given; refuses (422) who would not see it.
     *
     * @param given null: nobody in particular
     */
    public @Nullable String of(SchoolId school, String field, @Nullable String given) {
        if (given == null) {
            return null;
        }
        if (given.isBlank() || given.length() > LONGEST_ID) {
            throw Problems.field(field, "has 1 to " + LONGEST_ID + " characters");
        }
        String subject = given.strip();
        if (!schoolsOf(subject).holds(school.value())) {
            throw Problems.field(field, "is nobody who calls, leads or answers for this school");
        }
        return subject;
    }

    /** Where somebody works: what is given to them there, they see. */
    public Schools schoolsOf(String subject) {
        return granted.of(subject).as(STAFF);
    }
}
