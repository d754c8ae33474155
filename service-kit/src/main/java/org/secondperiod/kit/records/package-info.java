/**
 * What a service holds of students, class by class: named once by the service, and so purged by age, kept while a legal hold stands,
 * and shown to who asks for it.
 */
@NullMarked
package org.secondperiod.kit.records;

import org.jspecify.annotations.NullMarked;
