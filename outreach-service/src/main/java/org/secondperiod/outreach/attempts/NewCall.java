package org.secondperiod.outreach.attempts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.grants.Schools;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.outreach.attempts.Attempt.Note;
import org.secondperiod.outreach.care.NewPromise;
import org.secondperiod.outreach.visibility.SchoolScope;
import org.secondperiod.outreach.whereabouts.StudentAtSchool;

/**
 * A call, or a conversation, to be logged.
 *
 * @param number which was dialled, in E.164; null where that is not known
 * @param calledByWorksAt where who called works, if somebody else logs it
 * @param goOn whether the caller goes on with another number; null: as is usual after such an outcome
 * @param mine the schools where whoever logs it calls
 * @param about the students whom it was about, the first one first
 */
public record NewCall(
        Channel channel,
        @Nullable String contactId,
        @Nullable String number,
        String calledBy,
        Schools calledByWorksAt,
        Instant startedAt,
        @Nullable Boolean goOn,
        SchoolScope mine,
        List<About> about) {

    /** Who sees to what the call leaves at a school where nobody is named: who called, if they work there. */
    String usualOwner(SchoolId school, String loggedBy) {
        return calledByWorksAt.holds(school.value()) ? calledBy : loggedBy;
    }

    /**
     * What it was as far as one student is concerned.
     *
     * @param taskId null where nobody was to call about the student
     * @param field where it stands in the request, such as {@code alsoFor[0].}
     * @param promised what the school or the family promised in words
     */
    public record About(
            StudentAtSchool of,
            @Nullable String taskId,
            String field,
            Said said,
            @Nullable Note note,
            List<NewPromise> promised) {}
}
