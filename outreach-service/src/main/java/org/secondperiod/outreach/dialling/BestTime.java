package org.secondperiod.outreach.dialling;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The hour of the day at which somebody has been reached before.
 *
 * @param hour 0 to 23, of the school's clock
 * @param reached how often, out of {@code dialled} in that hour
 */
public record BestTime(int hour, int reached, int dialled) {

    /** Of what was dialled for a contact; empty while nobody has been reached. Of equal hours the one in which more was reached, then the earlier. */
    public static Optional<BestTime> of(Collection<Dialled> ofTheContact, ZoneId zone) {
        Map<Integer, List<Dialled>> byHour = ofTheContact.stream()
                .collect(groupingBy(each -> LocalTime.ofInstant(each.at(), zone).getHour()));
        return byHour.entrySet().stream()
                .map(hour -> new BestTime(
                        hour.getKey(),
                        (int) hour.getValue().stream()
                                .filter(each -> each.outcome().isReached())
                                .count(),
                        hour.getValue().size()))
                .filter(hour -> hour.reached > 0)
                .max(Comparator.comparingDouble(BestTime::share)
                        .thenComparing(BestTime::reached)
                        .thenComparing(Comparator.comparing(BestTime::hour).reversed()));
    }

    private double share() {
        return (double) reached / dialled;
    }
}
