/**
 * How right the engine is. Gold files are read ({@link onrecord.evaluate.GoldQuotes}, {@link
 * onrecord.evaluate.GoldEntities}, {@link onrecord.evaluate.GoldSpeakers}, {@link
 * onrecord.evaluate.Answer}), the engine reads the same texts, and scores ({@link
 * onrecord.evaluate.QuoteScore}, {@link onrecord.evaluate.EntityScore}, {@link
 * onrecord.evaluate.SpeakerScore}, {@link onrecord.evaluate.AnswerScore}) count what is right and
 * keep what is not. {@link onrecord.evaluate.Evaluation} does it all for a file. Offsets here are
 * Unicode code points, as in the gold files; those of events are UTF-16 code units.
 */
package onrecord.evaluate;
