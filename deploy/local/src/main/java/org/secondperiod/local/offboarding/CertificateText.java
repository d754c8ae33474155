package org.secondperiod.local.offboarding;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.secondperiod.local.offboarding.Certificate.Sealed;

/** A certificate for people, line by line. */
public final class CertificateText {

    private final List<String> lines = new ArrayList<>();

    private CertificateText() {}

    /** The lines of it. */
    public static List<String> of(Certificate certificate) {
        CertificateText text = new CertificateText();
        text.write(certificate);
        return text.lines;
    }

    private void write(Certificate of) {
        say("CERTIFICATE: the district %s has left", of.districtId());
        say("");
        of.ordered().forEach(each -> say("%-18s ended by order of %s at %s", each.service(), each.by(), each.at()));
        say("Carried out by %s, begun at %s, finished at %s.", of.carriedOutBy(), of.begunAt(), orNot(of.finishedAt()));
        say("No legal hold was in force.");
        say("");
        say("Keys, by the first half of their SHA-256:");
        of.keys()
                .forEach(key -> say(
                        "  %-8s %s  %s, destroyed at %s",
                        key.id(), key.fingerprint(), key.use(), orNot(key.destroyedAt())));
        say("");
        table(of.sealed());
        files("Destroyed too, since names stood there in the clear:", of.otherFiles());
        files("A KEY STILL STANDS IN:", of.copies());
        list("What anybody can still read who has the databases and topics:", of.inTheClear());
        list(
                "What topics have they keep, unless they are removed before, until:",
                of.topics().stream()
                        .collect(Collectors.groupingBy(
                                Certificate.KeptOnTopic::until,
                                TreeMap::new,
                                Collectors.mapping(Certificate.KeptOnTopic::topic, Collectors.joining(", "))))
                        .entrySet()
                        .stream()
                        .map(each -> each.getKey() + ": " + each.getValue())
                        .toList());
        list("What whoever runs the installation must do themselves:", of.toDo());
    }

    private void table(List<Sealed> sealed) {
        say("%-62s %-8s %9s %9s %9s", "Sealed", "key", "values", "opened", "open now");
        sealed.forEach(each -> say(
                "%-62s %-8s %,9d %,9d %9s",
                each.where(),
                each.keyId(),
                each.values(),
                each.openedBefore(),
                each.openedAfter() == null ? "-" : "%,d".formatted(each.openedAfter())));
        say(
                "%,d of %,d open.",
                sealed.stream()
                        .mapToLong(each -> each.openedAfter() == null ? 0 : each.openedAfter())
                        .sum(),
                sealed.stream().mapToLong(Sealed::values).sum());
    }

    private void files(String heading, List<String> files) {
        if (!files.isEmpty()) {
            list(heading, files);
        }
    }

    private void list(String heading, List<String> items) {
        say("");
        say("%s", heading);
        items.forEach(item -> say("  %s", item));
    }

    private static Object orNot(@Nullable Object moment) {
        return moment == null ? "- (NOT YET)" : moment;
    }

    private void say(String line, Object... values) {
        lines.add(line.formatted(values));
    }
}
