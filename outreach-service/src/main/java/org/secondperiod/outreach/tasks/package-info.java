/**
 * What a conclusion does to the call task of a student, school and day: pure decisions, never a second open task, never
 * a hold that hides a child.
 */
@NullMarked
package org.secondperiod.outreach.tasks;

import org.jspecify.annotations.NullMarked;
