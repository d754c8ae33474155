/** What absence lists ask the database. */
@NullMarked
package org.secondperiod.ingest.absencelists.db;

import org.jspecify.annotations.NullMarked;
