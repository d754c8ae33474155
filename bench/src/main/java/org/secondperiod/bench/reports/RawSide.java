package org.secondperiod.bench.reports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.secondperiod.bench.measure.TimedSide;
import org.secondperiod.bench.stack.Database;

/** Asks the same of the raw student days, by SQL; each answer must be what the service says of that date. */
final class RawSide implements TimedSide {

    private static final int DIGITS = 3;
    private static final int SHOWN = 3;

    private final Database database;
    private final Question question;
    private final List<LocalDate> dates;
    private final ServiceSide service;
    private final List<String> faults = new ArrayList<>();
    private SortedMap<String, List<Long>> answer = new TreeMap<>();
    private LocalDate asked = LocalDate.MIN;
    private int next;

    RawSide(Database database, Question question, List<LocalDate> dates, ServiceSide service) {
        this.database = database;
        this.question = question;
        this.dates = dates;
        this.service = service;
    }

    @Override
    public String name() {
        return "raw student days";
    }

    @Override
    public void prepare() {
        asked = dates.get(next++ % dates.size());
        answer = new TreeMap<>();
    }

    @Override
    public Histogram work() {
        Histogram micros = new Histogram(DIGITS);
        String sql = question.sql().apply(asked);
        long begun = System.nanoTime();
        database.each(sql, row -> {
            List<Long> figures = new ArrayList<>();
            for (int column = 2; column <= row.getMetaData().getColumnCount(); column++) {
                figures.add(row.getLong(column));
            }
            answer.put(row.getString(1), figures);
        });
        micros.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - begun));
        return micros;
    }

    @Override
    public void check() {
        SortedMap<String, List<Long>> told = question.figures().apply(service.answer(asked));
        answer.forEach((line, figures) -> {
            if (!figures.equals(told.get(line))) {
                fault("of %s, %s: student days say %s, the service %s".formatted(asked, line, figures, told.get(line)));
            }
        });
        told.keySet().stream()
                .filter(line -> !answer.containsKey(line))
                .forEach(line -> fault("of %s only the service has %s".formatted(asked, line)));
        if (told.isEmpty()) {
            fault("of %s there is nothing".formatted(asked));
        }
    }

    private void fault(String fault) {
        if (faults.size() < SHOWN) {
            faults.add(fault);
        }
    }

    @Override
    public List<String> faults() {
        return faults;
    }
}
