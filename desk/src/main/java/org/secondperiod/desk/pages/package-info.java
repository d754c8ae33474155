/** The page that every address of the app begins with: its language, its colours, its scripts, and nothing about anybody. */
@NullMarked
package org.secondperiod.desk.pages;

import org.jspecify.annotations.NullMarked;
