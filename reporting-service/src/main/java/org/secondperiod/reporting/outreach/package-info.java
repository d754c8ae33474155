/** What the calls achieve, honestly: out of what outreach tells, added up by school and day. */
@NullMarked
package org.secondperiod.reporting.outreach;

import org.jspecify.annotations.NullMarked;
