package org.secondperiod.ingest.absencelists;

import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.secondperiod.ingest.absencelists.AbsenceList.Place;

/**
 * What has to be told when a list is taken back. A mark that no other list has is withdrawn. One that an earlier list has too, which
 * still holds, is told again as it stood there: whoever takes back their second list of a morning does not take back the first.
 */
public final class TakingBack {

    private static final Comparator<ToldMark> LATEST = Comparator.comparing(ToldMark::takenAt);

    private TakingBack() {}

    /**
     * A mark as it is from now on.
     *
     * @param listId of the list whose mark it is
     * @param withdrawn whether it is none any more
     */
    public record Change(String listId, Place place, String code, Instant takenAt, boolean withdrawn) {}

    /** The changes, of all marks that lists of the same day have of the same students and periods. */
    static List<Change> of(String listId, List<ToldMark> told) {
        return told.stream().collect(groupingBy(ToldMark::place)).values().stream()
                .flatMap(same -> change(listId, same).stream())
                .sorted(Comparator.comparing((Change change) -> change.place().studentId())
                        .thenComparing(change -> change.place().period()))
                .toList();
    }

    private static Optional<Change> change(String listId, List<ToldMark> same) {
        var own = same.stream().filter(mark -> mark.listId().equals(listId)).findFirst();
        if (own.isEmpty()) {
            return Optional.empty();
        }
        var last = same.stream().max(LATEST).orElseThrow();
        var next = last.takenAt().plusMillis(1);
        var stands = same.stream()
                .filter(mark -> mark.holds() && !mark.listId().equals(listId))
                .max(LATEST);
        if (stands.isEmpty()) {
            return Optional.of(new Change(listId, last.place(), own.get().code(), next, true));
        }
        var mark = stands.get();
        return mark.equals(last)
                ? Optional.empty()
                : Optional.of(new Change(mark.listId(), mark.place(), mark.code(), next, false));
    }
}
