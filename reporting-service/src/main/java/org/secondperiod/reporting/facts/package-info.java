/** What the topics say of students' days: marks, submitted attendance, known absences. The latest version of each is kept. */
@NullMarked
package org.secondperiod.reporting.facts;

import org.jspecify.annotations.NullMarked;
