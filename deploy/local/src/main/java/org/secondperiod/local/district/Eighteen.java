package org.secondperiod.local.district;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Makes some of the oldest students eighteen. They have a telephone of their own, and every second of them has agreed
 * that whoever comes first of the family is called. None has a brother or sister in the district: families stay as they are.
 */
final class Eighteen {

    private static final int LAST_GRADE = 12;
    private static final int ONE_IN = 5;

    /** Of the range that is set aside for fiction, where no family of the district lives. */
    private static final int[] AREA_CODES = {802, 603, 207, 401};

    private static final int NUMBERS_PER_AREA = 100;

    private Eighteen() {}

    /** The same students, in the same order. */
    static List<Student> among(List<Student> students) {
        Map<List<ContactLink>, Long> families = students.stream().collect(groupingBy(Student::contacts, counting()));
        List<Student> made = new ArrayList<>();
        int candidates = 0;
        int ofAge = 0;
        for (Student student : students) {
            boolean alone = families.getOrDefault(student.contacts(), 0L) == 1;
            if (student.grade() == LAST_GRADE && alone && candidates++ % ONE_IN == 0) {
                made.add(eighteen(student, ofAge++));
            } else {
                made.add(student);
            }
        }
        return made;
    }

    private static Student eighteen(Student student, int n) {
        int area = AREA_CODES[(n / NUMBERS_PER_AREA) % AREA_CODES.length];
        boolean agreed = n % 2 == 0;
        return student.ofAge(
                "(%d) 555-0%d".formatted(area, 100 + n % NUMBERS_PER_AREA),
                student.contacts().stream()
                        .map(contact -> agreed && contact.order() == 1 ? contact.agreedTo() : contact)
                        .toList());
    }
}
