package org.secondperiod.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The state folder as a whole, and what it remembers between commands. */
public final class StateFolder {

    private final Layout layout;

    public StateFolder(Layout layout) {
        this.layout = layout;
    }

    /** Forgets everything but the locks, and a stack beside this one. This stack must have been stopped. */
    public void delete() {
        Path folder = layout.state();
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> own = Files.list(folder)) {
            for (Path each : own.filter(this::isOwn).toList()) {
                deleteTree(each);
            }
        } catch (IOException e) {
            throw new StackException("Cannot remove " + folder + ": " + e.getMessage(), e);
        }
    }

    private boolean isOwn(Path path) {
        return !path.equals(layout.locks())
                && !Files.exists(path.resolve(layout.locks().getFileName()));
    }

    private static void deleteTree(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** The first weekday from {@code today} on that has not been played. */
    public LocalDate nextDayToPlay(LocalDate today) {
        List<LocalDate> played = playedDays();
        LocalDate day = today;
        while (day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0 || played.contains(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    public void remember(LocalDate playedDay) {
        try {
            Files.createDirectories(layout.state());
            List<String> days = Stream.concat(played().stream(), Stream.of(playedDay.toString()))
                    .toList();
            Files.write(layout.playedDaysFile(), days);
        } catch (IOException e) {
            throw new StackException("Cannot write " + layout.playedDaysFile() + ": " + e.getMessage(), e);
        }
    }

    /** The days that have been played, in their order; none where nothing was played here. */
    public List<LocalDate> playedDays() {
        return played().stream().map(LocalDate::parse).sorted().toList();
    }

    private List<String> played() {
        try {
            return Files.exists(layout.playedDaysFile()) ? Files.readAllLines(layout.playedDaysFile()) : List.of();
        } catch (IOException e) {
            throw new StackException("Cannot read " + layout.playedDaysFile() + ": " + e.getMessage(), e);
        }
    }
}
