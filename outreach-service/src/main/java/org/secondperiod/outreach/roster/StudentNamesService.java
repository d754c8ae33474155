package org.secondperiod.outreach.roster;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.secondperiod.kit.grants.Schools;
import org.secondperiod.outreach.visibility.VisibilityService;
import org.secondperiod.outreach.whereabouts.StudentAtSchool;

/** What students are called, for lists: only where the bearer may know. */
@ApplicationScoped
public class StudentNamesService {

    private final VisibilityService visibility;
    private final NamesService names;

    StudentNamesService(VisibilityService visibility, NamesService names) {
        this.visibility = visibility;
        this.names = names;
    }

    /** Those of them whose names the bearer may know. */
    public Map<StudentAtSchool, StudentView> of(Handle tx, Collection<StudentAtSchool> students) {
        Schools knows = visibility.knowsNamesAt();
        Map<NamesService.At, StudentView> known = names.open(
                tx,
                students.stream()
                        .filter(each -> knows.holds(each.school().value()))
                        .map(each -> new NamesService.At(each.student(), each.school()))
                        .distinct()
                        .toList());
        Map<StudentAtSchool, StudentView> views = new HashMap<>();
        for (StudentAtSchool each : students) {
            StudentView view = known.get(new NamesService.At(each.student(), each.school()));
            if (view != null) {
                views.put(each, view);
            }
        }
        return views;
    }
}
