package org.secondperiod.outreach.erasures.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.erasures.ErasureOrder;
import org.secondperiod.outreach.erasures.ErasureOrder.Report;
import org.secondperiod.outreach.erasures.ErasureOrder.State;
import org.secondperiod.outreach.erasures.Traces;

/**
 * What was erased where, and when the last trace is gone.
 *
 * @param keptBy the legal holds that make it wait, as far as outreach-service knows
 * @param missing services that have not reported
 * @param traces what is left on topics, once every service is done: nothing is added any more, and each ends by itself
 * @param lastTraceGoneBy when the last of these is gone; what an installation keeps beside it, such as backups, is not counted
 */
record Certificate(
        String orderId,
        String studentId,
        String orderedBy,
        Instant orderedAt,
        String why,
        State state,
        List<String> keptBy,
        List<Erased> erased,
        List<String> missing,
        @Nullable Instant erasedAt,
        List<Trace> traces,
        @Nullable Instant lastTraceGoneBy) {

    /** What a service erased, or that a legal hold keeps it there. */
    record Erased(String service, boolean held, Instant at, List<ErasedClass> classes) {}

    /** How many records of a class were erased. */
    record ErasedClass(String recordClass, long records) {}

    /** A topic that still has something, what ends that, and when. */
    record Trace(String topic, String ends, Instant goneBy) {}

    static Certificate of(ErasureOrder order, List<Report> reports, Set<String> keptBy, Traces traces) {
        Optional<Instant> erasedAt = order.erasedAt(reports);
        List<String> reported = reports.stream().map(Report::service).toList();
        return new Certificate(
                order.orderId(),
                order.studentId(),
                order.orderedBy(),
                order.orderedAt(),
                order.why(),
                order.state(reports),
                keptBy.stream().sorted().toList(),
                reports.stream().map(Certificate::erased).toList(),
                ErasureOrder.SERVICES.stream()
                        .filter(service -> !reported.contains(service))
                        .toList(),
                erasedAt.orElse(null),
                erasedAt.map(at -> traces(traces, at)).orElse(List.of()),
                erasedAt.map(traces::lastGoneBy).orElse(null));
    }

    private static Erased erased(Report report) {
        return new Erased(
                report.service(),
                report.held(),
                report.at(),
                report.classes().stream()
                        .map(each -> new ErasedClass(each.recordClass(), each.records()))
                        .toList());
    }

    private static List<Trace> traces(Traces traces, Instant last) {
        return Stream.concat(traces.topics().stream(), traces.deadLetters().stream())
                .map(each -> new Trace(each.topic(), each.how(), each.goneBy(last)))
                .toList();
    }
}
