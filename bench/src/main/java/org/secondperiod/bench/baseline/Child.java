package org.secondperiod.bench.baseline;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A baseline as a process: it says {@code ready}, and answers each line with {@code ok ...}. It ends with its input. */
public final class Child implements AutoCloseable {

    private final String name;
    private final Path log;
    private final Process process;
    private final PrintStream in;
    private final BufferedReader out;

    /** Starts a main class of this class path and waits until it is ready. */
    public Child(String name, Class<?> main, List<String> jvm, Path log, String... arguments) {
        this.name = name;
        this.log = log;
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        try {
            this.process =
                    new ProcessBuilder(command).redirectError(log.toFile()).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.in = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        expect("ready");
    }

    /** What the process calls itself with. */
    public long pid() {
        return process.pid();
    }

    /** Gives it a line and waits until it has done that; returns what it says of it. */
    public String tell(String line) {
        in.println(line);
        return expect("ok");
    }

    private String expect(String word) {
        try {
            String line = out.readLine();
            while (line != null && !line.startsWith(word)) {
                line = out.readLine();
            }
            if (line == null) {
                throw new IllegalStateException(name + " has ended; see " + log);
            }
            return line.substring(word.length()).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        in.close();
        try {
            if (!process.waitFor(15, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
