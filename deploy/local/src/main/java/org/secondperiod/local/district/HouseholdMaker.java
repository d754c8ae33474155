package org.secondperiod.local.district;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Makes families. Every number is of the range that is set aside for fiction: 555-0100 to 555-0199. */
final class HouseholdMaker {

    private static final int[] AREA_CODES = {
        718, 347, 929, 917, 646, 212, 332, 914, 845, 516, 631, 201, 551, 862, 973, 908, 203, 475, 860, 959, 732, 848,
        609, 640, 856, 215, 267, 445, 484, 610, 585, 315, 680, 607, 518, 838
    };
    private static final int NUMBERS_PER_AREA = 100;

    private final Random random;
    private int made;
    private int numbers;

    HouseholdMaker(Random random) {
        this.random = random;
    }

    Household make() {
        Culture culture = pick(List.of(Culture.values()));
        String familyName = pick(culture.familyNames);
        List<Guardian> guardians = new ArrayList<>();
        List<ContactLink> contacts = new ArrayList<>();
        int kind = made++;
        add(guardians, contacts, culture, familyName, kind, relation(kind));
        if (kind % 3 != 0) {
            add(
                    guardians,
                    contacts,
                    culture,
                    pick(culture.familyNames),
                    kind,
                    "mother".equals(relation(kind)) ? "father" : "aunt");
        }
        return new Household(culture, familyName, List.copyOf(guardians), List.copyOf(contacts));
    }

    private static String relation(int kind) {
        return kind % 7 == 3 ? "grandmother" : kind % 5 == 4 ? "father" : "mother";
    }

    private void add(
            List<Guardian> guardians,
            List<ContactLink> contacts,
            Culture culture,
            String familyName,
            int kind,
            String relation) {
        int order = guardians.size() + 1;
        String id = "G%05d".formatted(kind * 2 + order);
        boolean first = order == 1;
        guardians.add(new Guardian(id, pick(culture.givenNames), familyName, relation, phone(kind, first)));
        contacts.add(new ContactLink(
                id,
                relation,
                order,
                restriction(kind, first),
                culture.language,
                !first && kind % 41 == 7 ? "fax" : first ? "mobile" : "work",
                first && kind % 67 == 11,
                !"en".equals(culture.language) && kind % 2 == 0,
                false));
    }

    /** A court order keeps the second guardian of some families from any contact. */
    private static String restriction(int kind, boolean first) {
        if (first) {
            return "none";
        }
        return kind % 89 == 10 ? "no-contact" : kind % 97 == 20 ? "no-information" : "none";
    }

    private @Nullable String phone(int kind, boolean first) {
        if (kind % (first ? 37 : 9) == 5) {
            return null;
        }
        int number = numbers++;
        int area = AREA_CODES[(number / NUMBERS_PER_AREA) % AREA_CODES.length];
        int line = 100 + number % NUMBERS_PER_AREA;
        return switch (kind % 29) {
            case 3 -> "(%d) 555-%03d".formatted(area, line); // a digit short
            case 8 -> "%d5550%d1".formatted(area, line); // a digit too many
            case 13 -> "%d.555.0%d".formatted(area, line);
            case 21 -> "call mother at work";
            default -> "(%d) 555-0%d".formatted(area, line);
        };
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
