package org.secondperiod.system.observing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Takes traces as whoever collects them does: over OTLP, in protobuf. */
public final class TraceCollector implements AutoCloseable {

    /**
     * A span as it came.
     *
     * @param parent the id of its parent; none where it is the first
     * @param links traces that it says belong to it
     * @param raw all of it, as text
     */
    public record Collected(
            String service,
            String trace,
            String id,
            @Nullable String parent,
            String name,
            Map<String, String> attributes,
            List<String> links,
            String raw) {}

    private static final HexFormat HEX = HexFormat.of();

    private final List<Collected> spans = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    public TraceCollector() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/v1/traces", this::take);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    /** What services are told of as the endpoint. */
    public String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            InputStream body = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"))
                    ? new GZIPInputStream(exchange.getRequestBody())
                    : exchange.getRequestBody();
            ExportTraceServiceRequest.parseFrom(body).getResourceSpansList().forEach(this::take);
            byte[] answer = ExportTraceServiceResponse.getDefaultInstance().toByteArray();
            exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, answer.length == 0 ? -1 : answer.length);
        }
    }

    private void take(ResourceSpans of) {
        String service = texts(of.getResource().getAttributesList()).getOrDefault("service.name", "");
        of.getScopeSpansList().stream()
                .flatMap(scope -> scope.getSpansList().stream())
                .map(span -> collected(service, span, of))
                .forEach(spans::add);
    }

    private static Collected collected(String service, Span span, ResourceSpans of) {
        return new Collected(
                service,
                hex(span.getTraceId().toByteArray()),
                hex(span.getSpanId().toByteArray()),
                span.getParentSpanId().isEmpty()
                        ? null
                        : hex(span.getParentSpanId().toByteArray()),
                span.getName(),
                texts(span.getAttributesList()),
                span.getLinksList().stream()
                        .map(link -> hex(link.getTraceId().toByteArray()))
                        .toList(),
                of.getResource() + " " + span);
    }

    private static String hex(byte[] bytes) {
        return HEX.formatHex(bytes);
    }

    private static Map<String, String> texts(List<KeyValue> attributes) {
        Map<String, String> texts = new TreeMap<>();
        attributes.forEach(each -> texts.put(
                each.getKey(),
                each.getValue().hasIntValue()
                        ? String.valueOf(each.getValue().getIntValue())
                        : each.getValue().getStringValue()));
        return texts;
    }

    /** The spans that have come so far. */
    public List<Collected> all() {
        return List.copyOf(spans);
    }

    List<Collected> named(String name) {
        return spans.stream().filter(span -> span.name().equals(name)).toList();
    }

    /** From this span to the first of its trace, as "service: name"; it ends with "..." where the next one has not come. */
    List<String> upwards(Collected from) {
        List<String> path = new ArrayList<>();
        Collected span = from;
        while (true) {
            path.add(span.service() + ": " + span.name());
            String parent = span.parent();
            if (parent == null) {
                return path;
            }
            String trace = span.trace();
            Optional<Collected> next = spans.stream()
                    .filter(each -> each.id().equals(parent) && each.trace().equals(trace))
                    .findFirst();
            if (next.isEmpty()) {
                path.add("...");
                return path;
            }
            span = next.get();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
