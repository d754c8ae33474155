package org.secondperiod.outreach.join;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.ids.BuildingId;
import org.secondperiod.kit.ids.ReaderId;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.outreach.doors.Reader;
import org.secondperiod.outreach.doors.ReaderNews;
import org.secondperiod.outreach.doors.db.BuildingSeenStore;
import org.secondperiod.outreach.doors.db.BuildingSeenStore.BuildingSeen;
import org.secondperiod.outreach.doors.db.ReaderStore;
import org.secondperiod.outreach.schooldays.db.SchoolStore;
import org.secondperiod.outreach.whereabouts.db.LookAgainStore;

/**
 * Applies what is told of doors. Signs of life come all the time and mostly change nothing for a school; only where a reader
 * is set up in another way, had been silent, or saw its building's first student of the day, is the school concerned.
 */
@ApplicationScoped
class DoorFactsService {

    /** A reader this close to being silent may have been judged silent by somebody a moment ago. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final ReaderStore readers;
    private final BuildingSeenStore buildingsSeen;
    private final SchoolStore schools;
    private final LookAgainStore lookAgain;
    private final ZoneId districtZone;

    DoorFactsService(
            ReaderStore readers,
            BuildingSeenStore buildingsSeen,
            SchoolStore schools,
            LookAgainStore lookAgain,
            @ConfigProperty(name = "secondperiod.district.zone") ZoneId districtZone) {
        this.readers = readers;
        this.buildingsSeen = buildingsSeen;
        this.schools = schools;
        this.lookAgain = lookAgain;
        this.districtZone = districtZone;
    }

    /**
     * What an intake tells of doors.
     *
     * @param setUpOtherwise the schools whose doors are other doors now
     * @param heardAgain the schools whose doors are heard from again
     * @param announced news of readers that are new, or set up in another way
     * @param signs news of readers that are known: signs of life
     * @param seenNow where somebody is seen, if decisions of this transaction may ask for it
     * @param seenLater the same, if only buildings are concerned that are known to be in use that day
     */
    record Change(
            Set<SchoolId> setUpOtherwise,
            Set<SchoolId> heardAgain,
            List<ReaderNews> announced,
            Map<ReaderId, ReaderNews> signs,
            Set<BuildingSeen> seenNow,
            Set<BuildingSeen> seenLater) {

        private Set<ReaderId> readers() {
            Set<ReaderId> all = new HashSet<>(signs.keySet());
            announced.forEach(news -> all.add(news.readerId()));
            return all;
        }

        Set<SchoolId> schools() {
            Set<SchoolId> both = new HashSet<>(setUpOtherwise);
            both.addAll(heardAgain);
            return both;
        }
    }

    Change inspect(Handle tx, Intake intake, Instant now) {
        Map<ReaderId, Reader> known =
                readers
                        .byId(
                                tx,
                                intake.readers().stream()
                                        .map(ReaderNews::readerId)
                                        .toList())
                        .stream()
                        .collect(toMap(Reader::readerId, reader -> reader));
        Set<BuildingId> otherwise = new HashSet<>();
        Set<BuildingId> heard = new HashSet<>();
        List<ReaderNews> announced = new ArrayList<>();
        Map<ReaderId, ReaderNews> signs = new HashMap<>();
        for (ReaderNews news : intake.readers()) {
            Reader before = known.get(news.readerId());
            boolean setUpOtherwise = news.settings() != null
                    && isOtherwise(before, news.settings().reader());
            boolean firstSign = news.heardAt() != null && (before == null || before.lastHeard() == null);
            if (setUpOtherwise || firstSign) {
                otherwise.add(news.buildingId());
                if (before != null) {
                    otherwise.add(before.buildingId());
                }
            }
            if (before == null || setUpOtherwise) {
                announced.add(news);
            } else {
                signs.put(news.readerId(), news);
            }
            if (before == null || (news.heardAt() != null && mayHaveBeenSilent(before, now))) {
                heard.add(news.buildingId());
            }
        }
        Set<BuildingId> first = buildingsSeen.first(tx, intake.buildingsSeen());
        heard.addAll(first);
        boolean atOnce =
                !announced.isEmpty() || !first.isEmpty() || !intake.schools().isEmpty();
        return new Change(
                schools.using(tx, otherwise),
                schools.using(tx, heard),
                announced,
                signs,
                atOnce ? intake.buildingsSeen() : Set.of(),
                atOnce ? Set.of() : intake.buildingsSeen());
    }

    /**
     * Buildings come before readers here, as in {@link #store}; and what that is going to change is locked with the rest, so
     * that nobody waits in a circle.
     */
    void apply(Handle tx, Intake intake, Change change, Instant now) {
        buildingsSeen.seen(tx, change.seenNow());
        if (!change.announced().isEmpty()) {
            readers.lock(tx, change.readers());
            readers.apply(tx, change.announced());
        }
        LocalDate since = intake.buildingsSeen().stream()
                .map(seen -> LocalDate.ofInstant(seen.quarter(), districtZone))
                .min(LocalDate::compareTo)
                .filter(first -> first.isBefore(yesterday(now)))
                .orElse(yesterday(now));
        lookAgain.doorsChanged(tx, change.setUpOtherwise(), since, now);
        lookAgain.doorsHeardAgain(tx, change.heardAgain(), since, now);
    }

    /** Stores signs of life: the last thing that a transaction does. */
    void store(Handle tx, Change change) {
        buildingsSeen.seen(tx, change.seenLater());
        readers.apply(tx, change.signs().values());
    }

    private LocalDate yesterday(Instant now) {
        return LocalDate.ofInstant(now, districtZone).minusDays(1);
    }

    private static boolean isOtherwise(@Nullable Reader before, Reader after) {
        return before == null
                || !before.buildingId().equals(after.buildingId())
                || !before.name().equals(after.name())
                || before.inService() != after.inService()
                || !Objects.equals(before.inServiceSince(), after.inServiceSince())
                || !before.allowedSilence().equals(after.allowedSilence());
    }

    private static boolean mayHaveBeenSilent(Reader reader, Instant now) {
        return reader.lastHeard() == null
                || !reader.lastHeard()
                        .plus(reader.mayBeSilentFor())
                        .minus(MARGIN)
                        .isAfter(now);
    }
}
