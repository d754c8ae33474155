package org.secondperiod.local.district;

import java.util.List;

/** Everybody in the made-up district. Equal seeds make equal districts. */
public record District(List<Student> students, List<Guardian> guardians, List<Section> sections) {

    /** The district of the demo. */
    public static District usual() {
        return of(265_427, School.ALL);
    }

    /** A district of other schools. */
    public static District of(long seed, List<School> schools) {
        return new DistrictMaker(seed).make(schools);
    }

    public List<Student> of(School school) {
        return students.stream()
                .filter(student -> student.school().equals(school))
                .toList();
    }

    public List<Student> in(Section section) {
        return students.stream()
                .filter(student -> student.classIds().contains(section.id()))
                .toList();
    }

    public List<Section> sectionsOf(School school, String period) {
        return sections.stream()
                .filter(section ->
                        section.school().equals(school) && section.period().equals(period))
                .toList();
    }
}
