package org.secondperiod.outreach.groupnotes.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.outreach.groupnotes.GroupNote;
import org.secondperiod.outreach.groupnotes.GroupReason;

/** A note about many. */
@Schema(name = "GroupNote")
public record GroupNoteView(
        String noteId,
        String schoolId,
        LocalDate schoolDay,
        GroupReason reason,
        String text,
        String writtenBy,
        Instant writtenAt,
        List<String> studentIds,

        @Schema(description = "Counts its changes; as If-Match it takes back this one and no other")
        long version) {

    static GroupNoteView of(GroupNote note, List<StudentId> about) {
        return new GroupNoteView(
                note.noteId(),
                note.of().school().value(),
                note.of().day().date(),
                note.reason(),
                note.text(),
                note.writtenBy(),
                note.writtenAt(),
                about.stream().map(StudentId::value).toList(),
                note.version());
    }
}
