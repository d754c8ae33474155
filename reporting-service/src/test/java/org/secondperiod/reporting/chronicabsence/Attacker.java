package org.secondperiod.reporting.chronicabsence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Adds and subtracts what was answered. Every answer is a sum of unknowns; what is wanted is how many some of them are.
 */
final class Attacker {

    private static final double NOTHING = 1e-7;

    private final List<String> unknowns;
    private final List<double[]> answers = new ArrayList<>();
    private final List<double[]> solved = new ArrayList<>();
    private final Map<String, Long> least = new LinkedHashMap<>();
    private final Map<String, Long> most = new LinkedHashMap<>();

    Attacker(Set<String> unknowns) {
        this.unknowns = List.copyOf(new TreeSet<>(unknowns));
        unknowns.forEach(unknown -> {
            least.put(unknown, 0L);
            most.put(unknown, Long.MAX_VALUE / 1000);
        });
    }

    /** Learns that these, less those, are so many. */
    void learn(Set<String> plus, Set<String> minus, long number) {
        double[] answer = vector(plus, minus);
        answers.add(Arrays.copyOf(answer, answer.length + 1));
        answers.getLast()[answer.length] = number;
        double[] left = reduced(answer);
        if (first(left) >= 0) {
            solved.add(left);
        }
    }

    /** Whether adding and subtracting answers gives the number of these. */
    boolean knows(Set<String> plus, Set<String> minus) {
        return first(reduced(vector(plus, minus))) < 0;
    }

    /** Those whose number follows from the answers, and from nothing being less than none. */
    Set<String> cornered() {
        for (boolean news = true; news; ) {
            news = false;
            for (double[] answer : answers) {
                for (int i = 0; i < unknowns.size(); i++) {
                    news |= answer[i] != 0 && narrow(answer, i);
                }
            }
        }
        Set<String> cornered = new TreeSet<>(unknowns);
        cornered.removeIf(unknown -> !least.get(unknown).equals(most.get(unknown)));
        return cornered;
    }

    private boolean narrow(double[] answer, int wanted) {
        long low = 0;
        long high = 0;
        for (int i = 0; i < unknowns.size(); i++) {
            if (i != wanted && answer[i] != 0) {
                long from = least.get(unknowns.get(i));
                long to = most.get(unknowns.get(i));
                low += answer[i] > 0 ? from : -to;
                high += answer[i] > 0 ? to : -from;
            }
        }
        long number = (long) answer[unknowns.size()];
        String unknown = unknowns.get(wanted);
        long from = Math.max(least.get(unknown), answer[wanted] > 0 ? number - high : low - number);
        long to = Math.min(most.get(unknown), answer[wanted] > 0 ? number - low : high - number);
        boolean news = from > least.get(unknown) || to < most.get(unknown);
        least.put(unknown, from);
        most.put(unknown, to);
        return news;
    }

    private double[] vector(Set<String> plus, Set<String> minus) {
        double[] vector = new double[unknowns.size()];
        plus.forEach(unknown -> vector[unknowns.indexOf(unknown)] += 1);
        minus.forEach(unknown -> vector[unknowns.indexOf(unknown)] -= 1);
        return vector;
    }

    private double[] reduced(double[] answer) {
        double[] left = answer.clone();
        for (double[] known : solved) {
            int at = first(known);
            double times = left[at] / known[at];
            for (int i = 0; i < left.length; i++) {
                left[i] -= times * known[i];
            }
        }
        return left;
    }

    private static int first(double[] vector) {
        for (int i = 0; i < vector.length; i++) {
            if (Math.abs(vector[i]) > NOTHING) {
                return i;
            }
        }
        return -1;
    }
}
