package org.secondperiod.local.district;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What goes into a roster; streamed, because a city has a million students. */
public interface RosterContent {

    Stream<Org> orgs();

    Stream<ClassRow> classes();

    Stream<User> users();

    /** Who is at which school in which role: the 1.2 way of saying it. */
    Stream<Role> roles();

    Stream<Enrollment> enrollments();

    Stream<Contact> contacts();

    /** @param type {@code district} or {@code school} */
    record Org(
            String id, String name, String type, @Nullable String parentId) {}

    record ClassRow(String id, String title, String code, String schoolId, String period) {}

    record User(
            String id,
            String givenName,
            String familyName,
            @Nullable String preferredGivenName,
            @Nullable String phone,
            List<String> agentIds,
            @Nullable String grade,
            @Nullable String primaryOrgId,
            @Nullable String badge,
            @Nullable String language,
            @Nullable String firstPeriod,
            @Nullable String pronunciation,
            @Nullable String homeroom,
            List<String> groups,
            boolean isOfAge) {}

    record Role(String userId, String role, String orgId) {}

    record Enrollment(String classId, String schoolId, String userId, String role) {}

    record Contact(String studentId, ContactLink link) {}
}
