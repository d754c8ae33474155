package org.secondperiod.outreach.care;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.attempts.Flag;
import org.secondperiod.outreach.attempts.NextStep;
import org.secondperiod.outreach.attempts.Outcome;
import org.secondperiod.outreach.attempts.Result;
import org.secondperiod.outreach.attempts.Said;
import org.secondperiod.outreach.followups.FollowUp;
import org.secondperiod.outreach.promises.Promise.Kind;
import org.secondperiod.outreach.promises.Promise.Side;

/**
 * What a call leaves to be done.
 *
 * @param buildingCheck staff are to look for the student in the building
 * @param escalates what makes it a matter of safety; none where nothing does
 */
public record Leaves(
        List<NewPromise> promises, List<NewFollowUp> followUps, boolean buildingCheck, Set<Flag> escalates) {

    /** Nothing. */
    public static final Leaves NOTHING = new Leaves(List.of(), List.of(), false, Set.of());

    /**
     * What follows from what was said.
     *
     * @param usualOwner who sees to it where nobody is named
     * @param endOfDay the last bell; null where there is no school
     * @param usually until when what is to be followed up is due, where nobody says
     */
    public static Leaves of(Said said, String usualOwner, @Nullable Instant endOfDay, Instant now, Duration usually) {
        String owner = said.owner() == null ? usualOwner : said.owner();
        return new Leaves(
                said.result() == Result.COMING_IN_TODAY
                        ? List.of(new NewPromise(
                                Side.FAMILY, Kind.COMING_IN, null, owner, Objects.requireNonNull(said.comingBy())))
                        : List.of(),
                new FollowUps(said, owner, endOfDay, now, usually).all(),
                said.result() == Result.SAYS_LEFT_FOR_SCHOOL,
                said.flags());
    }

    /** Who is to see to what, until when. */
    private record FollowUps(
            Said said, String owner, @Nullable Instant endOfDay, Instant now, Duration usually) {

        List<NewFollowUp> all() {
            List<NewFollowUp> all = new ArrayList<>();
            if (said.result() == Result.UNDETERMINED && said.outcome() != Outcome.REACHED_OTHER) {
                all.add(todo(FollowUp.Kind.UNDETERMINED, today()));
            }
            if (said.result() == Result.MOVED_OR_LEFT_SCHOOL) {
                all.add(todo(FollowUp.Kind.CORRECT_THE_ENROLMENT, now.plus(usually)));
            }
            if (said.absentThrough() != null) {
                all.add(todo(FollowUp.Kind.ENTER_THE_ABSENCE, now.plus(usually)));
            }
            if (said.callAgainAt() != null
                    && (endOfDay == null || !said.callAgainAt().isBefore(endOfDay))) {
                all.add(todo(FollowUp.Kind.CALL_AGAIN, said.callAgainAt()));
            }
            FollowUp.Kind next = kindOf(said.nextStep());
            if (next != null) {
                all.add(todo(next, now.plus(usually)));
            }
            return List.copyOf(all);
        }

        private Instant today() {
            return endOfDay != null && now.isBefore(endOfDay) ? endOfDay : now.plus(usually);
        }

        private NewFollowUp todo(FollowUp.Kind kind, Instant usualDue) {
            boolean given = said.dueAt() != null && kind != FollowUp.Kind.CALL_AGAIN;
            return new NewFollowUp(
                    kind,
                    kind == FollowUp.Kind.REFERRAL ? said.referTo() : null,
                    null,
                    owner,
                    given ? Objects.requireNonNull(said.dueAt()) : usualDue);
        }

        private static FollowUp.@Nullable Kind kindOf(@Nullable NextStep step) {
            return switch (step) {
                case REFER_TO -> FollowUp.Kind.REFERRAL;
                case FIX_THE_NUMBER -> FollowUp.Kind.FIX_THE_NUMBER;
                case HOME_VISIT -> FollowUp.Kind.HOME_VISIT;
                case CALL_AGAIN_AT, COMING_IN_BY, NONE -> null;
                case null -> null;
            };
        }
    }
}
