package org.secondperiod.outreach.cards;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.audit.AuditTrail;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.outreach.cards.CardView.BarrierView;
import org.secondperiod.outreach.cards.CardView.HoursView;
import org.secondperiod.outreach.cards.CardView.NoteView;
import org.secondperiod.outreach.cards.db.SaidBeforeStore;
import org.secondperiod.outreach.dialling.Callee;
import org.secondperiod.outreach.dialling.CalleesService;
import org.secondperiod.outreach.dialling.JudgedNumber;
import org.secondperiod.outreach.dialling.PermittedHours;
import org.secondperiod.outreach.groupnotes.GroupNote;
import org.secondperiod.outreach.groupnotes.db.GroupNoteStore;
import org.secondperiod.outreach.households.HouseholdService;
import org.secondperiod.outreach.households.Sibling;
import org.secondperiod.outreach.languages.LanguagesService;
import org.secondperiod.outreach.ofage.OfAgeConfig;
import org.secondperiod.outreach.ofage.OfAgePolicy;
import org.secondperiod.outreach.ofage.db.ConsentStore;
import org.secondperiod.outreach.roster.NamesService;
import org.secondperiod.outreach.roster.NamesService.At;
import org.secondperiod.outreach.roster.StudentView;
import org.secondperiod.outreach.schooldays.DayPlan;
import org.secondperiod.outreach.schooldays.SchoolVersion;
import org.secondperiod.outreach.schooldays.db.SchoolStore;
import org.secondperiod.outreach.scripts.ScriptService;
import org.secondperiod.outreach.scripts.Scripts;
import org.secondperiod.outreach.standing.Standing;
import org.secondperiod.outreach.standing.StandingService;
import org.secondperiod.outreach.tasks.CallTaskView;
import org.secondperiod.outreach.tasks.TaskViewService;
import org.secondperiod.outreach.tasks.db.TaskListing.Listed;
import org.secondperiod.outreach.visibility.VisibilityService;
import org.secondperiod.outreach.whereabouts.StudentAtSchool;

/** Puts a card together. Whoever asks calls at the school. */
@ApplicationScoped
public class CardService {

    private static final int MOST_SAID = 30;

    private final AuditTrail trail;
    private final VisibilityService visibility;
    private final TaskViewService tasks;
    private final NamesService names;
    private final SchoolStore schools;
    private final StandingService standings;
    private final HouseholdService households;
    private final CalleesService callees;
    private final ScriptService scripts;
    private final LanguagesService languages;
    private final GroupNoteStore notes;
    private final SaidBeforeStore saidBefore;
    private final ConsentStore consents;
    private final OfAgePolicy policy;
    private final ZoneId districtZone;
    private final String region;

    CardService(
            AuditTrail trail,
            VisibilityService visibility,
            TaskViewService tasks,
            NamesService names,
            SchoolStore schools,
            StandingService standings,
            HouseholdService households,
            CalleesService callees,
            ScriptService scripts,
            LanguagesService languages,
            GroupNoteStore notes,
            SaidBeforeStore saidBefore,
            ConsentStore consents,
            OfAgeConfig ofAge,
            @ConfigProperty(name = "secondperiod.district.zone") ZoneId districtZone,
            @ConfigProperty(name = "secondperiod.district.phone-region") String region) {
        this.trail = trail;
        this.visibility = visibility;
        this.tasks = tasks;
        this.names = names;
        this.schools = schools;
        this.standings = standings;
        this.households = households;
        this.callees = callees;
        this.scripts = scripts;
        this.languages = languages;
        this.notes = notes;
        this.saidBefore = saidBefore;
        this.consents = consents;
        this.policy = ofAge.calls();
        this.districtZone = districtZone;
        this.region = region;
    }

    /** The card of a task; the transaction reads nothing after it. */
    public CardView card(Handle tx, Listed listed, Instant now) {
        StudentAtSchool of = listed.task().of();
        CallTaskView task = tasks.show(tx, List.of(listed)).getFirst();
        SchoolVersion school = schools.load(tx, List.of(of.school())).get(of.school());
        ZoneId zone = school == null ? districtZone : school.settings().zone();
        String schoolName =
                school == null ? of.school().value() : school.settings().name();
        Standing standing =
                standings.on(tx, of.day().date(), List.of(of.student())).get(of.student());
        GoodThing good = new GoodThings(of.day().date(), zone)
                .of(saidBefore.lastReached(tx, of.student(), of.day()), standing)
                .orElse(null);
        List<SiblingView> household = household(tx, of);
        List<NoteView> groupNotes = groupNotes(tx, of);
        List<SaidBeforeView> said = saidBefore.calls(tx, of.student(), visibility.readsRestrictedNotesAt(), MOST_SAID);
        List<PromiseView> promises = saidBefore.promises(tx, of.student(), now, MOST_SAID);
        BarrierView barrier = languages
                .barrier(tx, listed.task().taskId(), of.school())
                .map(met -> new BarrierView(met.language(), met.spokenBy()))
                .orElse(null);
        Scripts inForce = scripts.inForce(tx);
        OfAgeView ofAge = task.student() == null || !task.student().ofAge()
                ? null
                : OfAgeView.of(policy == OfAgePolicy.STUDENT, consents.of(tx, of.student()));
        List<Callee> everybody = task.student() == null ? List.of() : callees(tx, of.student(), zone, now);
        return new CardView(
                task,
                schoolName,
                barrier,
                standing == null ? null : AttendanceView.of(standing),
                good,
                household,
                ofAge,
                everybody.stream()
                        .map(CalleeViews::restriction)
                        .flatMap(Optional::stream)
                        .toList(),
                shown(
                        everybody,
                        listed,
                        task.student(),
                        new Frame(inForce, schoolName, ofAge != null && ofAge.studentFirst(), zone, now)),
                hours(zone, now),
                lastBell(school, of),
                groupNotes,
                said,
                promises);
    }

    private List<NoteView> groupNotes(Handle tx, StudentAtSchool of) {
        List<GroupNote> standing = notes.of(tx, of);
        Map<String, Integer> students =
                notes.students(tx, standing.stream().map(GroupNote::noteId).toList());
        return standing.stream()
                .map(note -> new NoteView(
                        note.reason().name(), note.text(), note.writtenBy(), students.getOrDefault(note.noteId(), 1)))
                .toList();
    }

    private static @Nullable Instant lastBell(@Nullable SchoolVersion school, StudentAtSchool of) {
        return school != null && DayPlan.of(school.settings(), of.day()) instanceof DayPlan.Open day
                ? day.endOfDay()
                : null;
    }

    private record Frame(Scripts scripts, String schoolName, boolean studentFirst, ZoneId zone, Instant now) {}

    private List<Callee> callees(Handle tx, StudentId student, ZoneId zone, Instant now) {
        return callees.of(tx, List.of(student), zone, now).getOrDefault(student, List.of());
    }

    private List<CalleeView> shown(List<Callee> everybody, Listed listed, @Nullable StudentView student, Frame frame) {
        if (student == null) {
            return List.of();
        }
        LocalDate today = LocalDate.ofInstant(frame.now(), frame.zone());
        Optional<JudgedNumber> next = NextNumber.of(everybody, frame.studentFirst(), today, frame.zone());
        CalleeViews views = new CalleeViews(region, frame.scripts(), frame.schoolName(), student.calledName());
        CardFacts facts = new CardFacts(
                listed.task().task(), listed.grounds().state(), listed.grounds().leftAt() != null);
        return everybody.stream()
                .map(callee -> views.of(callee, student.language(), next, facts))
                .toList();
    }

    private List<SiblingView> household(Handle tx, StudentAtSchool of) {
        List<Sibling> siblings = households.onTheList(tx, of).stream()
                .filter(sibling ->
                        visibility.knowsNamesAt().holds(sibling.of().school().value()))
                .toList();
        Map<At, StudentView> known = names.open(
                tx,
                siblings.stream()
                        .map(each -> new At(each.of().student(), each.of().school()))
                        .toList());
        siblings.forEach(each ->
                trail.student(each.of().student().value(), each.of().school().value()));
        return siblings.stream()
                .map(each -> new SiblingView(
                        each.taskId(),
                        each.of().student().value(),
                        each.of().school().value(),
                        each.state(),
                        each.claimedBy(),
                        known.get(new At(each.of().student(), each.of().school()))))
                .toList();
    }

    private HoursView hours(ZoneId zone, Instant now) {
        PermittedHours hours = callees.hours();
        return new HoursView(hours.from().toString(), hours.until().toString(), hours.holdAt(now, zone));
    }
}
