package org.secondperiod.outreach.whereabouts;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.facts.MarkFact;
import org.secondperiod.outreach.facts.MarkKind;
import org.secondperiod.outreach.facts.ScanFact;
import org.secondperiod.outreach.facts.SightingFact.Seen;
import org.secondperiod.outreach.whereabouts.Whereabouts.NotAbsent.Because;

/** The rules of a day of school. Each says when it applies and what then follows; the order is the list. */
final class Rules {

    /** Rules 2 to 14. The first that applies decides; the last one always applies. */
    static final List<Function<InView, Optional<Whereabouts>>> IN_ORDER = List.of(
            Rules::notEnrolled,
            Rules::explained,
            Rules::markedHere,
            Rules::noMarkAndNothingToFear,
            Rules::seenInSchool,
            Rules::inBuilding,
            Rules::arrived,
            Rules::tooEarly,
            Rules::noDecidingMark,
            Rules::scannedElsewhere,
            Rules::doorsNotListening,
            Rules::massAbsence,
            Rules::unaccounted);

    private Rules() {}

    /** Rule 2. */
    private static Optional<Whereabouts> notEnrolled(InView view) {
        return when(!view.situation().enrolled(), () -> new Whereabouts.NotEnrolled(view.evidence()));
    }

    /** Rule 3: a known absence covers the trigger period, or that period's mark or the day's is of the excused kind. */
    private static Optional<Whereabouts> explained(InView view) {
        return view.marks()
                .known()
                .<Whereabouts>map(
                        known -> new Whereabouts.Explained(known.reason().name(), known, view.evidence()))
                .or(() -> view.marks().excused().map(mark -> excusedBy(mark, view)));
    }

    private static Whereabouts excusedBy(MarkFact mark, InView view) {
        String reason = mark.reason() == null ? MarkKind.EXCUSED.name() : mark.reason();
        return new Whereabouts.Explained(reason, null, view.evidence(mark));
    }

    /** Rule 4: the deciding mark says that the student is here. */
    private static Optional<Whereabouts> markedHere(InView view) {
        return view.marks()
                .deciding()
                .filter(mark -> mark.kind().saysHere())
                .map(mark -> new Whereabouts.NotAbsent(Because.MARKED_HERE, view.evidence(), null));
    }

    /**
     * Rule 5: there is no deciding mark, and that is good news, or all the news there will be. A mark whose code nobody has
     * mapped may say that the student is missing: then only the doors can vouch.
     */
    private static Optional<Whereabouts> noMarkAndNothingToFear(InView view) {
        if (view.marks().deciding().isPresent()) {
            return Optional.empty();
        }
        boolean noMark = view.marks().unmapped().isEmpty();
        if (noMark && view.marks().attendanceWasTaken()) {
            return notAbsent(Because.ATTENDANCE_WAS_TAKEN, view, null);
        }
        if (noMark && !view.plan().policy().sendsAttendanceTaken()) {
            return notAbsent(Because.SCHOOL_NEVER_SIGNALS, view, null);
        }
        return view.presence().insideNow()
                ? notAbsent(Because.INSIDE_WITHOUT_A_MARK, view, view.nextScan())
                : Optional.empty();
    }

    private static Optional<Whereabouts> notAbsent(Because because, InView view, @Nullable Instant lookAgainAt) {
        return Optional.of(new Whereabouts.NotAbsent(because, view.evidence(), lookAgainAt));
    }

    /** Rule 6: a later class or a member of staff saw the student, after every {@code out}. */
    private static Optional<Whereabouts> seenInSchool(InView view) {
        Stream<Glimpse> inClass = view.marks()
                .hereAfterTrigger()
                .map(mark -> new Glimpse("the class of period " + mark.period(), mark.period(), mark.takenAt()));
        Stream<Glimpse> byStaff = view.sightings()
                .filter(sighting -> sighting.seen() == Seen.IN_BUILDING)
                .map(sighting -> new Glimpse(sighting.by(), null, sighting.at()));
        Optional<Instant> lastOut = view.presence().lastOut();
        return Stream.concat(inClass, byStaff)
                .filter(glimpse -> lastOut.isEmpty() || glimpse.at().isAfter(lastOut.get()))
                .max(Comparator.comparing(Glimpse::at).thenComparing(Glimpse::by))
                .map(last -> new Whereabouts.SeenInSchool(
                        last.by(), last.period(), last.at(), view.evidence(), view.nextScan()));
    }

    /** Rule 7: inside now, and inside when there was time to be in class. */
    private static Optional<Whereabouts> inBuilding(InView view) {
        Presence presence = view.presence();
        boolean applies = view.doorsDecide()
                && presence.insideNow()
                && presence.insideAt(view.plan().lateLimit())
                && presence.insideAt(view.plan().cutOff());
        return when(
                applies,
                () -> new Whereabouts.InBuilding(
                        presence.entry(), view.plan().cutOff(), view.evidence(), view.nextScanOrCutOff()));
    }

    /** Rule 8: inside now, and not when there was time to be in class. */
    private static Optional<Whereabouts> arrived(InView view) {
        return when(
                view.doorsDecide() && view.presence().insideNow(),
                () -> new Whereabouts.Arrived(view.presence().entry().at(), view.evidence(), view.nextScan()));
    }

    /** Rule 9: the cut-off is still to come. */
    private static Optional<Whereabouts> tooEarly(InView view) {
        return when(
                view.now().isBefore(view.plan().cutOff()),
                () -> new Whereabouts.Waiting(view.plan().cutOff(), view.evidence(), view.nextScanOrCutOff()));
    }

    /**
     * Rule 10: there is no deciding mark. Nobody has said what the code of the one there is means; or there is none, and the
     * signal that would make that mean something has not come.
     */
    private static Optional<Whereabouts> noDecidingMark(InView view) {
        return when(view.marks().deciding().isEmpty(), () -> held(whyNoneDecides(view), view));
    }

    private static Hold whyNoneDecides(InView view) {
        return view.marks()
                .unmapped()
                .<Hold>map(mark -> new Hold.CodeUnknown(mark.code(), mark.period(), mark.takenAt()))
                .orElseGet(
                        () -> new Hold.AttendanceNotTaken(view.plan().trigger().name()));
    }

    /** Rule 11: scanned in at another building of the district. */
    private static Optional<Whereabouts> scannedElsewhere(InView view) {
        return view.presence()
                .seenElsewhere()
                .filter(scan -> view.doorsDecide())
                .map(scan -> held(new Hold.SeenElsewhere(scan.building(), buildingName(scan, view), scan.at()), view));
    }

    private static String buildingName(ScanFact scan, InView view) {
        return view.situation()
                .buildingNames()
                .getOrDefault(scan.building(), scan.building().value());
    }

    /** Rule 12: the doors would not have told us. */
    private static Optional<Whereabouts> doorsNotListening(InView view) {
        return view.doors()
                .notListening(view.plan().cutOff(), view.now())
                .filter(door -> view.doorsDecide())
                .map(door -> held(new Hold.DoorFeedSilent(door.name(), door.since()), view));
    }

    /** Rule 13: so many are missing that the data are doubted first. */
    private static Optional<Whereabouts> massAbsence(InView view) {
        int limitPercent = view.plan().policy().massAbsencePercent();
        return MassAbsence.of(view.situation().school(), limitPercent, view.scansWereDue())
                .map(hold -> held(hold, view));
    }

    /** Rule 14: marked absent, and no evidence of being here. */
    private static Optional<Whereabouts> unaccounted(InView view) {
        Instant leftAt = view.doorsDecide() ? view.presence().lastOut().orElse(null) : null;
        Instant markedAt = view.marks().deciding().map(MarkFact::takenAt).orElse(null);
        Instant since = Stream.<@Nullable Instant>of(view.plan().cutOff(), markedAt, leftAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return Optional.of(new Whereabouts.Unaccounted(since, leftAt, view.evidence(), view.nextScan()));
    }

    private static Whereabouts held(Hold hold, InView view) {
        return new Whereabouts.Held(hold, view.evidence(), view.nextScan());
    }

    private static Optional<Whereabouts> when(boolean applies, Supplier<Whereabouts> conclusion) {
        return applies ? Optional.of(conclusion.get()) : Optional.empty();
    }

    private record Glimpse(String by, @Nullable String period, Instant at) {}
}
