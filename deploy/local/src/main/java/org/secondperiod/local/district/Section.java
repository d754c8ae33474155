package org.secondperiod.local.district;

/** A class that meets in one period with one teacher. */
public record Section(String id, School school, String period, String title, String code, Teacher teacher) {

    public record Teacher(String id, String givenName, String familyName) {

        public String fullName() {
            return givenName + " " + familyName;
        }
    }
}
