package org.secondperiod.local.cli;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.secondperiod.local.stack.Part;
import org.secondperiod.local.stack.StackException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "logs", description = "The end of one process's log, or of all.")
final class LogsCommand extends Verb {

    private static final int LAST_LINES = 40;

    @Parameters(arity = "0..1", paramLabel = "SERVICE", description = "as in ./sp status; without it, all")
    @Nullable
    String service;

    @Option(names = "-f", description = "go on printing as lines are written")
    boolean follow;

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<Part> parts = service == null ? Arrays.asList(Part.values()) : List.of(part(service));
        Map<Part, Long> read = new HashMap<>();
        for (Part part : parts) {
            read.put(part, printEnd(part, parts.size() > 1));
        }
        while (follow) {
            TimeUnit.MILLISECONDS.sleep(300);
            for (Part part : parts) {
                read.put(part, printNew(part, read.get(part), parts.size() > 1));
            }
        }
        return 0;
    }

    static Part part(String name) {
        return Part.named(name)
                .orElseThrow(() -> new StackException("There is no " + name + "; ./sp status lists them."));
    }

    private long printEnd(Part part, boolean named) throws IOException {
        Path log = layout().logFile(part);
        if (!Files.exists(log)) {
            return 0;
        }
        String text = Files.readString(log, StandardCharsets.UTF_8);
        List<String> lines = text.lines().toList();
        int shown = named ? LAST_LINES / 4 : LAST_LINES;
        lines.subList(Math.max(0, lines.size() - shown), lines.size()).forEach(line -> print(part, line, named));
        return Files.size(log);
    }

    private long printNew(Part part, long from, boolean named) throws IOException {
        Path log = layout().logFile(part);
        long size = Files.exists(log) ? Files.size(log) : 0;
        if (size < from) {
            return 0;
        }
        if (size == from) {
            return from;
        }
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            byte[] fresh = new byte[(int) (file.length() - from)];
            file.seek(from);
            file.readFully(fresh);
            new String(fresh, StandardCharsets.UTF_8).lines().forEach(line -> print(part, line, named));
            return from + fresh.length;
        }
    }

    private void print(Part part, String line, boolean named) {
        console().say(named ? "%-18s %s".formatted(part.label(), line) : line);
    }
}
