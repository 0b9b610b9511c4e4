/**
 * Enriched articles to PostgreSQL: rows and the consumer's place in one transaction, so that the
 * storage is at any instant as if each event had been written once.
 *
 * <p>{@link onrecord.sink.ConsumeLoop} polls and waits out outages, {@link onrecord.sink.Recorder}
 * reads a batch and sets aside what can't be stored, {@link onrecord.sink.Storage} writes. Where to
 * go on is what the storage says; the offsets committed to Kafka only inform lag tools.
 */
package onrecord.sink;
