package org.secondperiod.outreach.priority;

import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.priority.BandReason.Code;
import org.secondperiod.outreach.standing.Standing;

/** From what is known of a student to the band of the call. The first that matches wins. */
public final class Ranking {

    /** One absence; two halves are as much. */
    private static final int OUT_OF_CHARACTER_AT_MOST = 2;

    private static final int IN_A_ROW = 3;
    private static final int NEARLY_CHRONIC = 2;

    private Ranking() {}

    /** The band, and why. */
    public static Ranked rank(RankFacts facts, YoungestGrades youngest) {
        BandReason safety = safety(facts, youngest);
        if (safety != null) {
            return Ranked.of(Band.SAFETY, safety);
        }
        Standing standing = facts.standing();
        String daysBefore = standing == null ? "" : standing.daysBefore(facts.day());
        if (standing == null || daysBefore.isEmpty()) {
            return Ranked.of(Band.THE_REST, BandReason.of(Code.NOTHING_KNOWN));
        }
        LastDays days = new LastDays(daysBefore);
        if (days.absentHalfDays() <= OUT_OF_CHARACTER_AT_MOST) {
            return Ranked.of(Band.OUT_OF_CHARACTER, BandReason.ofAbsences(Code.OUT_OF_CHARACTER, days));
        }
        BandReason atStake = atStake(standing, days, facts);
        return atStake != null
                ? Ranked.of(Band.RELATIONSHIP, atStake)
                : Ranked.of(Band.THE_REST, BandReason.ofAbsences(Code.ABSENCES, days));
    }

    private static @Nullable BandReason safety(RankFacts facts, YoungestGrades youngest) {
        Code flag =
                switch (facts.flag()) {
                    case GUARDIAN_NOT_AWARE -> Code.GUARDIAN_NOT_AWARE;
                    case WHEREABOUTS_NOT_KNOWN -> Code.WHEREABOUTS_NOT_KNOWN;
                    case LEFT_FOR_SCHOOL -> Code.LEFT_FOR_SCHOOL;
                    case null -> null;
                };
        if (flag != null) {
            return BandReason.of(flag);
        }
        if (facts.wasInBuilding()) {
            return BandReason.of(Code.LEFT_THE_BUILDING);
        }
        return facts.grade() != null && youngest.contains(facts.grade()) ? BandReason.ofGrade(facts.grade()) : null;
    }

    private static @Nullable BandReason atStake(Standing standing, LastDays days, RankFacts facts) {
        int inARow = inARow(standing, facts);
        if (inARow >= IN_A_ROW) {
            return BandReason.ofDays(Code.IN_A_ROW, inARow);
        }
        if (days.cameBackAndStayed()) {
            return BandReason.of(Code.FIRST_AFTER_COMING_BACK);
        }
        Integer left = standing.leftHalfDays();
        if (left == null || !standing.canEndBelowChronic()) {
            return null;
        }
        int untilChronic = left / 2 + 1;
        return untilChronic <= NEARLY_CHRONIC ? BandReason.nearlyChronic(untilChronic) : null;
    }

    /** Today is counted only once, also where reporting has counted it already. */
    private static int inARow(Standing standing, RankFacts facts) {
        return standing.asOf().isBefore(facts.day()) ? standing.inARow() + 1 : standing.inARow();
    }
}
