package org.secondperiod.entry.badges.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.secondperiod.entry.badges.RosterBadges;
import org.secondperiod.entry.badges.RosterBadges.Period;
import org.secondperiod.entry.badges.db.RosterBadgeStore;
import org.secondperiod.events.EnrolmentsChanged;
import org.secondperiod.events.Topics;
import org.secondperiod.kit.delivery.BadEvent;
import org.secondperiod.kit.delivery.BatchHandler;
import org.secondperiod.kit.delivery.Received;
import org.secondperiod.kit.ids.Ids;
import org.secondperiod.kit.orders.ErasedStudents;
import org.secondperiod.kit.time.Times;

/** Takes students' badges from the roster. */
@ApplicationScoped
public class BadgeNews implements BatchHandler {

    private final RosterBadgeStore store;
    private final Clock clock;
    private final ErasedStudents erased;

    BadgeNews(RosterBadgeStore store, Clock clock, ErasedStudents erased) {
        this.store = store;
        this.clock = clock;
        this.erased = erased;
    }

    @Override
    public void handle(Handle tx, List<Received> batch) {
        Map<String, RosterBadges> versions = new LinkedHashMap<>();
        Set<String> ended = new LinkedHashSet<>();
        for (Received record : batch) {
            if (erased.contains(record.key())) {
                continue;
            }
            if (record.isTombstone()) {
                ended.add(record.key());
            } else {
                RosterBadges badges = badges(record.event(Topics.ENROLMENTS));
                ended.remove(badges.studentId());
                versions.putIfAbsent(badges.studentId() + " " + badges.version(), badges);
            }
        }
        store.add(tx, List.copyOf(versions.values()));
        store.end(tx, ended, Times.now(clock));
    }

    private static RosterBadges badges(EnrolmentsChanged event) {
        if (event.studentId() == null || event.recordedAt() == null || event.badges() == null) {
            throw new BadEvent("studentId, recordedAt or badges is missing");
        }
        for (EnrolmentsChanged.Badge badge : event.badges()) {
            if (badge.badge() == null || !Ids.isId(badge.badge())) {
                throw new BadEvent("a badge is not an id");
            }
        }
        return new RosterBadges(
                event.studentId(),
                event.version(),
                event.recordedAt(),
                event.badges().stream()
                        .map(each -> new Period(each.badge(), each.validFrom(), each.validTo()))
                        .toList());
    }
}
