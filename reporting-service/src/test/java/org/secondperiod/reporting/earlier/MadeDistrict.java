package org.secondperiod.reporting.earlier;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.secondperiod.reporting.earlier.Draws.Arm;

/**
 * A made-up district of which it is known what being called earlier changes. Each student has a chance of coming of their own, very
 * different from one to the next; some mornings are bad for everybody; bands have one student or twenty. Who stands where is drawn as
 * outreach-service draws: by the digest of a seed and the task's id.
 */
final class MadeDistrict {

    private final Random random;
    private final String seed;
    private final MessageDigest digest = md5();
    private Draws draws = Draws.NONE;
    private Draws byCallersChoice = Draws.NONE;
    private double effects;
    private long halves;

    /**
     * @param effect by how much the chance grows of who is drawn early
     * @param varies whether it is nothing in half of the draws, and twice as much in the others
     */
    MadeDistrict(Random random, int schoolDays, double effect, boolean varies) {
        this.random = random;
        this.seed = new UUID(random.nextLong(), random.nextLong()).toString();
        for (int day = 0; day < schoolDays; day++) {
            double morning = random.nextGaussian() * 0.1;
            for (int band = 1; band <= 4; band++) {
                double here = !varies ? effect : random.nextBoolean() ? 2 * effect : 0;
                draw("%d-%d".formatted(day, band), size(), morning, here);
            }
        }
    }

    private record Student(String place, double likely, double chance) {

        boolean comes(double effect) {
            return chance < likely + effect;
        }
    }

    private void draw(String id, int size, double morning, double effect) {
        List<Student> students = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            double likely = Math.clamp(0.15 + 0.5 * Math.pow(random.nextDouble(), 2) + morning, 0, 0.8);
            students.add(new Student(place("t-%s-%d".formatted(id, i)), likely, random.nextDouble()));
        }
        students.sort(Comparator.comparing(Student::place));
        draws = draws.and(halves(students, effect));
        students.sort(Comparator.comparing(Student::likely).reversed());
        byCallersChoice = byCallersChoice.and(halves(students, effect));
        effects += effect * (size / 2);
        halves += size / 2;
    }

    /** Who is in the first half is called early, and comes by their own chance and the effect. */
    private static Draws halves(List<Student> students, double effect) {
        int half = students.size() / 2;
        return Draws.of(
                students.size(),
                arm(students.subList(0, half), effect),
                arm(students.subList(students.size() - half, students.size()), 0));
    }

    private static Arm arm(List<Student> students, double effect) {
        return new Arm(
                students.size(),
                0,
                students.stream().filter(one -> one.comes(effect)).count());
    }

    private String place(String task) {
        return HexFormat.of().formatHex(digest.digest((seed + task).getBytes(StandardCharsets.UTF_8)));
    }

    /** Bands of one, two or three mostly, and now and then of twenty. */
    private int size() {
        return 1 + (int) Math.min(20, -4 * Math.log(1 - random.nextDouble()));
    }

    /** As they were drawn. */
    Draws draws() {
        return draws;
    }

    /** If callers had called first who is likely to come anyway. */
    Draws byCallersChoice() {
        return byCallersChoice;
    }

    /** What is true of those who were compared. */
    double effect() {
        return effects / halves;
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
