package org.secondperiod.outreach.priority;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.standing.Standing;

/** From what is known of a student to the band of the call. The first that matches wins. */
public final class Ranking {

    /** One absence; two halves are as much. */
    private static final int OUT_OF_CHARACTER_AT_MOST = 2;

    private static final int IN_A_ROW = 3;

    private Ranking() {}

    /** The band, and why. */
    public static Ranked rank(RankFacts facts, YoungestGrades youngest) {
        String safety = safety(facts, youngest);
        if (safety != null) {
            return new Ranked(Band.SAFETY, safety);
        }
        Standing standing = facts.standing();
        String daysBefore = standing == null ? "" : daysBefore(standing, facts);
        if (standing == null || daysBefore.isEmpty()) {
            return new Ranked(Band.THE_REST, "Nothing is known of the days before.");
        }
        LastDays days = new LastDays(daysBefore);
        String outOfCharacter = outOfCharacter(days);
        if (outOfCharacter != null) {
            return new Ranked(Band.OUT_OF_CHARACTER, outOfCharacter);
        }
        String atStake = atStake(standing, days, facts);
        return atStake != null
                ? new Ranked(Band.RELATIONSHIP, atStake)
                : new Ranked(Band.THE_REST, inWords(days) + ".");
    }

    private static @Nullable String safety(RankFacts facts, YoungestGrades youngest) {
        String flag =
                switch (facts.flag()) {
                    case GUARDIAN_NOT_AWARE -> "The guardian did not know of the absence.";
                    case WHEREABOUTS_NOT_KNOWN -> "Nobody knows where the student is.";
                    case LEFT_FOR_SCHOOL -> "Left for school, the family says, and has not come.";
                    case null -> null;
                };
        if (flag != null) {
            return flag;
        }
        if (facts.wasInBuilding()) {
            return "Was in the building and left.";
        }
        return facts.grade() != null && youngest.contains(facts.grade())
                ? "Grade " + facts.grade() + ": the youngest are called first."
                : null;
    }

    private static @Nullable String outOfCharacter(LastDays days) {
        return days.absentHalfDays() <= OUT_OF_CHARACTER_AT_MOST
                ? "Out of character: " + inWords(days).toLowerCase(Locale.ROOT) + "."
                : null;
    }

    private static @Nullable String atStake(Standing standing, LastDays days, RankFacts facts) {
        int inARow = inARow(standing, facts);
        if (inARow >= IN_A_ROW) {
            return inARow + " school days in a row, with today.";
        }
        if (days.cameBackAndStayed()) {
            return "The first absence after coming back.";
        }
        Integer left = standing.leftHalfDays();
        if (left == null || !standing.canEndBelowChronic()) {
            return null;
        }
        int untilChronic = left / 2 + 1;
        return switch (untilChronic) {
            case 1 -> "One absence from a year that ends chronic.";
            case 2 -> "Two absences from a year that ends chronic.";
            default -> null;
        };
    }

    /** Today is counted only once, also where reporting has counted it already. */
    private static int inARow(Standing standing, RankFacts facts) {
        return standing.asOf().isBefore(facts.day()) ? standing.inARow() + 1 : standing.inARow();
    }

    /** The strip without today: what is out of character is measured by what was before. */
    private static String daysBefore(Standing standing, RankFacts facts) {
        String all = standing.lastTwentyDays();
        return standing.asOf().isBefore(facts.day()) || all.isEmpty() ? all : all.substring(0, all.length() - 1);
    }

    private static String inWords(LastDays days) {
        int halves = days.absentHalfDays();
        String absences =
                switch (halves) {
                    case 0 -> "No absence";
                    case 2 -> "1 absence";
                    default -> (halves % 2 == 0 ? String.valueOf(halves / 2) : halves / 2 + ".5") + " absences";
                };
        return absences + " in the last " + (days.count() == 1 ? "school day" : days.count() + " school days");
    }
}
