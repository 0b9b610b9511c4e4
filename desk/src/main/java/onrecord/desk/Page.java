package onrecord.desk;

import java.util.List;

/**
 * A part of a longer list, newest first.
 *
 * @param items what it holds
 * @param next where the next part begins, or null when this is the last
 */
record Page<T>(List<T> items, Cursor next) {}
