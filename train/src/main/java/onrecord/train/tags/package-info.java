/** Trains the finder of parts of speech on texts that another one tagged. */
package onrecord.train.tags;
