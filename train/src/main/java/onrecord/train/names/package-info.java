/**
 * Teaches the finder of names. {@link onrecord.train.names.NameSchool} is the way from the data to
 * the files that the engine reads.
 */
package onrecord.train.names;
