package org.secondperiod.bench.desk;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.secondperiod.bench.measure.Bar;
import org.secondperiod.bench.measure.Cpu;
import org.secondperiod.bench.measure.InterleavedTimes;
import org.secondperiod.bench.measure.Result;
import org.secondperiod.bench.stack.BenchStack;
import org.secondperiod.bench.stack.Outreach;
import org.secondperiod.local.stack.Part;

/** The desk of one school: opening it, going on to the next card, asking for the next family, and hearing what happens. */
public final class DeskBench {

    private static final List<Part> SERVICES = List.of(Part.INGEST, Part.ENTRY, Part.OUTREACH, Part.DESK);
    private static final List<Part> WATCHED =
            List.of(Part.DESK, Part.OUTREACH, Part.INGEST, Part.ENTRY, Part.POSTGRES, Part.KAFKA);

    /** One of the issuer's people: the page to sign in on knows no others. */
    private static final String IN_THE_BROWSER = "rivera";

    private static final Bar OPENED = new Bar(99, 1_000);
    private static final Bar NEXT_CARD = new Bar(99, 100);
    private static final Bar NEXT_FAMILY = new Bar(95, 50);
    private static final Bar HEARD = new Bar(99, 1_000);

    private final int blocks;
    private final int students;
    private final int tasks;
    private final int callers;
    private final int desks;
    private final boolean warmUp;
    private final Consumer<String> say;

    /**
     * @param size of the school, and who is at work
     * @param warmUp whether each side does rounds beforehand
     */
    public DeskBench(int blocks, Size size, boolean warmUp, Consumer<String> say) {
        this.blocks = blocks;
        this.students = size.students();
        this.tasks = size.tasks();
        this.callers = size.callers();
        this.desks = size.desks();
        this.warmUp = warmUp;
        this.say = say;
    }

    /**
     * How large it all is.
     *
     * @param students of the school
     * @param tasks families to be called each morning
     * @param callers who ask at once
     * @param desks that are open at once
     */
    public record Size(int students, int tasks, int callers, int desks) {}

    /** Measures. */
    public List<Result> run() {
        Path chromium = Chromium.executable();
        BenchSchool school = new BenchSchool(students, tasks);
        try (BenchStack stack = BenchStack.start(SERVICES, say);
                Outreach outreach = new Outreach(stack)) {
            school.load(stack, outreach);
            school.letCall(stack, List.of(IN_THE_BROWSER));
            say.accept(
                    "A school of %,d students is known, with their families' names and numbers.".formatted(students));
            Cpu cpu = stack.watched(WATCHED);
            InterleavedTimes times = new InterleavedTimes(cpu, blocks, warmUp, say);
            Mornings mornings = new Mornings(stack, school, outreach);
            Morning first = mornings.open();
            List<Result> results = new ArrayList<>();
            try (DeskBrowser browser = new DeskBrowser(chromium, stack.layout().url(Part.DESK), IN_THE_BROWSER)) {
                results.add(opening(times, browser, school, first));
                results.add(nextCard(times, browser, school, mornings, outreach));
            }
            Callers signedIn = new Callers(stack, school, callers, desks);
            say.accept("%,d people are signed in, in %,d sessions."
                    .formatted(callers, signedIn.all().size()));
            results.add(nextFamily(times, stack, school, mornings, outreach, signedIn));
            results.add(heard(times, stack, school, mornings, signedIn));
            return results;
        }
    }

    private Result opening(InterleavedTimes times, DeskBrowser browser, BenchSchool school, Morning morning) {
        return times.compare(
                "A school of %,d students with %,d families to call is opened, until the figure and the first number are painted"
                        .formatted(students, tasks),
                OpeningSide.ofSchool(browser, school, morning),
                OpeningSide.ofStaticPage(browser),
                OPENED);
    }

    private Result nextCard(
            InterleavedTimes times, DeskBrowser browser, BenchSchool school, Mornings mornings, Outreach outreach) {
        return times.compare(
                "Nobody answers: one key, until the next card is painted",
                new OutcomeSide(browser, school, mornings, outreach.database()),
                new WordSide(browser),
                NEXT_CARD);
    }

    private Result nextFamily(
            InterleavedTimes times,
            BenchStack stack,
            BenchSchool school,
            Mornings mornings,
            Outreach outreach,
            Callers signedIn) {
        try (SkipLockedSide baseline = new SkipLockedSide(stack.layout(), outreach.database(), tasks, callers)) {
            return times.compare(
                    "The next family, asked for by %d callers in the same instant, every %d ms, open loop, since due"
                            .formatted(callers, NextSide.EVERY_MILLIS),
                    new NextSide(mornings, school, signedIn.oneEach()),
                    baseline,
                    NEXT_FAMILY);
        }
    }

    private Result heard(
            InterleavedTimes times, BenchStack stack, BenchSchool school, Mornings mornings, Callers signedIn) {
        Absentees absentees = new Absentees(mornings);
        return times.compare(
                "A late scan, open loop, since due, until the last of %d open desks has heard that the call is closed"
                        .formatted(desks),
                new LiveSide(stack, school, mornings, absentees, signedIn.all().subList(0, desks)),
                new LiveSide(stack, school, mornings, absentees, signedIn.all().subList(0, 1)),
                HEARD);
    }
}
