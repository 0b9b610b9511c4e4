/** Trains the model by which quotes are found; see {@code docs/models/quotes.md}. */
package onrecord.train.quotes;
