/**
 * The whole stack on this machine: which processes there are, on which ports, with which settings, and how they are
 * started, watched and stopped. Each runs detached, with a pid file and a log in the state folder.
 */
@NullMarked
package org.secondperiod.local.stack;

import org.jspecify.annotations.NullMarked;
